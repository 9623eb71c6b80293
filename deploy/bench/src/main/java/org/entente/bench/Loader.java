package org.entente.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Fills both sides from one seed by SQL: the platform's rows go straight into the tenant's tables,
 * since 600,000 creates through the API would take most of an hour. No change is told of them.
 */
final class Loader implements AutoCloseable {
    private static final String REFERENCE = "bench_reference.";
    private static final String SEED = "bench_seed.";
    private static final List<String> CHILDREN_FIRST = List.of("contact", "account");

    private final Connection database;
    private final int rows;
    private final Map<String, Map<String, String>> names = new LinkedHashMap<>();

    Loader(Settings settings) {
        this.rows = settings.rows();
        var password = Optional.ofNullable(System.getenv("POSTGRES_PASSWORD")).orElse("");
        try {
            this.database =
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:"
                                    + settings.house().database()
                                    + "/entente",
                            "postgres",
                            password);
        } catch (SQLException e) {
            throw new BenchFailure("the database does not answer", e);
        }
    }

    /** True when an earlier run has filled both sides with as many rows as are wanted. */
    boolean filled() throws SQLException {
        return one("select to_regclass('bench_seed.filled')::text").isPresent()
                && one("select accounts::text from bench_seed.filled")
                        .filter(String.valueOf(rows)::equals)
                        .isPresent();
    }

    void fill(JsonNode model, List<String> owners) throws SQLException {
        seed(owners);
        run(BenchTenant.resource("reference.sql"));
        run("truncate %s, %s".formatted(ours("account"), ours("contact")));
        fill(model, "account", "opened_at");
        fill(model, "contact", "met_at");
        for (var entity : CHILDREN_FIRST) {
            settle(entity);
        }
        run("create table bench_seed.filled as select %d as accounts".formatted(rows));
        run("checkpoint");
    }

    private void seed(List<String> owners) throws SQLException {
        var list = owners.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        run(
                BenchTenant.resource("seed.sql")
                        .replace("{rows}", String.valueOf(rows))
                        .replace("{owners}", list)
                        .replace("{owner_count}", String.valueOf(owners.size())));
    }

    /** Finds out what the tables and columns of the tenant are called. */
    void learn(JsonNode model) throws SQLException {
        for (var entity : CHILDREN_FIRST) {
            var key = model.path("entities").path(entity).path("key").asString();
            names.put(entity, physical(key));
        }
    }

    private String ours(String entity) throws SQLException {
        return schema() + "." + names.getOrDefault(entity, Map.of()).get("");
    }

    /** Puts the seed into the table of an entity, whatever its columns are called. */
    private void fill(JsonNode model, String entity, String moment) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "id");
        columns.put("version", "1");
        columns.put("owner_id", "owner");
        columns.put("created_at", moment);
        columns.put("created_by", "owner");
        columns.put("updated_at", moment);
        columns.put("updated_by", "owner");
        var known = names.getOrDefault(entity, Map.of());
        for (var field : model.path("entities").path(entity).path("fields").properties()) {
            var column = known.get(field.getValue().path("key").asString());
            if (column != null) {
                columns.putIfAbsent(column, value(field.getKey(), field.getValue()));
            }
        }
        run(
                "insert into %s (%s) select %s from %s order by n"
                        .formatted(
                                ours(entity),
                                String.join(", ", columns.keySet()),
                                String.join(", ", columns.values()),
                                SEED + entity));
    }

    /** Choices are kept by the key of their option. */
    private static String value(String name, JsonNode field) {
        var options = field.path("options");
        if (!options.isObject()) {
            return name;
        }
        var cases = new ArrayList<String>();
        for (var option : options.properties()) {
            cases.add(
                    "when '%s' then '%s'"
                            .formatted(option.getKey(), option.getValue().path("key").asString()));
        }
        return "case " + name + " " + String.join(" ", cases) + " end";
    }

    /**
     * Deletes what is not of the seed, on both sides. Nothing of the seed points at it, so that no
     * foreign key has to be looked at.
     */
    void takeBack() throws SQLException {
        run("set session_replication_role = replica");
        for (var entity : CHILDREN_FIRST) {
            for (var table : List.of(ours(entity), REFERENCE + entity)) {
                run(
                        "delete from %s e where not exists (select from %s s where s.id = e.id)"
                                .formatted(table, SEED + entity));
            }
            settle(entity);
        }
    }

    /** What a day of autovacuum would have done. */
    private void settle(String entity) throws SQLException {
        run("vacuum analyze " + ours(entity));
        run("vacuum analyze " + REFERENCE + entity);
    }

    void dropReferenceFields(List<String> fields) throws SQLException {
        for (var field : fields) {
            run("alter table bench_reference.account drop column if exists " + field);
        }
    }

    /** Field keys to columns; the empty key stands for the table. */
    private Map<String, String> physical(String entityKey) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (var query =
                database.prepareStatement(
                        "select field_key, kind, name from %s.physical where entity_key = ?"
                                .formatted(schema()))) {
            query.setString(1, entityKey);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getString(2).equals("table")) {
                        found.put("", row.getString(3));
                    } else if (row.getString(2).startsWith("column:")) {
                        found.put(row.getString(1), row.getString(3));
                    }
                }
            }
        }
        return found;
    }

    private String schema() throws SQLException {
        return one("select number::text from entente.tenant where name = 'bench'")
                .map(number -> "t_" + Long.toString(Long.parseLong(number), Character.MAX_RADIX))
                .orElseThrow(() -> new BenchFailure("there is no tenant"));
    }

    private Optional<String> one(String sql) throws SQLException {
        return column(sql).stream().findFirst();
    }

    List<String> column(String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                if (found.getString(1) != null) {
                    all.add(found.getString(1));
                }
            }
        }
        return all;
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
