package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Model;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.entente.testkit.PostgresFixture;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random models, records and expressions: each expression goes through the compiler, is answered by
 * PostgreSQL in one query over all rows and by the evaluator row by row, and the answers must be
 * the same. {@code -Dentente.seed} repeats a run, {@code -Dentente.scale} makes it longer.
 */
class DifferentialTest {

    private static final int MODELS = 20;
    private static final int EXPRESSIONS = 100;
    private static final int ROWS = 60;
    private static final int MOST_REPORTS = 8;

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    private static String databaseName = "";

    private final List<String> failures = new ArrayList<>();
    private int answers;
    private int nulls;

    @BeforeAll
    static void createFunctions() {
        databaseName = PostgresFixture.shared().freshDatabase();
        var source = PostgresFixture.shared().dataSource(databaseName);
        PostgresFixture.run(source, "create schema entente");
        PostgresFixture.run(source, CreateFunctions.STATEMENTS.toArray(String[]::new));
    }

    @Test
    void sqlAndMemoryAnswerAlike() throws Exception {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        var scale = Integer.getInteger("entente.scale", 1);
        System.out.println("differential test: -Dentente.seed=" + seed);
        try (var connection = PostgresFixture.shared().dataSource(databaseName).getConnection()) {
            var database = DSL.using(connection, SQLDialect.POSTGRES);
            database.execute("set time zone 'UTC'");
            var seeds = new Random(seed);
            for (var i = 0; i < MODELS * scale && failures.size() < MOST_REPORTS; i++) {
                new Round(database, seeds.nextLong()).run();
            }
        }
        System.out.println("differential test: " + answers + " answers, " + nulls + " null");
        assertEquals(List.of(), failures, "seed " + seed);
        assertTrue(answers > 0 && nulls < answers * 0.7, "too few answers say something");
    }

    /** One model with its records and expressions. */
    private final class Round {

        private final Random random;
        private final RandomValues values;
        private final DSLContext database;
        private final Model model;
        private final RandomRecords records;
        private final Tables tables;
        private final Evaluation base;

        Round(DSLContext database, long seed) {
            this.random = new Random(seed);
            this.values = new RandomValues(random);
            this.database = database;
            this.model = RandomModel.create(random);
            this.records = new RandomRecords(model, random, ROWS);
            this.tables =
                    new Tables(database, PostgresFixture.shared().freshSchema(databaseName), model);
            var user = values.oneOf(records.of("user"));
            this.base =
                    new Evaluation(
                            NOON.plus(values.duration()),
                            values.zone(),
                            user.id(),
                            user.values(),
                            Map.of());
        }

        void run() {
            tables.create(records);
            var expressions = new RandomExpressions(model, random);
            for (var i = 0; i < EXPRESSIONS && failures.size() < MOST_REPORTS; i++) {
                check(expressions.any(1 + values.below(5)));
            }
        }

        private void check(String text) {
            var scope =
                    Scope.of(
                            model,
                            model.entity(RandomModel.ROW).orElseThrow(),
                            Visibility.EVERYTHING);
            switch (ExpressionCompiler.compile(scope, text, Expected.any())) {
                case Outcome.Done<BoundExpression>(var bound) -> compare(text, bound);
                case Outcome.Refused<BoundExpression>(var problems) ->
                        failures.add("refused: " + text + "\n" + problems);
            }
        }

        private void compare(String text, BoundExpression bound) {
            var evaluation = evaluation(bound.parameters());
            var query = tables.query();
            var value = new ExpressionRenderer(query, evaluation).render(bound.root()).as("answer");
            var select =
                    database.select(DSL.field(DSL.name("t0", "id"), UUID.class), value)
                            .from(query.from());
            try {
                var inSql = new LinkedHashMap<UUID, @Nullable Object>();
                select.fetch().forEach(row -> inSql.put(row.value1(), row.value2()));
                for (var stored : records.of(RandomModel.ROW)) {
                    var inMemory =
                            Evaluator.evaluate(bound.root(), records.row(stored), evaluation);
                    var answer = inSql.get(stored.id());
                    answers++;
                    nulls += answer == null ? 1 : 0;
                    if (!alike(bound.root(), inMemory, answer)) {
                        report(
                                text,
                                evaluation,
                                select.toString(),
                                stored + "\nmemory " + inMemory + "\nsql    " + answer);
                        return;
                    }
                }
            } catch (DataAccessException e) {
                report(text, evaluation, select.toString(), String.valueOf(e.getMessage()));
            }
        }

        private void report(String text, Evaluation evaluation, String sql, String what) {
            failures.add("\n" + text + "\n" + what + "\n" + evaluation + "\n" + sql + "\n");
        }

        private Evaluation evaluation(Map<String, ValueType> types) {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            types.forEach((name, type) ->
                    parameters.put(name, values.chance(0.2) ? null : parameter(type)));
            return new Evaluation(base.now(), base.zone(), base.me(), base.myFields(), parameters);
        }

        private Object parameter(ValueType type) {
            return switch (type) {
                case Simple.BOOLEAN -> values.chance(0.5);
                case Simple.INTEGER -> BigDecimal.valueOf(values.whole());
                case Simple.DECIMAL -> values.decimal(12, 4);
                case Simple.TEXT -> values.text();
                case Simple.DATE -> values.date();
                case Simple.DATE_TIME -> values.instant();
                case Simple.DURATION -> values.duration();
                case Simple.NULL, Simple.MONEY, Simple.ADDRESS ->
                        throw new IllegalArgumentException("no parameter has it: " + type);
                case Choice(var choice) -> values.oneOf(List.copyOf(choice.options().keySet()));
                case ToEntity(var entity) -> reference(entity);
                case ToTrait(var trait) -> reference(values.oneOf(model.carriers(trait)).name());
            };
        }

        private Reference reference(String entity) {
            return new Reference(values.oneOf(records.of(entity)).id(), entity);
        }
    }

    private static boolean alike(
            TypedExpression expression, @Nullable Object inMemory, @Nullable Object inSql) {
        if (inMemory == null || inSql == null) {
            return inMemory == null && inSql == null;
        }
        return switch (inMemory) {
            case BigDecimal number when inSql instanceof BigDecimal other ->
                    number.compareTo(other) == 0;
            case Reference reference -> reference.id().equals(inSql);
            case String option when expression.type() instanceof Choice(var choice) ->
                    Optional.ofNullable(choice.options().get(option))
                            .orElseThrow()
                            .key()
                            .equals(inSql);
            default -> inMemory.equals(inSql);
        };
    }
}
