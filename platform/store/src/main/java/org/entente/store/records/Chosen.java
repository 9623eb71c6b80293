package org.entente.store.records;

import java.sql.SQLException;
import java.util.List;
import org.entente.metadata.expression.ValueType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of each row.
 *
 * @param fields the columns of the answer, next to each other
 */
record Chosen(List<Field<?>> fields, ValueType type, Form form) {

    /** How the columns make a value. */
    enum Form {
        /** One column holds it. */
        SINGLE,
        /** The pieces of a field. */
        PIECES,
        /** The pieces of a reference, then its label. */
        LABELLED,
        /** Several references, then their labels. */
        LISTED
    }

    /** The columns as they are answered. */
    List<Field<?>> shown() {
        return form == Form.SINGLE ? List.of(Chooser.readable(fields.getFirst(), type)) : fields;
    }

    int width() {
        return fields.size();
    }

    /** The value whose first column is this one. */
    @Nullable Object read(Reading reading, int at) throws SQLException {
        return switch (form) {
            case SINGLE -> reading.value(type, at);
            case PIECES -> reading.whole(type, at);
            case LABELLED -> reading.labelled(type, at);
            case LISTED -> reading.listed(type, at);
        };
    }
}
