package org.entente.metadata.expression;

import java.util.Optional;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Model;

/** What the types of the language have to do with each other. */
final class Types {

    private Types() {}

    static boolean isNumber(ValueType type) {
        return type == Simple.INTEGER || type == Simple.DECIMAL;
    }

    /** Only the parts of such a value take part in operations. */
    static boolean isStructured(ValueType type) {
        return type == Simple.MONEY
                || type == Simple.ADDRESS
                || type == Simple.GEO
                || type == Simple.FILE
                || type == Simple.JSON;
    }

    static boolean isOrdered(ValueType type) {
        return switch (type) {
            case Simple.INTEGER,
                    Simple.DECIMAL,
                    Simple.TEXT,
                    Simple.DATE,
                    Simple.DATE_TIME,
                    Simple.DURATION ->
                    true;
            case Simple _, Choice _, ToEntity _, ToTrait _, Several _ -> false;
        };
    }

    /** Whether a value of one type is one of the other, as it stands. */
    static boolean fits(ValueType type, ValueType wanted, Model model) {
        return join(type, wanted, model)
                .filter(joined -> joined.equals(wanted) || !isNumber(wanted))
                .isPresent();
    }

    /** The type of values that are the one or the other, where the two can stand side by side. */
    static Optional<ValueType> join(ValueType one, ValueType other, Model model) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        if (isNumber(one) && isNumber(other)) {
            return Optional.of(Simple.DECIMAL);
        }
        return switch (one) {
            case ToTrait trait when other instanceof ToTrait -> Optional.of(trait);
            case ToTrait trait
                    when other instanceof ToEntity entity && carries(entity, trait, model) ->
                    Optional.of(trait);
            case ToEntity entity
                    when other instanceof ToTrait trait && carries(entity, trait, model) ->
                    Optional.of(trait);
            case Simple _, Choice _, ToEntity _, ToTrait _, Several _ -> Optional.empty();
        };
    }

    private static boolean carries(ToEntity entity, ToTrait trait, Model model) {
        return model.entity(entity.entity())
                .filter(found -> found.traits().contains(trait.trait()))
                .isPresent();
    }

    /** The word of a type in problems. */
    static String word(ValueType type) {
        return switch (type) {
            case Simple.BOOLEAN -> "boolean";
            case Simple.INTEGER -> "integer";
            case Simple.DECIMAL -> "decimal";
            case Simple.TEXT -> "text";
            case Simple.DATE -> "date";
            case Simple.DATE_TIME -> "date_time";
            case Simple.DURATION -> "duration";
            case Simple.NULL -> "null";
            case Simple.MONEY -> "money";
            case Simple.ADDRESS -> "address";
            case Simple.GEO -> "geo";
            case Simple.FILE -> "file";
            case Simple.JSON -> "json";
            case Choice _ -> "choice";
            case ToEntity _, ToTrait _ -> "reference";
            case Several _ -> "list";
        };
    }
}
