package org.entente.store.shape;

import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Part;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * One column of those that hold a field.
 *
 * @param suffix what follows the field's generated name
 * @param part which part of the value it holds; empty when it holds the whole
 * @param sql the type in the definition of a table
 */
public record Piece(String suffix, Optional<Part> part, String sql, DataType<?> type) {

    static Piece whole(String sql, DataType<?> type) {
        return new Piece("", Optional.empty(), sql, type);
    }

    /** Where the key of a reference's entity stands. */
    static Piece entity() {
        return new Piece("_entity", Optional.empty(), "text", SQLDataType.CLOB);
    }

    static Piece part(String suffix, Part part, String sql, DataType<?> type) {
        return new Piece(suffix, Optional.of(part), sql, type);
    }
}
