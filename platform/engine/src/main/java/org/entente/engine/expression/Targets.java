package org.entente.engine.expression;

import java.util.List;
import java.util.UUID;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** The records that a value leads to. */
public final class Targets {

    private Targets() {}

    /** Of a reference one, of several all, of anything else none. */
    public static List<Reference> of(@Nullable Object value) {
        return switch (value) {
            case Reference one -> List.of(one);
            case List<?> several ->
                    several.stream()
                            .filter(Reference.class::isInstance)
                            .map(Reference.class::cast)
                            .toList();
            case null, default -> List.of();
        };
    }

    /** Whether a value leads to a record. */
    public static boolean include(@Nullable Object value, UUID record) {
        return of(value).stream().anyMatch(target -> target.id().equals(record));
    }

    /** The value without one record: null when nothing is left. */
    public static @Nullable Object without(@Nullable Object value, UUID record) {
        var left = of(value).stream().filter(target -> !target.id().equals(record)).toList();
        return left.isEmpty() ? null : left;
    }
}
