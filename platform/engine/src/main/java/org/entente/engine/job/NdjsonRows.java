package org.entente.engine.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.entente.spi.EntenteException;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects, one a line. The columns are the members that the first lines have; what stands in a
 * later one alone has no column.
 */
final class NdjsonRows implements TableRows {

    private static final int LONGEST = 4_000_000;
    private static final int LOOKED_AT = 1_000;

    private final BufferedReader reader;
    private final List<String> columns;
    private long line;

    private NdjsonRows(InputStream file, List<String> columns) {
        this.reader = new BufferedReader(CsvRows.reader(file, Dialect.usual()));
        this.columns = columns;
    }

    static NdjsonRows open(Supplier<InputStream> file) {
        var columns = new LinkedHashSet<String>();
        try (var rows = new NdjsonRows(file.get(), List.of())) {
            for (var i = 0; i < LOOKED_AT; i++) {
                var text = rows.line();
                if (text == null) {
                    break;
                }
                JsonLine.read(text).ifPresent(o -> columns.addAll(JsonLine.cells(o).keySet()));
            }
        }
        return new NdjsonRows(file.get(), List.copyOf(columns));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        var text = line();
        while (text != null && text.isBlank()) {
            text = line();
        }
        if (text == null) {
            return null;
        }
        var raw = text;
        return JsonLine.read(raw)
                .map(JsonLine::cells)
                .map(cells ->
                        new Row(
                                line,
                                columns.stream().map(c -> cells.getOrDefault(c, "")).toList(),
                                raw))
                .orElseGet(() -> new Row(line, List.of(), raw));
    }

    /** A line of any length would be as long as the memory. */
    private @Nullable String line() {
        var text = new StringBuilder();
        try {
            var letter = reader.read();
            if (letter < 0) {
                return null;
            }
            while (letter >= 0 && letter != '\n') {
                text.append((char) letter);
                if (text.length() > LONGEST) {
                    throw new EntenteException(CsvRows.malformed("long_line"));
                }
                letter = reader.read();
            }
        } catch (IOException broken) {
            throw CsvRows.unreadable(broken);
        }
        line++;
        return text.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
