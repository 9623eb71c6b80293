package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.expression.Row;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.Selection;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.Visibility;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No expression runs unbounded: every operation of the language, at the largest that its definition
 * lets through and on the longest values that fields hold, comes to an end in SQL and in memory.
 */
class BoundedTest {

    private static final String MODEL =
            """
            entity: doc
            name: title
            fields:
              title: {type: text}
              note: {type: long_text}
              needle: {type: text, max: 1000}
              number: {type: decimal, precision: 38, scale: 18}
              whole: {type: integer}
              exact: {type: formula, as: decimal, formula: whole}
              day: {type: date}
              at: {type: date_time}
              tags: {type: multi_choice, options: {a: {}, b: {}}}
              parent: {type: reference, to: doc, related: children}
            """;
    private static final int LONGEST = 100_000;
    private static final int CHILDREN = 300;
    private static final String NOTES = joined("note", " + ", 10);
    private static final String PRODUCT = joined("number", " * ", 25);

    /** The largest that is taken of each operation. */
    private static List<String> largest() {
        return List.of(
                NOTES,
                "size(upper(lower(trim(" + NOTES + "))))",
                "size(fold(note + note + note))",
                "note.contains(needle)",
                "(" + NOTES + ").contains(needle)",
                "(note + note).contains(note)",
                "note.startsWith(note) && note.endsWith(needle)",
                "(" + NOTES + ") < (" + NOTES + ")",
                "(" + NOTES + ") in [title, note, " + NOTES + "]",
                "min(note, needle) == max(note, needle)",
                "number(text(number)) == number",
                "size(text(" + PRODUCT + "))",
                PRODUCT,
                "(" + PRODUCT + ") / number",
                "number / (" + PRODUCT + ")",
                "(" + PRODUCT + ") % (" + joined("number", " * ", 12) + ")",
                "round(" + PRODUCT + ", 40) - round(" + PRODUCT + ", -9999999999)",
                "-abs(" + PRODUCT + ") + exact",
                "min(whole, number) != max(" + PRODUCT + ", whole)",
                "addDays(day, whole) == null || addMonths(day, whole * whole) == null",
                "daysBetween(addDays(day, 9999999), date(at))",
                "at + duration(\"P36500D\") - duration(\"P36500D\") - at",
                "at > now || at >= now || day <= today",
                "day.year + at.month + day.day + at.weekday",
                "startOfDay(at) == startOfWeek(at) || startOfMonth(at) == startOfQuarter(day)",
                "startOfYear(at)",
                "size(tags) > 1 && tags.contains(\"a\")",
                "children.exists(c, fold(c.note).contains(needle))",
                "children.all(c, c.children.all(d, d.note == note))",
                "children.map(c, " + joined("c.number", " * ", 20) + ").sum()",
                "children.map(c, " + joined("c.number", " * ", 20) + ").avg()",
                "children.map(c, c.note + note).max() == children.map(c, c.note).min()",
                "children.filter(c, c.number < children.map(d, d.number).avg()).size()",
                "children.exists(c, c.parent.children.all(d, d.whole >= c.whole))",
                joined("children.size()", " + ", 50));
    }

    private static String joined(String one, String by, int times) {
        return Stream.generate(() -> one).limit(times).collect(Collectors.joining(by));
    }

    private static final Desk DESK = Desk.of(MODEL);
    private static final Doc ROOT = new Doc(new UUID(1, 0), Optional.empty());
    private static final List<Doc> DOCS = docs();
    private static final Evaluation EVALUATION =
            new Evaluation(
                    Instant.parse("2026-05-01T10:00:00Z"),
                    ZoneId.of("Europe/Paris"),
                    Cell.USER,
                    Map.of(),
                    Map.of());

    /** A record with the longest values, whose children are like it. */
    private record Doc(UUID id, Optional<UUID> parent) implements Row {

        Map<String, @Nullable Object> values() {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("title", "doc");
            values.put("note", "a".repeat(parent.isEmpty() ? LONGEST : 1_000));
            values.put("needle", "a".repeat(Function.LONGEST_SEARCHED - 1) + "b");
            values.put("number", new BigDecimal("-" + "9".repeat(20) + "." + "9".repeat(18)));
            values.put("whole", (1L << 53) - 1);
            values.put("day", LocalDate.of(9999, 12, 31));
            values.put("at", Instant.parse("9999-12-31T23:59:59.999999Z"));
            values.put("tags", List.of("a", "b"));
            values.put("parent", parent.map(id -> new Reference(id, "doc")).orElse(null));
            return values;
        }

        @Override
        public @Nullable Object value(Path path) {
            return path.through().isEmpty()
                    ? values().get(path.field().name())
                    : parent.isEmpty() ? null : ROOT.value(path);
        }

        @Override
        public @Nullable Object self(Self self) {
            return new Reference(id, "doc");
        }

        @Override
        public List<Row> items(Summary summary) {
            var source = summary.items().source();
            var holder = source.through().isEmpty() ? Optional.of(id) : parent;
            return DOCS.stream()
                    .filter(doc -> holder.isPresent() && doc.parent().equals(holder))
                    .map(Row.class::cast)
                    .toList();
        }
    }

    private static List<Doc> docs() {
        var docs = new ArrayList<Doc>(List.of(ROOT));
        for (var i = 1; i <= CHILDREN; i++) {
            docs.add(new Doc(new UUID(1, i), Optional.of(ROOT.id())));
        }
        var changes =
                docs.stream().map(doc -> DESK.creation("doc", doc.id(), doc.values())).toList();
        Desk.done(DESK.write("doc", transaction -> transaction.writeAll(changes)));
        return docs;
    }

    @ParameterizedTest
    @MethodSource("largest")
    void comesToAnEndAtItsLargest(String text) {
        var whole = whole(text);
        var inMemory = inMemory(whole);
        var inSql = inSql(whole);
        if (inMemory.isPresent() && inSql.isPresent()) {
            assertTrue(alike(inMemory.get().value(), inSql.get().value()), text);
        }
    }

    @Test
    void triesEveryOperation() {
        var functions = EnumSet.noneOf(Function.class);
        var summaries = EnumSet.noneOf(Summary.By.class);
        for (var text : largest()) {
            Tree.walk(
                    whole(text),
                    part -> {
                        if (part instanceof Operation operation) {
                            functions.add(operation.function());
                        } else if (part instanceof Summary summary) {
                            summaries.add(summary.by());
                        }
                    });
        }
        assertEquals(Set.of(), EnumSet.complementOf(functions));
        assertEquals(Set.of(), EnumSet.complementOf(summaries));
    }

    private static TypedExpression whole(String text) {
        var scope = Scope.of(DESK.model(), DESK.entity("doc"), Visibility.EVERYTHING);
        var outcome =
                ExpressionCompiler.compile(scope, text, Expected.any())
                        .then(bound ->
                                new Inlining(DESK.model()).inline(scope.row(), bound.root()));
        return switch (outcome) {
            case Outcome.Done<TypedExpression>(var whole) -> whole;
            case Outcome.Refused<TypedExpression>(var problems) ->
                    throw new AssertionError(text + ": " + problems);
        };
    }

    /** What was answered, unless a limit ended it. */
    private record Answer(@Nullable Object value) {}

    private static Optional<Answer> inMemory(TypedExpression whole) {
        try {
            return Optional.of(new Answer(Evaluator.evaluate(whole, ROOT, EVALUATION)));
        } catch (EntenteException bounded) {
            assertEquals(ProblemCode.TOO_EXPENSIVE, bounded.problem().code());
            return Optional.empty();
        }
    }

    private static Optional<Answer> inSql(TypedExpression whole) {
        var query =
                new PlannedQuery(
                        DESK.entity("doc"),
                        List.of(),
                        List.of(new Selection.OfValue(whole)),
                        List.of(),
                        Optional.empty(),
                        CHILDREN + 1,
                        PlannedQuery.Total.NONE,
                        Locale.FRENCH,
                        EVALUATION);
        try {
            var rows = Desk.fresh(DESK.cell().reads().page(DESK.tenant(), DESK.model(), query));
            return rows.rows().stream()
                    .filter(row -> row.id().equals(ROOT.id()))
                    .findFirst()
                    .map(row -> new Answer(row.values().getFirst()));
        } catch (EntenteException bounded) {
            assertTrue(
                    Set.of(ProblemCode.TOO_EXPENSIVE, ProblemCode.TIMED_OUT)
                            .contains(bounded.problem().code()),
                    bounded::toString);
            return Optional.empty();
        }
    }

    private static boolean alike(@Nullable Object inMemory, @Nullable Object inSql) {
        return (inMemory instanceof BigDecimal number && inSql instanceof BigDecimal other)
                ? number.compareTo(other) == 0
                : Objects.equals(inMemory, inSql);
    }
}
