package org.entente.store.records;

import java.util.Locale;
import java.util.Optional;
import org.entente.engine.query.PlannedQuery.SortKey;
import org.entente.engine.query.Selection.OfReference;
import org.entente.engine.query.Selection.OfReferences;
import org.entente.engine.query.Selection.OfValue;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.model.SystemFields;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * One key by which rows are ordered.
 *
 * @param field what is compared
 * @param answered what is answered for a position
 * @param type of the answer
 * @param nullable whether it can be null at all
 * @param own the field of the row itself that it is, if it is one
 */
record Key(
        Field<?> field,
        Field<?> answered,
        ValueType type,
        boolean descending,
        boolean nullable,
        Optional<Path> own) {

    static Key of(SortKey key, Chooser chooser, Locale language) {
        return switch (key.selection()) {
            case OfReference reference -> {
                var label = chooser.label(reference);
                yield new Key(
                        Chooser.ordered(label, Simple.TEXT, language),
                        label,
                        Simple.TEXT,
                        key.descending(),
                        true,
                        Optional.empty());
            }
            case OfReferences _ -> throw new IllegalArgumentException("a list has no order");
            case OfValue(var expression) ->
                    ofValue(expression, chooser, key.descending(), language);
        };
    }

    private static Key ofValue(
            TypedExpression expression, Chooser chooser, boolean descending, Locale language) {
        var value = chooser.render(expression);
        var ordered = Chooser.ordered(value, expression.type(), language);
        var own =
                expression instanceof Path path && path.through().isEmpty()
                        ? Optional.of(path)
                        : Optional.<Path>empty();
        var ordinal = expression.type() instanceof Choice;
        return new Key(
                ordered,
                ordinal ? ordered : Chooser.readable(value, expression.type()),
                ordinal ? Simple.INTEGER : expression.type(),
                descending,
                own.filter(Key::isAlwaysThere).isEmpty(),
                own);
    }

    private static boolean isAlwaysThere(Path path) {
        var name = path.field().name();
        return name.equals(SystemFields.CREATED_AT.name())
                || name.equals(SystemFields.UPDATED_AT.name());
    }

    /** Where nulls cannot be, not speaking of them lets an index of either direction serve. */
    SortField<?> order(boolean withNulls) {
        var order = descending ? field.desc() : field.asc();
        return withNulls ? order.nullsLast() : order;
    }
}
