package org.entente.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends a file into an entity over the HTTP API: proposal, rehearsal, progress, summary. */
final class Import {
    private static final int HEAD = 1 << 18;
    private static final String CSV = "text/csv";

    private final Web web;
    private final String api;
    private final String token;
    private final PrintStream out;

    /**
     * @param api the root of the tenant's API
     */
    Import(Web web, String api, String token, PrintStream out) {
        this.web = web;
        this.api = api;
        this.token = token;
        this.out = out;
    }

    /**
     * What is wanted.
     *
     * @param maps {@code column=field} each, over the server's own proposal
     * @param refused where refused rows are written
     */
    record Wish(
            String entity,
            Path file,
            List<String> maps,
            Optional<String> matchOn,
            boolean dryRun,
            Optional<Path> refused) {}

    /** True when every row was taken, or would be. */
    boolean run(Wish wish) throws IOException {
        var sniffed = sniff(wish);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "import").put("entity", wish.entity());
        body.set("format", sniffed.path("format"));
        body.set("mapping", mapping(sniffed, wish.maps()));
        wish.matchOn().ifPresent(field -> body.put("match_on", field));
        tell(sniffed, body.path("mapping"));
        var job = good(web.post(api + "/jobs", token, body)).path("id").asString();
        good(
                web.put(
                        api + "/jobs/" + job + "/parts/1",
                        token,
                        CSV,
                        BodyPublishers.ofFile(wish.file())));
        return wish.dryRun() ? rehearse(job) : perform(job, wish);
    }

    private JsonNode sniff(Wish wish) throws IOException {
        try (var in = Files.newInputStream(wish.file())) {
            var first = in.readNBytes(HEAD);
            var head =
                    isZip(first)
                            ? BodyPublishers.ofFile(wish.file())
                            : BodyPublishers.ofByteArray(first);
            var url = api + "/jobs/sniff?entity=" + Web.encode(wish.entity());
            return good(web.post(url, token, CSV, head));
        }
    }

    /** A workbook cannot be told from its beginning. */
    private static boolean isZip(byte[] first) {
        return first.length > 1 && first[0] == 'P' && first[1] == 'K';
    }

    private static ObjectNode mapping(JsonNode sniffed, List<String> maps) {
        var mapping = (ObjectNode) sniffed.path("mapping").deepCopy();
        for (var map : maps) {
            var cut = map.indexOf('=');
            if (cut < 1) {
                throw new LaunchFailure("\"" + map + "\" is no column=field.");
            }
            mapping.put(map.substring(0, cut), map.substring(cut + 1));
        }
        return mapping;
    }

    private void tell(JsonNode sniffed, JsonNode mapping) {
        var format = sniffed.path("format");
        if (format.path("type").asString("csv").equals("csv")) {
            out.printf(
                    "%s, cells between \"%s\"%n",
                    format.path("encoding").asString(), format.path("delimiter").asString());
        } else {
            out.println(format.path("type").asString());
        }
        for (var column : sniffed.path("columns")) {
            var name = column.path("name").asString();
            var target = mapping.path(name);
            var field = target.isObject() ? target.toString() : target.asString("-");
            var doubt = column.path("ambiguous").asBoolean() ? "   (could be read otherwise)" : "";
            out.printf("  %-32s %s%s%n", name, field, doubt);
        }
    }

    private boolean rehearse(String job) {
        var preview = good(web.post(api + "/jobs/" + job + "/preview?rows=10000", token));
        for (var problem : preview.path("problems")) {
            out.printf(
                    "  line %d  %s: %s%n",
                    problem.path("line").asLong(),
                    problem.path("columns").asString(),
                    problem.at("/error/message").asString());
        }
        var rows = preview.path("rows");
        out.printf(
                "Rehearsed: %d rows fit, %d would be refused.%s%n",
                rows.path("ok").asLong(),
                rows.path("failed").asLong(),
                preview.path("complete").asBoolean() ? "" : " There are more rows.");
        return rows.path("failed").asLong() == 0;
    }

    private boolean perform(String job, Wish wish) throws IOException {
        good(web.post(api + "/jobs/" + job + "/run", token));
        var state = good(web.get(api + "/jobs/" + job, token));
        while (state.path("state").asString().equals("running")) {
            Pause.step();
            state = good(web.get(api + "/jobs/" + job, token));
            out.printf(
                    "  %d of %d, %d a second%n",
                    state.at("/rows/ok").asLong() + state.at("/rows/failed").asLong(),
                    state.at("/rows/total").asLong(),
                    state.path("rate").asLong());
        }
        var failed = state.at("/rows/failed").asLong();
        out.printf(
                "%s: %d rows taken, %d refused.%n",
                state.path("state").asString(), state.at("/rows/ok").asLong(), failed);
        if (failed > 0) {
            keep(job, wish.refused().orElseGet(() -> beside(wish.file())));
        }
        return failed == 0 && state.path("state").asString().equals("done");
    }

    private static Path beside(Path file) {
        var form = file.toString().endsWith("json") ? ".refused.ndjson" : ".refused.csv";
        return Path.of(file.getFileName() + form);
    }

    private void keep(String job, Path refused) throws IOException {
        var answer = web.text(api + "/jobs/" + job + "/results/failed", token);
        Files.writeString(refused, answer);
        out.println("Refused rows, each with its reason: " + refused);
    }

    private static JsonNode good(Web.Answer answer) {
        if (answer.good()) {
            return answer.body();
        }
        var reasons =
                answer.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString() + " " + e.path("message").asString())
                        .toList();
        throw new LaunchFailure(
                answer.status()
                        + " "
                        + answer.body().path("title").asString("no answer")
                        + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)));
    }

    /** The maps of an option that stands several times. */
    static List<String> maps(Optional<String> option) {
        return option.map(all -> Arrays.asList(all.split(Arguments.AGAIN, -1))).orElse(List.of());
    }
}
