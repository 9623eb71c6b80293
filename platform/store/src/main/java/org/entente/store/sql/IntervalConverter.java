package org.entente.store.sql;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Reads an interval of days and time to the microsecond. */
final class IntervalConverter implements Converter<Object, Duration> {

    static final DataType<Duration> DATA_TYPE =
            SQLDataType.OTHER.asConvertedDataType(new IntervalConverter());

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Duration from(@Nullable Object answer) {
        return switch (answer) {
            case null -> null;
            case PGInterval interval ->
                    Duration.ofDays(interval.getDays())
                            .plusHours(interval.getHours())
                            .plusMinutes(interval.getMinutes())
                            .plusSeconds(interval.getWholeSeconds())
                            .plus(interval.getMicroSeconds(), ChronoUnit.MICROS);
            default -> throw new IllegalArgumentException("no interval: " + answer.getClass());
        };
    }

    @Override
    public @Nullable Object to(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }

    @Override
    public Class<Object> fromType() {
        return Object.class;
    }

    @Override
    public Class<Duration> toType() {
        return Duration.class;
    }
}
