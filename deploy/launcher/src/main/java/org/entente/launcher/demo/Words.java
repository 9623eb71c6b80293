package org.entente.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Word lists: one entry a line; a line that begins with {@code #} says what the columns are. */
public final class Words {
    private Words() {}

    /** The lines of a list in this package's resources. */
    public static List<String> lines(String list) {
        var resource = list + ".txt";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines in columns; the last column may hold semicolons. */
    public static List<List<String>> rows(String list, int columns) {
        return lines(list).stream().map(line -> Arrays.asList(line.split(";", columns))).toList();
    }

    /** The parts of a column. */
    public static List<String> parts(String column, String separator) {
        return Arrays.stream(column.split(separator, -1)).map(String::strip).toList();
    }
}
