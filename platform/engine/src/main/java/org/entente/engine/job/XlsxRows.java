package org.entente.engine.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.entente.spi.EntenteException;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet. Empty rows are passed over. */
final class XlsxRows implements TableRows {

    private final Spool spool;
    private final ReadableWorkbook book;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> columns;
    private @Nullable Row first;

    private XlsxRows(Spool spool, Dialect dialect) throws IOException {
        this.spool = spool;
        this.book = new ReadableWorkbook(spool.file().toFile(), new ReadingOptions(true, true));
        this.stream = book.getFirstSheet().openStream();
        this.rows = stream.iterator();
        var head = read();
        for (var i = 0; i < dialect.preamble() && head != null; i++) {
            head = read();
        }
        var cells = head == null ? List.<String>of() : head.cells();
        this.columns =
                CsvRows.names(dialect.header() ? cells : cells.stream().map(cell -> "").toList());
        this.first = dialect.header() ? null : head;
    }

    /** Opens a workbook; the rows close it. */
    static XlsxRows open(InputStream file, Dialect dialect) {
        var spool = Spool.of(file);
        try {
            return new XlsxRows(spool, dialect);
        } catch (IOException broken) {
            spool.close();
            throw unreadable();
        } catch (EntenteException ours) {
            spool.close();
            throw ours;
        } catch (RuntimeException whatItStumbledOver) {
            spool.close();
            throw unreadable();
        }
    }

    private static EntenteException unreadable() {
        return new EntenteException(CsvRows.malformed("not_xlsx"));
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
        var row = read();
        return row == null ? null : new Row(row.line(), fitted(row.cells()));
    }

    /** Cells that a sheet leaves out are empty; those beyond the last column are not dropped. */
    private List<String> fitted(List<String> cells) {
        var fitted = new ArrayList<>(cells);
        while (fitted.size() > columns.size() && fitted.getLast().isEmpty()) {
            fitted.removeLast();
        }
        while (fitted.size() < columns.size()) {
            fitted.add("");
        }
        return fitted;
    }

    /** The library answers a broken sheet by whatever it stumbles over. */
    private @Nullable Row read() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var cells = new ArrayList<String>();
                for (var cell : row) {
                    cells.add(XlsxCell.text(cell, book.isDate1904()));
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return new Row(row.getRowNum(), cells);
                }
            }
            return null;
        } catch (EntenteException ours) {
            throw ours;
        } catch (RuntimeException whatItStumbledOver) {
            throw unreadable();
        }
    }

    @Override
    public void close() {
        try (spool) {
            stream.close();
            book.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
