package org.entente.engine.job;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other; no more than one is held. Empty lines are passed over,
 * text behind a closing quote is kept, a quote that is never closed ends with the file.
 */
final class CsvRows implements TableRows {

    private static final char MARK = '\uFEFF';
    private static final int LONGEST_CELL = 4_000_000;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private @Nullable Row first;

    private CsvRows(
            CloseableIterator<CsvRecord> records, List<String> columns, @Nullable Row first) {
        this.records = records;
        this.columns = columns;
        this.first = first;
    }

    /** Opens a file; the rows close it. */
    static CsvRows open(InputStream file, Dialect dialect) {
        var records = records(reader(file, dialect), dialect);
        var first = next(records);
        for (var i = 0; i < dialect.preamble() && first != null; i++) {
            first = next(records);
        }
        if (first == null) {
            return new CsvRows(records, List.of(), null);
        }
        return dialect.header()
                ? new CsvRows(records, names(first.cells()), null)
                : new CsvRows(records, names(first.cells().stream().map(c -> "").toList()), first);
    }

    static Reader reader(InputStream file, Dialect dialect) {
        var decoder =
                dialect.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new PushbackReader(new InputStreamReader(file, decoder), 1);
        try {
            var begin = reader.read();
            if (begin >= 0 && begin != MARK) {
                reader.unread(begin);
            }
            return reader;
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static CloseableIterator<CsvRecord> records(Reader reader, Dialect dialect) {
        return lenient(dialect.delimiter(), dialect.quote()).ofCsvRecord(reader).iterator();
    }

    /** Takes what people's files look like; how many cells a row has is looked at later. */
    @SuppressWarnings("removal") // the library names no other way for text behind a quote
    static CsvReaderBuilder lenient(char delimiter, char quote) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .maxBufferSize(LONGEST_CELL);
    }

    private static @Nullable Row next(CloseableIterator<CsvRecord> records) {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var row = records.next();
            return new Row(row.getStartingLineNumber(), List.copyOf(row.getFields()));
        } catch (UncheckedIOException broken) {
            throw unreadable(Objects.requireNonNull(broken.getCause()));
        } catch (CsvParseException broken) {
            throw broken.getCause() instanceof IOException cause
                    ? unreadable(cause)
                    : new EntenteException(malformed("not_csv"));
        } catch (NoSuchElementException over) {
            return null;
        }
    }

    static EntenteException unreadable(IOException broken) {
        if (broken instanceof CharacterCodingException) {
            return new EntenteException(malformed("wrong_encoding"));
        }
        throw new UncheckedIOException(broken);
    }

    static Problem malformed(String reason) {
        return Problem.of(ProblemCode.MALFORMED, "", Map.of("reason", reason));
    }

    /** A name for each column: its own; a number where it has none, or where it is not alone. */
    static List<String> names(List<String> header) {
        var names = new LinkedHashSet<String>();
        for (var i = 0; i < header.size(); i++) {
            var own = header.get(i).strip();
            var name = own.isEmpty() ? "column_" + (i + 1) : own;
            for (var n = 2; names.contains(name); n++) {
                name = own + "_" + n;
            }
            names.add(name);
        }
        return List.copyOf(new ArrayList<>(names));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        var held = first;
        if (held != null) {
            first = null;
            return held;
        }
        return next(records);
    }

    @Override
    public String meant(String cell) {
        return ResultRows.unguarded(cell);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
