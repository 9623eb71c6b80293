package org.entente.store.sql;

import java.util.List;
import java.util.Objects;
import org.entente.metadata.expression.ValueType;
import org.jspecify.annotations.Nullable;

/** Stands among the bound values of a statement for one that is given when it is sent. */
public record Awaited(Later later, ValueType type) {

    /** The value as the driver takes it. */
    public Object among(List<@Nullable Object> values) {
        var value = Objects.requireNonNull(values.get(later.place()));
        return Objects.requireNonNull(SqlValues.driverValue(value, type));
    }
}
