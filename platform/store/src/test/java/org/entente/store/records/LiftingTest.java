package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType.Simple;
import org.junit.jupiter.api.Test;

class LiftingTest {

    private static final Alias TEXT = new Alias("a", Simple.TEXT);
    private static final Alias NUMBER = new Alias("n", Simple.DECIMAL);

    private final Lifting lifting =
            new Lifting(
                    new Evaluation(
                            Instant.EPOCH,
                            ZoneOffset.UTC,
                            new UUID(0, 1),
                            Map.of(),
                            Map.of("x", BigDecimal.TEN)));

    @Test
    void theSameQuestionAboutAnotherValueIsTheSame() {
        var other =
                new Lifting(
                        new Evaluation(
                                Instant.EPOCH, ZoneOffset.UTC, new UUID(0, 1), Map.of(), Map.of()));
        assertEquals(lifting.lift(isText("x")), other.lift(isText("y")));
        assertEquals(List.of("x"), lifting.values());
        assertEquals(List.of("y"), other.values());
    }

    @Test
    void whatHoldsNoValueStaysTheSameObject() {
        var expression = new Operation(Function.LOWER, List.of(TEXT), Simple.TEXT);
        assertSame(expression, lifting.lift(expression));
        assertEquals(List.of(), lifting.values());
    }

    @Test
    void takesOutWhatComesWithTheRequestToo() {
        var parameter = new Input(Input.Kind.PARAMETER, "x", Simple.DECIMAL);
        var now = new Input(Input.Kind.NOW, "", Simple.DATE_TIME);
        lifting.lift(new Operation(Function.LESS, List.of(NUMBER, parameter), Simple.BOOLEAN));
        lifting.lift(now);
        assertEquals(List.of(BigDecimal.TEN, Instant.EPOCH), lifting.values());
    }

    @Test
    void leavesWhatChangesTheText() {
        var nothing = new Literal(null, Simple.TEXT);
        var huge = new Literal(new BigDecimal("9223372036854775808"), Simple.INTEGER);
        assertSame(nothing, lifting.lift(nothing));
        assertSame(huge, lifting.lift(huge));
        assertNotEquals(lifting.lift(rounded(1)), lifting.lift(rounded(2)));
        assertEquals(List.of(), lifting.values());
    }

    private static TypedExpression isText(String text) {
        return new Operation(
                Function.EQUAL, List.of(TEXT, new Literal(text, Simple.TEXT)), Simple.BOOLEAN);
    }

    private static TypedExpression rounded(int places) {
        var literal = new Literal(BigDecimal.valueOf(places), Simple.INTEGER);
        return new Operation(Function.ROUND, List.of(NUMBER, literal), Simple.DECIMAL);
    }
}
