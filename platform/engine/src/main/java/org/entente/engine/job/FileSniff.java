package org.entente.engine.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.engine.job.DialectSniff.Said;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file tell. */
final class FileSniff {

    private static final int ROWS = 200;
    private static final int SHOWN = 8;
    private static final int HEAD = 1 << 18;

    private final Proposal proposal;

    FileSniff(Asked asked, Entity entity) {
        this.proposal = new Proposal(asked, entity);
    }

    /**
     * {@code {format, columns: [{name, samples, blank, shape, format, ambiguous, confidence}],
     * mapping, rows: [[…]]}}.
     */
    Map<String, Object> of(InputStream file, Said said) throws IOException {
        var head = file.readNBytes(HEAD);
        return switch (FileType.of(head)) {
            case CSV -> csv(head, file.read() < 0, said);
            case NDJSON -> ndjson(head, file.read() < 0);
            case XLSX -> xlsx(new SequenceInputStream(new ByteArrayInputStream(head), file), said);
        };
    }

    private Map<String, Object> csv(byte[] head, boolean whole, Said said) {
        var dialect = DialectSniff.of(head, whole, said);
        return told(dialect, Beginning.of(head, whole, dialect));
    }

    /** The last line may be cut. */
    private Map<String, Object> ndjson(byte[] head, boolean whole) {
        var end = head.length;
        while (!whole && end > 0 && head[end - 1] != '\n') {
            end--;
        }
        var lines = Arrays.copyOf(head, end == 0 ? head.length : end);
        try (var rows = NdjsonRows.open(() -> new ByteArrayInputStream(lines))) {
            return told(Dialect.of(FileType.NDJSON), Beginning.of(rows));
        }
    }

    /** Parts of a zip come in any order, so that it takes the whole file. */
    private Map<String, Object> xlsx(InputStream file, Said said) {
        var dialect = said.dialect().as(FileType.XLSX);
        try (var rows = XlsxRows.open(file, dialect)) {
            return told(dialect, Beginning.of(rows));
        }
    }

    private Map<String, Object> told(Dialect dialect, Beginning beginning) {
        var columns = beginning.columns();
        var mapping = new Mapping(targets(dialect, columns));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", dialect.toJson());
        tree.put("columns", columns.stream().map(c -> described(c, mapping)).toList());
        tree.put("mapping", mapping.toJson());
        tree.put("rows", beginning.rows().stream().limit(SHOWN).map(Row::cells).toList());
        return tree;
    }

    /** A number that came as one is not written in any country's way. */
    private Map<String, Target> targets(Dialect dialect, List<Column> columns) {
        var targets = new LinkedHashMap<>(proposal.of(columns));
        if (dialect.type() != FileType.CSV) {
            targets.replaceAll((column, target) -> target.withoutNumberFormat());
        }
        return targets;
    }

    private Map<String, @Nullable Object> described(Column column, Mapping mapping) {
        var shape = proposal.shape(column);
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("name", column.name());
        tree.put("samples", column.samples());
        tree.put("blank", column.blank());
        tree.put("shape", shape.kind().name().toLowerCase(Locale.ROOT));
        tree.put("format", shape.format().orElse(null));
        tree.put("ambiguous", shape.ambiguous());
        tree.put(
                "confidence",
                mapping.targets().containsKey(column.name())
                        ? proposal.confidence(column).name().toLowerCase(Locale.ROOT)
                        : null);
        return tree;
    }

    static List<Column> columns(byte[] head, boolean whole, Dialect dialect) {
        return Beginning.of(head, whole, dialect).columns();
    }

    /** The names of the columns, and the first rows. */
    private record Beginning(List<String> names, List<Row> rows) {

        static Beginning of(byte[] head, boolean whole, Dialect dialect) {
            var text = DialectSniff.text(head, dialect.encoding());
            var bytes = text.getBytes(dialect.encoding());
            try (var rows = CsvRows.open(new ByteArrayInputStream(bytes), dialect)) {
                var read = new ArrayList<>(Portions.next(rows, ROWS));
                if (!whole && read.size() > 1 && read.size() < ROWS) {
                    read.removeLast();
                }
                return new Beginning(rows.columns(), read);
            }
        }

        static Beginning of(TableRows rows) {
            return new Beginning(rows.columns(), Portions.next(rows, ROWS));
        }

        List<Column> columns() {
            var columns = new ArrayList<Column>();
            for (var i = 0; i < names.size(); i++) {
                columns.add(column(names.get(i), i, rows));
            }
            return columns;
        }
    }

    private static Column column(String name, int index, List<Row> rows) {
        var cells = new ArrayList<String>();
        var blank = 0;
        for (var row : rows) {
            if (index < row.cells().size() && !row.cells().get(index).isBlank()) {
                cells.add(row.cells().get(index));
            } else {
                blank++;
            }
        }
        return new Column(name, cells, blank);
    }
}
