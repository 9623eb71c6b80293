package org.entente.engine.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.Text;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of expressions, point by point; that SQL means the same is proved in the store. */
class EvaluatorTest {

    private static final Model EMPTY =
            new Model(
                    1,
                    new Settings(
                            Text.of("Empty"),
                            List.of(Locale.FRENCH),
                            ZoneId.of("Europe/Paris"),
                            "FR",
                            "EUR",
                            List.of()),
                    Map.of(),
                    Map.of(),
                    Map.of());
    private static final UUID ME = UUID.fromString("0190a0b0-1111-7222-8333-444455556666");
    private static final Evaluation EVALUATION =
            new Evaluation(
                    Instant.parse("2026-05-01T22:30:00.123456Z"),
                    ZoneId.of("Europe/Paris"),
                    ME,
                    Map.of(),
                    Map.of("n", 2L));
    private static final Row NOTHING =
            new Row() {
                @Override
                public @Nullable Object value(Path path) {
                    return null;
                }

                @Override
                public @Nullable Object self(Self self) {
                    return null;
                }

                @Override
                public List<Row> items(Summary summary) {
                    return List.of();
                }
            };

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            nullValues = "NULL",
            textBlock =
                    """
                    1 / 3 | 0.333333333333333333
                    -2 / 3 | -0.666666666666666667
                    7 / 2 | 3.5
                    1 / 0 | NULL
                    7 % -2 | 1
                    -7 % 2 | -1
                    7.5 % 2 | 1.5
                    7 % 0 | NULL
                    9223372036854775807 + 1 | 9223372036854775808
                    round(2.5) | 3
                    round(-2.5) | -3
                    round(1250, -2) | 1300
                    round(1.005, 2) | 1.01
                    abs(-1.50) | 1.5
                    1 + null | NULL
                    min(3, 1.5, 2) | 1.5
                    max(3, null) | NULL
                    1.0 == 1 | true
                    null == null | true
                    1 == null | false
                    (1 / 0) == 1 | NULL
                    (1 / 0) != 1 | NULL
                    true || 1 / 0 > 1 | true
                    false || 1 / 0 > 1 | NULL
                    false && 1 / 0 > 1 | false
                    true && 1 / 0 > 1 | NULL
                    !(1 / 0 > 1) | NULL
                    1 / 0 > 1 ? "a" : "b" | b
                    coalesce(null, 1 / 0, 3) | 3
                    2 in [1, 2, null] | true
                    3 in [1, 2, null] | NULL
                    3 in [1, 2] | false
                    (1 / 0) in [] | false
                    (1 / 0) in [1] | NULL
                    "a" + "b" | ab
                    "a" + null | NULL
                    "" == null | false
                    "Z" < "a" | true
                    "～" < "😀" | true
                    size("é😀") | 2
                    lower("ÉΣ") | éσ
                    upper("straße") | STRAßE
                    trim(" a b ") + "." | a b.
                    fold("Œuvre Élan") | oeuvre elan
                    "abc".contains("") | true
                    "abc".endsWith("bc") | true
                    startsWith("abc", "bc") | false
                    text(1.50) | 1.5
                    text(100) | 100
                    text(0.0) | 0
                    text(true) | true
                    text(today) | 2026-05-02
                    text(now) | 2026-05-01T22:30:00.123456Z
                    text(date_time("2026-05-01T10:00:00.500Z")) | 2026-05-01T10:00:00.5Z
                    text(date_time("2026-05-01T10:00:00+02:00")) | 2026-05-01T08:00:00Z
                    number("-12.50") | -12.50
                    number("12,5") | NULL
                    number(" 1") | NULL
                    date(now) == today | true
                    today.weekday | 6
                    now.day | 2
                    text(addDays(today, -2)) | 2026-04-30
                    text(addMonths(date("2026-01-31"), 1)) | 2026-02-28
                    addDays(date("9999-12-31"), 1) | NULL
                    addMonths(date("0001-01-01"), -1) | NULL
                    addDays(today, 99999999999) | NULL
                    daysBetween(date("2026-05-01"), today) | 1
                    text(startOfWeek(today)) | 2026-04-27
                    text(startOfQuarter(now)) | 2026-04-01
                    text(startOfYear(now)) | 2026-01-01
                    now - duration("P1D") < now | true
                    now - (now - duration("PT12H")) == duration("PT12H") | true
                    date_time("9999-12-31T23:00:00Z") + duration("PT2H") | NULL
                    3 > params.n | true
                    """)
    void means(String text, @Nullable String expected) {
        var value = value(text);
        if (value instanceof BigDecimal number && expected != null) {
            assertEquals(
                    0, number.compareTo(new BigDecimal(expected)), () -> text + " is " + number);
        } else {
            assertEquals(expected, Optional.ofNullable(value).map(Object::toString).orElse(null));
        }
    }

    @Test
    void meansTheUserByMe() {
        assertEquals(new Reference(ME, "user"), value("me"));
        assertEquals(true, value("me == \"" + ME + "\""));
    }

    @Test
    void searchesForNothingLong() {
        var piece = "a".repeat(Function.LONGEST_SEARCHED);
        assertEquals(true, value("\"b" + piece + "\".contains(\"" + piece + "\")"));
        assertEquals(null, value("\"b" + piece + "\".contains(\"b" + piece + "\")"));
    }

    @Test
    void countsNullAsNo() {
        assertTrue(Evaluator.holds(bound("1 < 2").root(), NOTHING, EVALUATION));
        assertFalse(Evaluator.holds(bound("1 / 0 < 2").root(), NOTHING, EVALUATION));
    }

    private static @Nullable Object value(String text) {
        return Evaluator.evaluate(bound(text).root(), NOTHING, EVALUATION);
    }

    private static BoundExpression bound(String text) {
        var scope = Scope.of(EMPTY, Map.of(), Visibility.EVERYTHING);
        return switch (ExpressionCompiler.compile(scope, text, Expected.any())) {
            case Outcome.Done<BoundExpression>(var bound) -> bound;
            case Outcome.Refused<BoundExpression>(var problems) ->
                    throw new AssertionError(text + ": " + problems);
        };
    }
}
