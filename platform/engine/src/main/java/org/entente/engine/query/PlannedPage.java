package org.entente.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import org.entente.engine.query.PageOfRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * A page decided, and what is needed to answer it.
 *
 * @param question what a cursor of this page is bound to
 */
record PlannedPage(PlannedQuery query, List<Column> columns, String question) {

    /** What to answer under one key. */
    record Column(String key, Selection selection) {}

    RecordView view(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            values.put(column.key(), WireValues.write(row.values().get(i), column.selection()));
        }
        return new RecordView(query.entity().name(), row.id(), row.version(), values);
    }
}
