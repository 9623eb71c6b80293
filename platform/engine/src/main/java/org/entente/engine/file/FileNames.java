package org.entente.engine.file;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Names of files as people send them, some of whom mean harm. */
public final class FileNames {

    /** Where the name of a file stands in the problems of a request. */
    public static final String AT = "/name";

    private static final int LONGEST = 200;

    private FileNames() {}

    /**
     * The name without the path that some browsers send along, in NFC. Problems: REQUIRED where
     * nothing is left; INVALID_VALUE for what would read differently from what it is (controls,
     * marks of direction), for names of folders, and for names that are too long.
     */
    public static Outcome<String> cleaned(String sent) {
        var bare = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var name = Normalizer.normalize(bare, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.REQUIRED, AT, Map.of("name", "name")));
        }
        return isFit(name)
                ? Outcome.done(name)
                : Outcome.refused(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                AT,
                                Map.of("reason", "file_name", "max", LONGEST)));
    }

    private static boolean isFit(String name) {
        return !Set.of(".", "..").contains(name)
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.codePoints().allMatch(FileNames::isVisible);
    }

    /** Neither controls nor what turns the reading direction, nor halves of characters. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }

    /** Languages and composed emoji need these. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
}
