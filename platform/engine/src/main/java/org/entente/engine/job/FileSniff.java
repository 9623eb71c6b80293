package org.entente.engine.job;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.engine.job.CsvRows.Row;
import org.entente.engine.job.DialectSniff.Said;
import org.entente.engine.query.Asked;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file tell. */
final class FileSniff {

    private static final int ROWS = 200;
    private static final int SHOWN = 8;

    private final Proposal proposal;

    FileSniff(Asked asked, Entity entity) {
        this.proposal = new Proposal(asked, entity);
    }

    /**
     * {@code {format, columns: [{name, samples, blank, shape, format, ambiguous, confidence}],
     * mapping, rows: [[…]]}}.
     */
    Map<String, Object> of(byte[] head, boolean whole, Said said) {
        var dialect = DialectSniff.of(head, whole, said);
        var beginning = Beginning.of(head, whole, dialect);
        var columns = beginning.columns();
        var mapping = new Mapping(proposal.of(columns));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", dialect.toJson());
        tree.put("columns", columns.stream().map(c -> described(c, mapping)).toList());
        tree.put("mapping", mapping.toJson());
        tree.put("rows", beginning.rows().stream().limit(SHOWN).map(Row::cells).toList());
        return tree;
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
