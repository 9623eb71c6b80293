package org.entente.store.sql;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType.Simple;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Operations on the day of a date or, in one zone, of an instant. */
final class SqlDates {

    private final Field<?> zone;

    SqlDates(ZoneId zone) {
        this.zone = bound(zone);
    }

    /** An offset goes as an interval: as a text its sign would mean the opposite. */
    private static Field<?> bound(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset
                ? DSL.field("cast({0} as interval)", DSL.val("PT" + offset.getTotalSeconds() + "S"))
                : DSL.field("cast({0} as text)", DSL.val(zone.getId()));
    }

    Field<?> ofDay(Operation operation, Field<?> moment) {
        var instant = operation.arguments().getFirst().type() == Simple.DATE_TIME;
        var day =
                instant
                        ? SqlValues.sql("entente.local_date({0}, {1})", Simple.DATE, moment, zone)
                        : moment;
        return switch (operation.function()) {
            case TO_DATE, START_OF_DAY -> day;
            case YEAR -> part("year", day);
            case MONTH -> part("month", day);
            case DAY -> part("day", day);
            case WEEKDAY -> part("isodow", day);
            case START_OF_WEEK -> start("week", day);
            case START_OF_MONTH -> start("month", day);
            case START_OF_QUARTER -> start("quarter", day);
            case START_OF_YEAR -> start("year", day);
            default -> throw notHere(operation.function());
        };
    }

    private static Field<?> part(String word, Field<?> day) {
        return SqlValues.sql("cast(extract(" + word + " from {0}) as bigint)", Simple.INTEGER, day);
    }

    private static Field<?> start(String word, Field<?> day) {
        return SqlValues.sql(
                "cast(date_trunc('" + word + "', cast({0} as timestamp)) as date)",
                Simple.DATE,
                day);
    }

    private static IllegalArgumentException notHere(Function function) {
        return new IllegalArgumentException("not on a day: " + function);
    }
}
