package org.entente.launcher;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies a change set, and waits for the job where its values take long.
 *
 * @param told hears how far the job is
 */
record Applied(Web web, String api, String token, Consumer<String> told) {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Set<String> ENDS =
            Set.of("done", "stopped", "interrupted", "cancelled", "dead");

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
        var ended = ended(api + "/jobs/" + Web.encode(answer.path("job").asString()));
        if (!ended.path("state").asString().equals("done")) {
            throw new LaunchFailure(
                    "The change was not made, its job is "
                            + ended.path("state").asString()
                            + ": "
                            + ended.path("problem").asString("no reason is given"));
        }
        return Seeding.good(web.get(set, token), what).path("version").asLong();
    }

    private JsonNode ended(String url) {
        var begun = System.nanoTime();
        var last = "";
        while (true) {
            var job = Seeding.good(web.get(url, token), "the job of the change");
            var line = line(job);
            if (!line.equals(last)) {
                told.accept(line);
                last = line;
            }
            if (ENDS.contains(job.path("state").asString())) {
                return job;
            }
            if (Steps.since(begun).compareTo(LONGEST) > 0) {
                throw new LaunchFailure("The values are still coming over: " + url);
            }
            Pause.step();
        }
    }

    private static String line(JsonNode job) {
        return "  %s of %s records looked at"
                .formatted(job.at("/rows/ok").asString("0"), job.at("/rows/total").asString("?"));
    }
}
