package org.entente.engine.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.CsvRows.Row;
import org.entente.spi.Problem;

/**
 * The files of results: rows with the very cells that came, and what became of them at the end. In
 * UTF-8, with the delimiter of the file.
 */
final class ResultRows {

    static final String REASON = "entente_reason";
    static final String CODE = "entente_code";
    static final String ID = "entente_id";

    private final Dialect dialect;
    private final List<String> columns;

    ResultRows(Dialect dialect, List<String> columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    byte[] failedHeader() {
        return line(columns, REASON, CODE);
    }

    byte[] okHeader() {
        return line(columns, ID);
    }

    byte[] header() {
        return line(columns);
    }

    byte[] failed(Row row, List<Problem> problems, List<String> reasons) {
        var codes = problems.stream().map(problem -> problem.code().text()).distinct().toList();
        return line(
                padded(row.cells()), guarded(String.join(" · ", reasons)), String.join(" ", codes));
    }

    byte[] ok(Row row, UUID id) {
        return line(row.cells(), id.toString());
    }

    byte[] plain(Row row) {
        return line(row.cells());
    }

    /** A row that was cut short still has its reason under the right heading. */
    private List<String> padded(List<String> cells) {
        var padded = new ArrayList<>(cells);
        while (padded.size() < columns.size()) {
            padded.add("");
        }
        return padded;
    }

    /** Our own words must not begin a formula; what came is given back untouched. */
    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private byte[] line(List<String> cells, String... more) {
        var all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        var text = new StringWriter();
        try (var writer =
                CsvWriter.builder()
                        .fieldSeparator(dialect.delimiter())
                        .quoteCharacter(dialect.quote())
                        .build(text)) {
            writer.writeRecord(all);
        } catch (java.io.IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
