package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.Selection;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random models, records and expressions: each expression goes through the compiler, is answered by
 * PostgreSQL in one query over all rows and by the evaluator row by row, and the answers must be
 * the same; a question that the time limit stops has none. {@code -Dentente.seed} repeats a run;
 * {@code -Dentente.trial=true} adds the long one.
 */
class DifferentialTest {

    private static final Extent SMALL = new Extent(5, 80, 60);
    private static final Extent LARGE = new Extent(40, 500, 200);
    private static final int MOST_REPORTS = 8;

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    private final List<String> failures = new ArrayList<>();
    private int answers;
    private int nulls;
    private int asked;
    private int stopped;

    /** How much is tried. */
    private record Extent(int models, int expressions, int rows) {}

    @Test
    void sqlAndMemoryAnswerAlike() {
        run(SMALL);
    }

    @Test
    @Tag("trial")
    @EnabledIfSystemProperty(named = "entente.trial", matches = "true")
    void sqlAndMemoryAnswerAlikeAtLength() {
        run(LARGE);
    }

    private void run(Extent extent) {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        System.out.println("differential test: -Dentente.seed=" + seed + " " + extent);
        var seeds = new Random(seed);
        for (var i = 0; i < extent.models() && failures.size() < MOST_REPORTS; i++) {
            new Round(extent, seeds.nextLong()).run();
        }
        System.out.printf(
                "differential test: %d answers, %d null; of %d questions %d took too long%n",
                answers, nulls, asked, stopped);
        assertEquals(List.of(), failures, "seed " + seed);
        assertTrue(stopped <= asked / 50, stopped + " of " + asked + " took too long");
        assertTrue(answers > 0 && nulls < answers * 0.7, "too few answers say something");
    }

    /** One model with its records and expressions. */
    private final class Round {

        private final Extent extent;
        private final Random random;
        private final RandomValues values;
        private final Model model;
        private final RandomRecords records;
        private final Desk desk;
        private final Evaluation base;

        Round(Extent extent, long seed) {
            this.extent = extent;
            this.random = new Random(seed);
            this.values = new RandomValues(random);
            this.model = RandomModel.create(random);
            this.records = new RandomRecords(model, random, extent.rows());
            this.desk = new Desk(Cell.shared(), Cell.shared().tenant(), model);
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
            records.store(desk);
            var expressions = new RandomExpressions(model, random);
            for (var i = 0; i < extent.expressions() && failures.size() < MOST_REPORTS; i++) {
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
                case Outcome.Done<BoundExpression>(var bound) -> {
                    switch (new Inlining(model).inline(scope.row(), bound.root())) {
                        case Outcome.Done<TypedExpression>(var whole) ->
                                compare(text, bound, whole);
                        case Outcome.Refused<TypedExpression>(var problems) ->
                                tooLarge(text, problems);
                    }
                }
                case Outcome.Refused<BoundExpression>(var problems) ->
                        failures.add("refused: " + text + "\n" + problems);
            }
        }

        private void tooLarge(String text, List<Problem> problems) {
            if (problems.getFirst().code() != ProblemCode.EXPRESSION_TOO_LARGE) {
                failures.add("refused: " + text + "\n" + problems);
            }
        }

        private void compare(String text, BoundExpression bound, TypedExpression whole) {
            asked++;
            var evaluation = evaluation(bound.parameters());
            records.during(evaluation);
            try {
                var inSql = new HashMap<UUID, @Nullable Object>();
                Desk.fresh(desk.cell().reads().page(desk.tenant(), model, query(whole, evaluation)))
                        .rows()
                        .forEach(row -> inSql.put(row.id(), row.values().getFirst()));
                assertEquals(records.of(RandomModel.ROW).size(), inSql.size(), text);
                for (var stored : records.of(RandomModel.ROW)) {
                    var inMemory =
                            Evaluator.evaluate(bound.root(), records.row(stored), evaluation);
                    var answer = inSql.get(stored.id());
                    answers++;
                    nulls += answer == null ? 1 : 0;
                    if (!alike(inMemory, answer)) {
                        report(
                                text,
                                evaluation,
                                stored + "\nmemory " + inMemory + "\nsql    " + answer);
                        return;
                    }
                }
            } catch (EntenteException e) {
                if (e.problem().code() == ProblemCode.TIMED_OUT) {
                    stopped++;
                    return;
                }
                report(text, evaluation, e + " " + e.getCause());
            }
        }

        private PlannedQuery query(TypedExpression whole, Evaluation evaluation) {
            return new PlannedQuery(
                    model.entity(RandomModel.ROW).orElseThrow(),
                    List.of(),
                    List.of(new Selection.OfValue(whole)),
                    List.of(),
                    Optional.empty(),
                    extent.rows(),
                    PlannedQuery.Total.NONE,
                    Locale.FRENCH,
                    evaluation);
        }

        private void report(String text, Evaluation evaluation, String what) {
            failures.add("\n" + text + "\n" + what + "\n" + evaluation + "\n");
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
                case Simple.NULL,
                        Simple.MONEY,
                        Simple.ADDRESS,
                        Simple.GEO,
                        Simple.FILE,
                        Simple.JSON ->
                        throw new IllegalArgumentException("no parameter has it: " + type);
                case Choice(var choice) -> values.oneOf(List.copyOf(choice.options().keySet()));
                case ValueType.Several several ->
                        throw new IllegalArgumentException("no parameter is a list: " + several);
                case ToEntity(var entity) -> reference(entity);
                case ToTrait(var trait) -> reference(values.oneOf(model.carriers(trait)).name());
            };
        }

        private Reference reference(String entity) {
            return new Reference(values.oneOf(records.of(entity)).id(), entity);
        }
    }

    private static boolean alike(@Nullable Object inMemory, @Nullable Object inSql) {
        return (inMemory instanceof BigDecimal number && inSql instanceof BigDecimal other)
                ? number.compareTo(other) == 0
                : java.util.Objects.equals(inMemory, inSql);
    }
}
