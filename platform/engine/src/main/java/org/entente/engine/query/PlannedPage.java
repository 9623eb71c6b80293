package org.entente.engine.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.engine.query.PageOfRows.Row;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A page decided, and what is needed to answer it.
 *
 * @param names the keys of the columns
 * @param question what a cursor of this page is bound to
 */
record PlannedPage(PlannedQuery query, List<Column> columns, List<String> names, String question) {

    PlannedPage(PlannedQuery query, List<Column> columns, String question) {
        this(query, columns, columns.stream().map(Column::key).toList(), question);
    }

    /** What to answer under one key. */
    record Column(String key, Selection selection) {}

    /** Whom rows name by their ids alone. */
    Set<Reference> people(List<Row> rows) {
        var people = new LinkedHashSet<Reference>();
        for (var row : rows) {
            for (var i = 0; i < columns.size(); i++) {
                if (row.values().get(i) instanceof Reference reference) {
                    people.add(reference);
                }
            }
        }
        return people;
    }

    RecordView view(Row row) {
        return view(row, Map.of());
    }

    /**
     * @param people those whom the row names by their ids alone, as they travel
     */
    RecordView view(Row row, Map<Reference, Map<String, Object>> people) {
        var values = new @Nullable Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
            var value = row.values().get(i);
            values[i] =
                    value instanceof Reference reference
                            ? people.get(reference)
                            : WireValues.write(value, columns.get(i).selection());
        }
        return new RecordView(
                query.entity().name(), row.id(), row.version(), new NamedValues(names, values));
    }
}
