package org.entente.launcher;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/** A tenant's model as a folder of files: planned, applied, exported, compared. */
final class TenantCode {
    private static final int CONTEXT_LINES = 3;

    private final Web web;
    private final String api;
    private final String token;
    private final PrintStream out;

    /**
     * @param api the root of the tenant's API
     */
    TenantCode(Web web, String api, String token, PrintStream out) {
        this.web = web;
        this.api = api;
        this.token = token;
        this.out = out;
    }

    /** Tells what the folder would change; true when nothing stands against it. */
    boolean plan(TenantFolder folder) throws IOException {
        return tell(planned(written(folder)));
    }

    /**
     * Makes the folder the tenant's model.
     *
     * @param lossy whether values may be lost
     */
    boolean apply(TenantFolder folder, boolean lossy) throws IOException {
        var changeSet = written(folder);
        var plan = planned(changeSet);
        if (!tell(plan)) {
            return false;
        }
        if (loses(plan) && !lossy) {
            out.println("Values would be lost. Say --yes when that is meant.");
            return false;
        }
        var version = new Applied(web, api, token, out::println).version(changeSet);
        out.println("Published as version " + version + ".");
        return true;
    }

    /**
     * Writes the tenant's model into the folder.
     *
     * @param replace whether definitions that are there may be replaced
     */
    boolean export(TenantFolder folder, boolean replace) throws IOException {
        var there = folder.definitions();
        if (!there.isEmpty() && !replace) {
            throw new LaunchFailure(
                    folder.folder() + " holds definitions. Say --yes to have them replaced.");
        }
        var files = files("");
        for (var file : there) {
            if (!files.containsKey(folder.folder().relativize(file).toString())) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            var path = folder.folder().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        out.println(files.size() + " files in " + folder.folder());
        return true;
    }

    /** Tells line by line how the folder differs from the tenant; true when it does not. */
    boolean diff(TenantFolder folder) throws IOException {
        return tell(files(""), files("&changeset=" + written(folder)));
    }

    /** Tells line by line how another tenant differs; true when it does not. */
    boolean diff(TenantCode other) throws IOException {
        return tell(files(""), other.files(""));
    }

    /** Writes the JSON Schema of definitions into a file, for an editor to read. */
    boolean schema(Path file) throws IOException {
        var schema = good(web.get(api + "/meta/schema", token));
        Files.writeString(file, schema.toPrettyString() + "\n");
        out.println("The schema of definitions: " + file);
        return true;
    }

    private String changeSets() {
        return api + "/meta/changesets";
    }

    private String written(TenantFolder folder) throws IOException {
        var title = Web.encode("Folder " + folder.name());
        return good(web.post(
                        changeSets() + "?title=" + title,
                        token,
                        "application/zip",
                        BodyPublishers.ofByteArray(folder.zip())))
                .path("id")
                .asString();
    }

    private JsonNode planned(String changeSet) {
        return good(web.post(changeSets() + "/" + changeSet + "/plan", token));
    }

    private boolean tell(JsonNode plan) {
        for (var problem : plan.path("problems")) {
            out.printf(
                    "  !  %s  %s%n",
                    problem.path("pointer").asString(), problem.path("message").asString());
        }
        for (var effect : plan.path("effects")) {
            out.printf(
                    "  %-28s %s%s%s%n",
                    effect.path("kind").asString(),
                    effect.path("path").asString(),
                    effect.has("was") ? "  (was " + effect.path("was").asString() + ")" : "",
                    counted(effect));
        }
        for (var affected : plan.path("affected")) {
            out.println("  affects                      " + affected.path("path").asString());
        }
        var problems = plan.path("problems").size();
        out.println(
                problems > 0
                        ? problems + " problems; nothing can be applied."
                        : plan.path("effects").size() + " changes, no problem.");
        return problems == 0;
    }

    /** How many records there are, and what becomes of values that the change has no room for. */
    private static String counted(JsonNode effect) {
        var told = new StringBuilder();
        if (effect.path("rows").asLong() > 0) {
            told.append("  ").append(effect.path("rows").asLong()).append(" rows");
        }
        var values = effect.path("values");
        if (!values.isMissingNode()) {
            told.append(values.path("exact").asBoolean() ? "  " : "  at least ")
                    .append(values.path("count").asLong())
                    .append(' ')
                    .append(fate(values));
        }
        return told.toString();
    }

    private static String fate(JsonNode values) {
        return switch (values.path("fate").asString()) {
            case "kept" -> "lost (they come back within 30 days)";
            case "emptied" -> "lost";
            case "refused" -> "that stand in the way";
            default -> "that stay as they are";
        };
    }

    private static boolean loses(JsonNode plan) {
        return plan.path("effects")
                .valueStream()
                .map(effect -> effect.path("values").path("fate").asString(""))
                .anyMatch(fate -> fate.equals("kept") || fate.equals("emptied"));
    }

    private boolean tell(SortedMap<String, String> before, SortedMap<String, String> after) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        var same = true;
        for (var path : paths) {
            var was = lines(before.getOrDefault(path, ""));
            var is = lines(after.getOrDefault(path, ""));
            if (!was.equals(is)) {
                same = false;
                UnifiedDiffUtils.generateUnifiedDiff(
                                before.containsKey(path) ? path : "(nothing)",
                                after.containsKey(path) ? path : "(nothing)",
                                was,
                                DiffUtils.diff(was, is),
                                CONTEXT_LINES)
                        .forEach(out::println);
            }
        }
        if (same) {
            out.println("No difference.");
        }
        return same;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private SortedMap<String, String> files(String more) throws IOException {
        var files = new TreeMap<String, String>();
        var archive = web.bytes(api + "/meta/export?format=yaml" + more, token);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonNode good(Web.Answer answer) {
        return Seeding.good(answer, "The call");
    }
}
