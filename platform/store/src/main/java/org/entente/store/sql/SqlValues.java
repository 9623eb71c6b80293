package org.entente.store.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.spi.Reference;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Values in memory as bound values in SQL: each with a cast, none ever part of the text. Dates go
 * as text, since the driver's own way loses the ten days that the Gregorian reform left out.
 */
public final class SqlValues {

    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);

    private SqlValues() {}

    /** A piece of SQL whose values have this type. */
    static Field<?> sql(String template, ValueType type, QueryPart... parts) {
        return DSL.field(template, dataType(type), parts);
    }

    /** How the driver's answer is read: as the class of the type's physical form. */
    public static DataType<?> dataType(ValueType type) {
        return switch (type) {
            case Simple.BOOLEAN -> SQLDataType.BOOLEAN;
            case Simple.INTEGER, Simple.DECIMAL -> SQLDataType.NUMERIC;
            case Simple.DATE -> DateBinding.DATA_TYPE;
            case Simple.DATE_TIME -> SQLDataType.INSTANT;
            case Simple.DURATION -> IntervalConverter.DATA_TYPE;
            case Simple.TEXT, Simple.NULL -> SQLDataType.CLOB;
            case Simple.MONEY, Simple.ADDRESS, Simple.GEO, Simple.FILE -> SQLDataType.OTHER;
            case Simple.JSON -> SQLDataType.CLOB;
            case Choice _ -> SQLDataType.CLOB;
            case ToEntity _, ToTrait _ -> SQLDataType.UUID;
            case Several(var of) -> dataType(of).array();
        };
    }

    /** A bound value; null has the type as well. */
    public static Field<?> value(@Nullable Object value, ValueType type) {
        if (value instanceof Later later) {
            var awaited = DSL.val(new Awaited(later, type), AwaitedBinding.DATA_TYPE);
            return sql("cast({0} as " + typeName(type) + ")", type, awaited);
        }
        var bound = value == null ? null : driverValue(value, type);
        if (bound == null) {
            return sql("cast(null as " + typeName(type) + ")", type);
        }
        var name = bound instanceof BigDecimal ? "numeric" : typeName(type);
        return sql("cast({0} as " + name + ")", type, DSL.val(bound));
    }

    /**
     * Whether a value may be given later without another text: neither null nor a whole number that
     * no bigint holds.
     */
    public static boolean canWait(@Nullable Object value, ValueType type) {
        return value != null
                && driverValue(value, type) != null
                && !(value instanceof BigDecimal number && type == Simple.INTEGER && !fits(number));
    }

    static String typeName(ValueType type) {
        return switch (type) {
            case Simple.BOOLEAN -> "boolean";
            case Simple.INTEGER -> "bigint";
            case Simple.DECIMAL, Simple.MONEY, Simple.GEO -> "numeric";
            case Simple.JSON -> "jsonb";
            case Simple.FILE -> "uuid";
            case Simple.TEXT, Simple.NULL, Simple.ADDRESS -> "text";
            case Simple.DATE -> "date";
            case Simple.DATE_TIME -> "timestamptz";
            case Simple.DURATION -> "interval";
            case Choice _ -> "text";
            case ToEntity _, ToTrait _ -> "uuid";
            case Several(var of) -> typeName(of) + "[]";
        };
    }

    static @Nullable Object driverValue(Object value, ValueType type) {
        return switch (value) {
            case BigDecimal number when type == Simple.INTEGER -> whole(number);
            case Long whole when type == Simple.DECIMAL -> BigDecimal.valueOf(whole);
            case LocalDate date -> date.toString();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration duration -> duration.toString();
            case Reference reference -> reference.id();
            case String name when type instanceof Choice(var choice) -> key(name, choice);
            case List<?> several when type instanceof Several(Choice(var choice)) ->
                    several.stream()
                            .map(name -> key(String.valueOf(name), choice))
                            .toArray(String[]::new);
            case List<?> several when type instanceof Several(ToEntity _) ->
                    several.stream()
                            .map(one -> ((Reference) one).id())
                            .toArray(java.util.UUID[]::new);
            default -> value;
        };
    }

    /** An integer stays a bigint where it can, since an index on one is of no use to a numeric. */
    private static Object whole(BigDecimal number) {
        return fits(number) ? (Object) number.longValueExact() : number;
    }

    private static boolean fits(BigDecimal number) {
        return number.compareTo(GREATEST) <= 0 && number.compareTo(SMALLEST) >= 0;
    }

    private static @Nullable Object key(String name, ChoiceType choice) {
        var option = choice.options().get(name);
        return option == null ? null : option.key();
    }
}
