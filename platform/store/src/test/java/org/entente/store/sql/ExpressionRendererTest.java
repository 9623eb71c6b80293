package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.testkit.PostgresFixture;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionRendererTest {

    private static final int SMALL_STACK = 512 * 1024;

    private final Random random = new Random(1);
    private final Model model = RandomModel.create(random);
    private final RandomRecords records = new RandomRecords(model, random, 5);
    private final Evaluation evaluation =
            new Evaluation(
                    Instant.parse("2026-05-01T10:00:00Z"),
                    ZoneId.of("Europe/Paris"),
                    records.of("user").getFirst().id(),
                    records.of("user").getFirst().values(),
                    parameters());
    private final PostgresFixture postgres = PostgresFixture.shared();
    private final Connection connection;
    private final DSLContext database;
    private final Tables tables;
    private final String schema;

    ExpressionRendererTest() throws SQLException {
        var name = postgres.freshDatabase();
        schema = postgres.freshSchema(name);
        PostgresFixture.run(postgres.dataSource(name), "create schema entente");
        PostgresFixture.run(
                postgres.dataSource(name), CreateFunctions.STATEMENTS.toArray(String[]::new));
        connection = postgres.dataSource(name).getConnection();
        database = DSL.using(connection, SQLDialect.POSTGRES);
        tables = new Tables(database, schema, model);
    }

    private static Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("x", "it's {0} ? MARKER");
        return parameters;
    }

    @BeforeAll
    void createTables() {
        tables.create(records);
        for (var column :
                List.of("text_1", "whole_1", "dec_1", "day_1", "at_1", "choice_1", "company")) {
            database.execute("create index on " + schema + ".e_deal (f_" + column + ")");
        }
        database.execute("set enable_seqscan = off");
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whole_1 == 5",
                "whole_1 > 5 && whole_1 <= 7",
                "whole_1 in [1, 2, 3]",
                "dec_1 > 12",
                "dec_1 == 1.5",
                "text_1 == \"x\"",
                "text_1.startsWith(\"x\")",
                "text_1 == params.x",
                "day_1 >= \"2026-05-01\"",
                "day_1 >= addDays(today, -30)",
                "day_1 == startOfMonth(now)",
                "at_1 > now - duration(\"P3D\")",
                "choice_1 == \"option_1\"",
                "choice_1 in [\"option_0\", \"option_1\"]",
                "company == \"0190a0b0-1111-7222-8333-444455556666\"",
                "whole_1 == null",
            })
    void letsAnIndexServe(String text) {
        var query = tables.query();
        var condition = new ExpressionRenderer(query, evaluation).condition(bound(text));
        var plan =
                database.explain(database.selectOne().from(query.from()).where(condition)).plan();
        assertTrue(plan.contains("Index Cond"), plan);
    }

    @Test
    void bindsEveryValue() {
        var query = tables.query();
        var condition =
                new ExpressionRenderer(query, evaluation)
                        .condition(
                                bound(
                                        "text_1 == \"MARKER\" || text_1 in [params.x, \"MARKER\"]"
                                                + " || day_1 == \"2026-01-02\" || dec_1 == 77.125"
                                                + " || choice_1 == \"option_1\" || me == owner"));
        var sql = database.render(condition);
        for (var value : List.of("MARKER", "2026", "77", "option", evaluation.me().toString())) {
            assertFalse(sql.contains(value), sql);
        }
    }

    static Stream<String> nestings() {
        return Stream.of(
                nested(90, "addDays(", "today", ", 1)", "1 == (", ".day)"),
                nested(90, "min(2, ", "whole_1", ")", "1 < ", ""),
                nested(45, "(1 + ", "whole_1", ")", "1 < ", ""),
                nested(30, "1 / (2 - ", "dec_1", ")", "1 < ", ""),
                nested(40, "(flag_1 ? ", "flag_1", " : false)", "", ""),
                nested(90, "!", "flag_1", "", "", ""),
                nested(90, "coalesce(null, ", "text_1", ")", "\"a\" == ", ""),
                nested(45, "lower(trim(", "text_1", "))", "\"a\" == ", ""),
                nested(30, "(\"a\" + fold(", "text_1", "))", "\"a\" == ", ""),
                nested(40, "number(text(", "dec_1", "))", "1 < ", ""),
                nested(30, "startOfWeek(addMonths(", "day_1", ", 1))", "today < ", ""),
                nested(20, "(now - (now - ", "duration(\"PT1H\")", "))", "now < now + ", ""),
                "flag_1 " + "|| whole_1 in [1, 2] ".repeat(300),
                "whole_1 in [" + "1, ".repeat(1_900) + "2]",
                "text_1 == " + "text_1 + ".repeat(90) + "text_1");
    }

    private static String nested(
            int depth, String open, String core, String close, String... frame) {
        return frame[0] + open.repeat(depth) + core + close.repeat(depth) + frame[1];
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void growsNoFasterThanTheExpression(String text) throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        var thread = new Thread(null, () -> checkLarge(text), "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((where, problem) -> thrown.set(problem));
        thread.start();
        thread.join();
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }

    private void checkLarge(String text) {
        var query = tables.query();
        var root = bound(text);
        var field = new ExpressionRenderer(query, evaluation).render(root);
        var sql = database.render(field);
        assertTrue(sql.length() < 2_000 + 40 * text.length(), () -> "too long: " + sql.length());
        var answers =
                database.select(field)
                        .from(query.from())
                        .orderBy(DSL.field(DSL.name("t0", "id")))
                        .fetch(0);
        var inMemory =
                records.of(RandomModel.ROW).stream()
                        .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                        .map(one -> Evaluator.evaluate(root, records.row(one), evaluation))
                        .toList();
        assertEquals(inMemory.toString(), answers.toString());
    }

    private TypedExpression bound(String text) {
        var row = model.entity(RandomModel.ROW).orElseThrow();
        var scope = Scope.of(model, row, Visibility.EVERYTHING);
        return switch (ExpressionCompiler.compile(scope, text, Expected.condition())) {
            case Outcome.Done<BoundExpression>(var bound) -> bound.root();
            case Outcome.Refused<BoundExpression>(var problems) ->
                    throw new AssertionError(text + ": " + problems);
        };
    }
}
