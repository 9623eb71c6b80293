package org.entente.launcher;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applies a change set, and waits for the job where its values take long. */
record Applied(Web web, String api, String token) {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Set<String> ENDS = Set.of("done", "interrupted", "cancelled", "dead");

    /** The version that the model has afterwards. */
    long version(String changeSet) {
        var set = api + "/meta/changesets/" + Web.encode(changeSet);
        var what = "the change of the model";
        var answer =
                Seeding.good(
                        web.post(set + "/apply", token, JsonMapper.shared().createObjectNode()),
                        what);
        if (answer.has("version")) {
            return answer.path("version").asLong();
        }
        var job = api + "/jobs/" + Web.encode(answer.path("job").asString());
        if (!Pause.until(LONGEST, () -> ENDS.contains(job(job).path("state").asString()))) {
            throw new LaunchFailure("The values are still coming over: " + job);
        }
        var ended = job(job);
        if (!ended.path("state").asString().equals("done")) {
            throw new LaunchFailure("The change was not made: " + ended.path("problem").asString());
        }
        return Seeding.good(web.get(set, token), what).path("version").asLong();
    }

    private JsonNode job(String url) {
        return Seeding.good(web.get(url, token), "the job of the change");
    }
}
