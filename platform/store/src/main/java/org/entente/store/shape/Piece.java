package org.entente.store.shape;

import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Part;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * One column of those that hold a field. A value is bound as {@code type}; where that is not the
 * column's own, as text that the database reads.
 *
 * @param suffix what follows the field's generated name
 * @param part which part of the value it holds; empty when it holds the whole
 * @param sql the type in the definition of a table
 */
public record Piece(String suffix, Optional<Part> part, String sql, DataType<?> type) {

    static Piece whole(String sql, DataType<?> type) {
        return new Piece("", Optional.empty(), sql, type);
    }

    /** A whole value that is bound as text. */
    static Piece cast(String sql) {
        return new Piece("", Optional.empty(), sql, SQLDataType.CLOB);
    }

    /** The type in SQL that values are bound as. */
    public String bound() {
        return type.equals(SQLDataType.CLOB) ? "text" : sql;
    }

    /** Where the key of a reference's entity stands. */
    static Piece entity() {
        return new Piece("_entity", Optional.empty(), "text", SQLDataType.CLOB);
    }

    static Piece part(String suffix, Part part, String sql, DataType<?> type) {
        return new Piece(suffix, Optional.of(part), sql, type);
    }
}
