package org.entente.engine.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.TableRows.Row;
import org.entente.spi.Problem;

/**
 * Rows with the very cells that came, and what became of them at the end. In UTF-8, with the
 * delimiter of the file.
 */
final class CsvResultRows implements ResultRows {

    private final Dialect dialect;
    private final List<String> columns;

    CsvResultRows(Dialect dialect, List<String> columns) {
        this.dialect = dialect;
        this.columns = columns;
    }

    @Override
    public byte[] failedHeader() {
        return line(columns, REASON, CODE);
    }

    @Override
    public byte[] okHeader() {
        return line(columns, ID);
    }

    @Override
    public byte[] header() {
        return line(columns);
    }

    @Override
    public byte[] failed(Row row, List<Problem> problems, List<String> reasons) {
        var codes = problems.stream().map(problem -> problem.code().text()).distinct().toList();
        return line(
                padded(row.cells()),
                ResultRows.guarded(String.join(" · ", reasons)),
                String.join(" ", codes));
    }

    @Override
    public byte[] ok(Row row, UUID id) {
        return line(row.cells(), id.toString());
    }

    @Override
    public byte[] plain(Row row) {
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
