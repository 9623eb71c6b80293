package org.entente.engine.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Opens files of rows, whatever they are written in. */
final class Tables {

    private static final int HEAD = 1 << 12;

    private Tables() {}

    static FileType type(Supplier<InputStream> file) {
        try (var in = file.get()) {
            return FileType.of(in.readNBytes(HEAD));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Opens a file; the rows close it. */
    static TableRows open(Supplier<InputStream> file, Dialect dialect) {
        return switch (type(file)) {
            case CSV -> CsvRows.open(file.get(), dialect);
            case NDJSON -> NdjsonRows.open(file);
            case XLSX -> XlsxRows.open(file.get(), dialect);
        };
    }

    /** Where the rows of a file's results go. */
    static ResultRows results(FileType type, Dialect dialect, TableRows rows) {
        return switch (type) {
            case CSV -> new CsvResultRows(dialect, rows.columns());
            case NDJSON -> new JsonResultRows();
            case XLSX -> new CsvResultRows(Dialect.usual(), rows.columns());
        };
    }
}
