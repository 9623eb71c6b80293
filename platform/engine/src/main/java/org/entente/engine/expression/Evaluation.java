package org.entente.engine.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of an expression stand for.
 *
 * @param now to the microsecond
 * @param zone the zone of {@code today} and of every part of a date-time
 * @param me the user's record
 * @param myFields fields of that record, by name
 * @param parameters {@code params.x} by name, as their {@link
 *     org.entente.metadata.expression.ValueType} documents them
 */
public record Evaluation(
        Instant now,
        ZoneId zone,
        UUID me,
        Map<String, @Nullable Object> myFields,
        Map<String, @Nullable Object> parameters) {
    public Evaluation {
        myFields = Collections.unmodifiableMap(new LinkedHashMap<>(myFields));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** What an input stands for. */
    public @Nullable Object of(Input input) {
        return switch (input.kind()) {
            case PARAMETER -> parameters.get(input.name());
            case NOW -> now;
            case TODAY -> today();
            case ME -> new Reference(me, "user");
            case MY_FIELD -> myFields.get(input.name());
        };
    }

    /** The day of {@link #now} in {@link #zone}. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
