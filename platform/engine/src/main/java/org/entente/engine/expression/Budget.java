package org.entente.engine.expression;

import java.math.BigDecimal;
import java.util.List;
import org.entente.metadata.expression.Function;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * What the evaluation of one expression for one record may cost, whatever its lists hold: visits of
 * its parts, and for long values a visit for so many letters or digits. Beyond it the evaluation
 * ends as {@code too_expensive}.
 */
final class Budget {

    private static final long MOST_VISITS = 100_000;

    /** So many letters or digits cost about what a visit does. */
    private static final int OF_A_VISIT = 100;

    /** Comparing letter by letter, as a search does at worst. */
    private static final long COMPARED_IN_A_VISIT = 20_000;

    private long left = MOST_VISITS;

    void visit() {
        spend(1);
    }

    /** Before an operation is done on these arguments. */
    void spend(Function function, List<Object> arguments) {
        var one = size(arguments.getFirst());
        var other = size(arguments.getLast());
        switch (function) {
            case CONTAINS, MULTIPLY, DIVIDE, REMAINDER ->
                    spend(one * other / COMPARED_IN_A_VISIT + (one + other) / OF_A_VISIT);
            default -> spend((one + other) / OF_A_VISIT);
        }
    }

    private static long size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case BigDecimal number -> number.precision();
            case List<?> list -> list.size();
            default -> 0;
        };
    }

    private void spend(long visits) {
        left -= visits;
        if (left < 0) {
            throw new EntenteException(Problem.of(ProblemCode.TOO_EXPENSIVE));
        }
    }
}
