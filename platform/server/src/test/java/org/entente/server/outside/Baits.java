package org.entente.server.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Requests that try to reach something by its id or value: the same request can be made with what
 * another tenant has, and with what nobody has.
 */
final class Baits {

    /**
     * What a request asks for.
     *
     * @param record the id of a thing
     * @param organization the id of an organization
     * @param changeSet the id of a change set
     * @param job the id of an import
     * @param code the value of a unique field
     * @param cursor where a page went on
     * @param person somebody's e-mail, which is the username too
     * @param user the id of that person's user
     */
    record Lure(
            String record,
            String organization,
            String changeSet,
            String job,
            String code,
            String cursor,
            String person,
            String user) {

        /** Nothing of it exists anywhere. */
        static Lure ofNothing() {
            var unique = House.unique();
            return new Lure(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    "N" + unique,
                    "bm90aGluZyB0aGF0IHdlIGhhdmUgd3JpdHRlbiBvdXJzZWx2ZXM",
                    "nobody-" + unique + "@wall.example",
                    UUID.randomUUID().toString());
        }

        /** A text in which everything of this lure reads the same as in any other. */
        String masked(String text) {
            return text.replace(record, "RECORD")
                    .replace(organization, "ORGANIZATION")
                    .replace(changeSet, "CHANGESET")
                    .replace(job, "JOB")
                    .replace(code, "CODE")
                    .replace(person, "PERSON")
                    .replace(user, "USER");
        }
    }

    private Baits() {}

    /** All requests that an operation can be tried with. */
    static List<Call> of(Operation operation, Lure lure) {
        var calls = new ArrayList<Call>();
        for (var path : paths(operation, lure)) {
            if (operation.bodies().isEmpty()) {
                calls.add(ifMatch(operation, Call.of(operation.method(), path)));
            }
            operation
                    .bodies()
                    .forEach((type, schema) ->
                            bodies(schema, lure)
                                    .forEach(body ->
                                            calls.add(
                                                    ifMatch(
                                                            operation,
                                                            call(operation, path, type, body)))));
        }
        return calls;
    }

    private static Call ifMatch(Operation operation, Call call) {
        return operation.ifMatch() ? call.header("If-Match", "\"1\"") : call;
    }

    private static Call call(Operation operation, String path, String type, Object body) {
        var declared = type.equals("*/*") ? "application/octet-stream" : type;
        return body instanceof byte[] bytes
                ? Call.of(operation.method(), path)
                        .body(declared, BodyPublishers.ofByteArray(bytes))
                        .header("Content-Disposition", "attachment; filename=\"bait.txt\"")
                : Call.of(operation.method(), path)
                        .body(type, BodyPublishers.ofString(Json.write(body)));
    }

    private static List<String> paths(Operation operation, Lure lure) {
        var path = path(operation, lure, Things.ENTITY, id(operation, lure));
        var paths = new ArrayList<String>();
        paths.add(path + dryRun(operation, "?"));
        if (operation.byId() && operation.method().equals("GET")) {
            paths.add(path(operation, lure, "organization", lure.organization()));
            paths.add(path(operation, lure, "user", lure.user()));
        }
        for (var parameter : operation.query()) {
            queries(parameter, lure)
                    .forEach(query -> paths.add(path + "?" + query + dryRun(operation, "&")));
        }
        return paths;
    }

    private static String path(Operation operation, Lure lure, String entity, String id) {
        return operation.path(
                Map.of(
                        "entity",
                        entity,
                        "id",
                        id,
                        "field",
                        operation.path().contains("/files/") ? "scan" : "code",
                        "value",
                        lure.code(),
                        "related_list",
                        "children",
                        "n",
                        "1",
                        "kind",
                        "failed"));
    }

    private static String id(Operation operation, Lure lure) {
        return operation.path().contains("jobs")
                ? lure.job()
                : operation.path().contains("changesets") ? lure.changeSet() : lure.record();
    }

    /**
     * Whatever takes a rehearsal gets one, so that one request does not change the next one's
     * answer.
     */
    private static String dryRun(Operation operation, String separator) {
        return operation.query().contains("dry_run") ? separator + "dry_run=true" : "";
    }

    private static List<String> queries(String parameter, Lure lure) {
        return switch (parameter) {
            case "filter" ->
                    List.of(
                            "filter=" + Visitor.segment("code == \"" + lure.code() + "\""),
                            "filter=" + Visitor.segment("parent == \"" + lure.record() + "\""),
                            "filter="
                                    + Visitor.segment(
                                            "company == \"" + lure.organization() + "\""));
            case "params.*" ->
                    List.of(
                            "filter="
                                    + Visitor.segment("code == params.x")
                                    + "&params.x="
                                    + lure.code(),
                            "filter="
                                    + Visitor.segment("parent == params.x")
                                    + "&params.x="
                                    + lure.record());
            case "cursor" -> List.of("cursor=" + lure.cursor());
            case "fields" -> List.of("fields=code,parent.code");
            case "sort" -> List.of("sort=-code");
            case "limit" -> List.of("limit=1");
            case "total" ->
                    List.of(
                            "total=exact&filter="
                                    + Visitor.segment("code == \"" + lure.code() + "\""));
            case "title" -> List.of("title=" + lure.code());
            case "entity" -> List.of("entity=" + Things.ENTITY);
            case "rows" -> List.of("rows=1");
            case "format" -> List.of("format=yaml");
            case "changeset" -> List.of("changeset=" + lure.changeSet());
            case "state" -> List.of("state=done");
            case "kind" -> List.of("kind=import");
            case "dry_run" -> List.of();
            default -> queriesOfFiles(parameter);
        };
    }

    private static List<String> queriesOfFiles(String parameter) {
        return switch (parameter) {
            case "encoding" -> List.of("encoding=UTF-8");
            case "delimiter" -> List.of("delimiter=%3B");
            case "quote" -> List.of("quote=%27");
            case "preamble" -> List.of("preamble=1");
            case "header" -> List.of("header=true");
            default -> queriesOfChanges(parameter);
        };
    }

    private static List<String> queriesOfChanges(String parameter) {
        return switch (parameter) {
            case "entities" -> List.of("entities=" + Things.ENTITY, "entities=organization,user");
            case "as_of" -> List.of("as_of=2100-01-01T00:00:00Z");
            case "wait" -> List.of("wait=0");
            default ->
                    throw new AssertionError(
                            "nobody says what to ask with " + parameter + ": extend the sweep");
        };
    }

    private static List<Object> bodies(String schema, Lure lure) {
        return switch (schema) {
            case "Values" -> values(lure);
            case "FormRequest" -> forms(lure);
            case "PageRequest" -> pages(lure);
            case "AggregateRequest" -> aggregates(lure);
            case "Batch" -> batches(lure);
            case "ChangeSetRequest" -> List.of(Map.of("title", lure.code(), "edits", List.of()));
            case "Zip" -> List.of(Zips.of(Map.of("tenant.yaml", "title: " + lure.code() + "\n")));
            case "Bytes" -> List.of(("See " + lure.code()).getBytes(UTF_8));
            case "File" -> List.of(("code\n" + lure.code() + "\n").getBytes(UTF_8));
            case "JobRequest" -> jobs(lure);
            case "NewUser" -> List.of(user(lure));
            default ->
                    throw new AssertionError(
                            "nobody says what to send as " + schema + ": extend the sweep");
        };
    }

    private static List<Object> values(Lure lure) {
        return List.of(
                Map.of("values", Map.of("code", lure.code())),
                Map.of("values", Map.of("code", "V1", "parent", lure.record())),
                Map.of("values", Map.of("code", "V2", "company", lure.organization())),
                Map.of(
                        "values",
                        Map.of("code", "V3", "parent", Map.of("by", Map.of("code", lure.code())))),
                Map.of("values", Map.of("code", "V4", "party", party(lure))),
                Map.of("values", Map.of("code", "V5", "owner", lure.user())));
    }

    private static List<Object> forms(Lure lure) {
        var forms = new ArrayList<>(values(lure));
        forms.add(Map.of("id", lure.record(), "values", Map.of("code", "V6")));
        return forms;
    }

    private static Map<String, Object> party(Lure lure) {
        return Map.of("entity", "organization", "id", lure.organization());
    }

    private static List<Object> pages(Lure lure) {
        return List.of(
                Map.of(
                        "filter",
                        "code == params.x",
                        "params",
                        Map.of("x", lure.code()),
                        "total",
                        "exact"),
                Map.of("filter", "parent == params.x", "params", Map.of("x", lure.record())),
                Map.of("filter", "company == \"" + lure.organization() + "\""),
                Map.of("cursor", lure.cursor()));
    }

    private static List<Object> aggregates(Lure lure) {
        var count = List.of(Map.of("as", "n", "fn", "count"));
        return List.of(
                Map.of(
                        "measures",
                        count,
                        "filter",
                        "code == params.x",
                        "params",
                        Map.of("x", lure.code())),
                Map.of("measures", count, "filter", "parent == \"" + lure.record() + "\""),
                Map.of(
                        "measures",
                        count,
                        "group",
                        List.of(Map.of("by", "company")),
                        "having",
                        "n > 0"));
    }

    private static List<Object> batches(Lure lure) {
        var batches = new ArrayList<>();
        for (var atomic : List.of(true, false)) {
            for (var operation : operations(lure)) {
                batches.add(Map.of("atomic", atomic, "operations", List.of(operation)));
            }
        }
        return batches;
    }

    private static List<Map<String, Object>> operations(Lure lure) {
        var values = Map.of("title", "Taken");
        return List.of(
                Map.of("op", "update", "id", lure.record(), "values", values),
                Map.of("op", "update", "id", lure.record(), "version", 1, "values", values),
                Map.of("op", "delete", "id", lure.record()),
                Map.of("op", "delete", "id", lure.record(), "version", 99),
                Map.of("op", "restore", "id", lure.record()),
                Map.of("op", "upsert", "by", Map.of("code", lure.code()), "values", values),
                Map.of("op", "create", "values", Map.of("code", lure.code())),
                Map.of("op", "create", "values", Map.of("code", "B1", "parent", lure.record())),
                Map.of("op", "create", "values", Map.of("code", "B2", "party", party(lure))));
    }

    private static List<Object> jobs(Lure lure) {
        var filter = "code == \"" + lure.code() + "\"";
        return List.of(
                Map.of(
                        "kind",
                        "import",
                        "entity",
                        Things.ENTITY,
                        "mapping",
                        Map.of(lure.code(), "code")),
                Map.of("kind", "export", "entity", Things.ENTITY, "filter", filter),
                Map.of(
                        "kind",
                        "update",
                        "entity",
                        Things.ENTITY,
                        "filter",
                        filter,
                        "values",
                        Map.of("parent", lure.record())),
                Map.of("kind", "delete", "entity", Things.ENTITY, "filter", filter));
    }

    private static Map<String, Object> user(Lure lure) {
        return Map.of("email", lure.person(), "name", "Somebody", "roles", List.of("reader"));
    }
}
