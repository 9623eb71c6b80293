package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/**
 * One random model with its records and expressions: each expression goes through the compiler, is
 * answered by PostgreSQL in one query over all rows and by the evaluator row by row, and the
 * answers must be the same. An expression that the compiler refuses for its cost is counted, and
 * another is made in its place.
 */
final class Comparison {

    static final int MOST_REPORTS = 8;

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    /** So many times the wanted number are made at most. */
    private static final int MOST_ATTEMPTS = 10;

    private final int expressions;
    private final int rows;
    private final boolean indexed;
    private final Tally tally;
    private final Random random;
    private final RandomValues values;
    private final Model model;
    private final RandomRecords records;
    private final Desk desk;
    private final Evaluation base;

    Comparison(Extent extent, long seed, Cell cell, Tally tally) {
        this.expressions = extent.expressions();
        this.rows = extent.rows();
        this.indexed = extent.indexed();
        this.tally = tally;
        this.random = new Random(seed);
        this.values = new RandomValues(random);
        this.model = RandomModel.create(random);
        this.records = new RandomRecords(model, random, rows);
        this.desk = new Desk(cell, cell.tenant(), model);
        var user = values.oneOf(records.of("user"));
        this.base =
                new Evaluation(
                        NOON.plus(values.duration()),
                        values.zone(),
                        user.id(),
                        user.values(),
                        Map.of());
    }

    /** How much is tried with one model. */
    record Extent(int expressions, int rows, boolean indexed) {}

    /** What came of it. */
    static final class Tally {

        private final List<String> failures = new ArrayList<>();
        private int answers;
        private int nulls;
        private int asked;
        private int refused;
        private final List<String> expensive = new ArrayList<>();

        List<String> failures() {
            return failures;
        }

        /** What a limit ended. */
        List<String> expensive() {
            return expensive;
        }

        void add(Tally other) {
            failures.addAll(other.failures);
            answers += other.answers;
            nulls += other.nulls;
            asked += other.asked;
            refused += other.refused;
            expensive.addAll(other.expensive);
        }

        /** Whether too little was asked, or too much of it answered with nothing. */
        boolean saysLittle() {
            return answers == 0 || nulls > answers * 0.7 || expensive.size() > asked / 50;
        }

        @Override
        public String toString() {
            return "%d expressions asked (%d more refused for their cost), %d answers (%d null), %d too expensive, %d differences"
                    .formatted(asked, refused, answers, nulls, expensive.size(), failures.size());
        }
    }

    void run() {
        records.store(desk);
        if (indexed) {
            index();
        }
        var made = new RandomExpressions(model, random);
        for (var i = 0; i < expressions * MOST_ATTEMPTS; i++) {
            if (tally.asked >= expressions || tally.failures.size() >= MOST_REPORTS) {
                return;
            }
            check(made.any(1 + values.below(5)));
        }
    }

    /** As a job does after the first write. */
    private void index() {
        var models = desk.cell().models();
        while (models.contract(desk.tenant(), model, Cell.AT).isPresent()) {}
        desk.cell().look().analyze(Cell.schema(desk.tenant()));
    }

    private void check(String text) {
        var scope =
                Scope.of(model, model.entity(RandomModel.ROW).orElseThrow(), Visibility.EVERYTHING);
        switch (ExpressionCompiler.compile(scope, text, Expected.any())) {
            case Outcome.Done<BoundExpression>(var bound) -> {
                switch (new Inlining(model).inline(scope.row(), bound.root())) {
                    case Outcome.Done<TypedExpression>(var whole) -> compare(text, bound, whole);
                    case Outcome.Refused<TypedExpression>(var problems) -> tooLarge(text, problems);
                }
            }
            case Outcome.Refused<BoundExpression>(var problems) -> tooLarge(text, problems);
        }
    }

    private void tooLarge(String text, List<Problem> problems) {
        if (problems.getFirst().code() == ProblemCode.EXPRESSION_TOO_LARGE) {
            tally.refused++;
        } else {
            tally.failures.add("refused: " + text + "\n" + problems);
        }
    }

    private void compare(String text, BoundExpression bound, TypedExpression whole) {
        tally.asked++;
        var evaluation = evaluation(bound.parameters());
        records.during(evaluation);
        try {
            var inSql = new HashMap<UUID, @Nullable Object>();
            Desk.fresh(desk.cell().reads().page(desk.tenant(), model, query(whole, evaluation)))
                    .rows()
                    .forEach(row -> inSql.put(row.id(), row.values().getFirst()));
            assertEquals(records.of(RandomModel.ROW).size(), inSql.size(), text);
            for (var stored : records.of(RandomModel.ROW)) {
                var inMemory = Evaluator.evaluate(bound.root(), records.row(stored), evaluation);
                var answer = inSql.get(stored.id());
                tally.answers++;
                tally.nulls += answer == null ? 1 : 0;
                if (!alike(inMemory, answer)) {
                    report(
                            text,
                            evaluation,
                            stored + "\nmemory " + inMemory + "\nsql    " + answer);
                    return;
                }
            }
        } catch (EntenteException e) {
            if (e.problem().code() == ProblemCode.TOO_EXPENSIVE) {
                tally.expensive.add(text);
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
                rows,
                PlannedQuery.Total.NONE,
                Locale.FRENCH,
                evaluation);
    }

    private void report(String text, Evaluation evaluation, String what) {
        tally.failures.add("\n" + text + "\n" + what + "\n" + evaluation + "\n");
    }

    private Evaluation evaluation(Map<String, ValueType> types) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        types.forEach(
                (name, type) -> parameters.put(name, values.chance(0.2) ? null : parameter(type)));
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
            case Simple.NULL, Simple.MONEY, Simple.ADDRESS, Simple.GEO, Simple.FILE, Simple.JSON ->
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

    private static boolean alike(@Nullable Object inMemory, @Nullable Object inSql) {
        return (inMemory instanceof BigDecimal number && inSql instanceof BigDecimal other)
                ? number.compareTo(other) == 0
                : java.util.Objects.equals(inMemory, inSql);
    }
}
