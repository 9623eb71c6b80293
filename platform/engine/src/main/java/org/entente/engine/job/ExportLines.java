package org.entente.engine.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.query.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * How records are written in a file: objects as they travel, or a cell for each value. What becomes
 * a workbook in the end is kept as objects, since a workbook cannot be gone on with.
 */
final class ExportLines {

    private static final String ID = "id";

    /** What a spreadsheet takes for a number or a telephone, and for nothing else. */
    private static final Pattern FIGURE = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

    private final List<String> columns;
    private final boolean objects;
    private final CsvResultRows rows;

    ExportLines(ExportDefinition definition) {
        this.columns = definition.columns();
        this.objects = definition.dialect().type() != FileType.CSV;
        var headings = new ArrayList<>(List.of(ID));
        headings.addAll(columns);
        this.rows = new CsvResultRows(definition.dialect(), headings);
    }

    byte[] header() {
        return objects ? new byte[0] : rows.header();
    }

    byte[] of(RecordView record) {
        return objects ? object(record) : cells(record);
    }

    private byte[] object(RecordView record) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put(ID, record.id().toString());
        columns.forEach(name -> tree.put(name, record.values().get(name)));
        return (JsonLine.write(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] cells(RecordView record) {
        var cells = new ArrayList<>(List.of(record.id().toString()));
        columns.forEach(name -> cells.add(cell(record.values().get(name))));
        return rows.plain(new Row(0, cells));
    }

    private static String cell(@Nullable Object value) {
        var text = text(value);
        return FIGURE.matcher(text).matches() ? text : ResultRows.guarded(text);
    }

    /**
     * A reference is its label, a file its name, money its amount and currency, an address its
     * lines.
     */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map when map.get("label") instanceof String label -> label;
            case Map<?, ?> map when map.containsKey("sha256") -> String.valueOf(map.get("name"));
            case Map<?, ?> map when map.containsKey(ID) -> String.valueOf(map.get(ID));
            case Map<?, ?> map -> joined(map.values(), map.containsKey("currency") ? " " : ", ");
            case List<?> list when list.stream().allMatch(Map.class::isInstance) ->
                    list.stream()
                            .map(one -> Keys.quoted(text(one)))
                            .collect(Collectors.joining("; "));
            case List<?> list -> joined(list, ", ");
            default -> String.valueOf(value);
        };
    }

    private static String joined(Iterable<?> values, String between) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(text(value)));
        return texts.stream()
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }
}
