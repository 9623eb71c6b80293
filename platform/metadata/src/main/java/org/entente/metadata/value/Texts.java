package org.entente.metadata.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Reads texts: NFC, counted by code points, without what cannot be stored or seen. */
final class Texts {

    /** A long text's limit; what is longer belongs into a file. */
    static final int MAX_LONG = 100_000;

    private Texts() {}

    /** One line. */
    static Outcome<String> line(Object wire, int max) {
        return text(wire, max, false);
    }

    /** Many lines; their ends become a line feed. */
    static Outcome<String> lines(Object wire) {
        return text(wire, MAX_LONG, true);
    }

    static Outcome<String> option(Object wire, Collection<String> options) {
        if (!(wire instanceof String name)) {
            return Refusals.wrongType("text");
        }
        return options.contains(name)
                ? Outcome.done(name)
                : Refusals.of(ProblemCode.UNKNOWN_OPTION, Map.of("options", List.copyOf(options)));
    }

    /** Several options, each once, in declared order whatever the order given. */
    static Outcome<List<String>> options(Object wire, Collection<String> options) {
        if (!(wire instanceof List<?> given)) {
            return Refusals.wrongType("list");
        }
        var problems = new ArrayList<Problem>();
        for (var i = 0; i < given.size(); i++) {
            var item = given.get(i);
            var read = item == null ? Refusals.<String>wrongType("text") : option(item, options);
            Parts.value(Refusals.at(String.valueOf(i), read), problems);
        }
        return problems.isEmpty()
                ? Outcome.done(options.stream().filter(given::contains).toList())
                : Outcome.refused(problems);
    }

    private static Outcome<String> text(Object wire, int max, boolean many) {
        if (!(wire instanceof String given)) {
            return Refusals.wrongType("text");
        }
        var text = many ? given.replace("\r\n", "\n").replace('\r', '\n') : given;
        if (!text.codePoints().allMatch(point -> isFit(point, many))) {
            return Refusals.invalid("characters");
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var length = composed.codePointCount(0, composed.length());
        return length <= max
                ? Outcome.done(composed)
                : Refusals.of(ProblemCode.TOO_LONG, Map.of("max", max, "length", length));
    }

    private static boolean isFit(int point, boolean many) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> many && (point == '\t' || point == '\n');
            default -> true;
        };
    }
}
