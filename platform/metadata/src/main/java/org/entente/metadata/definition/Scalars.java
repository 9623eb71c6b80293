package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Single values of definitions, kept within what can be stored and written out again. */
final class Scalars {

    /** An expression may be as long as this; nothing else is longer. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_DIGITS = 100;

    private Scalars() {}

    /** A text in NFC, or a problem when it cannot be kept. */
    static Node text(String text, String place, List<Problem> problems) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            problems.add(Problem.of(ProblemCode.TOO_LONG, place, Map.of("max", MAX_LENGTH)));
            return new Broken(place);
        }
        if (!isStorable(text)) {
            problems.add(Problem.of(ProblemCode.INVALID_VALUE, place));
            return new Broken(place);
        }
        return new Scalar(Normalizer.normalize(text, Normalizer.Form.NFC), place);
    }

    /** A number, or a problem when writing it out would take too many digits. */
    static Node number(BigDecimal number, String place, List<Problem> problems) {
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            problems.add(Problem.of(ProblemCode.OUT_OF_RANGE, place));
            return new Broken(place);
        }
        return new Scalar(number, place);
    }

    /** Without U+0000 and without half a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(point -> point != 0 && Character.getType(point) != Character.SURROGATE);
    }
}
