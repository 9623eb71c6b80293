package org.entente.engine.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Money;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression over one record in memory. It is total: what has no answer is null. The
 * answers are those of SQL, value for value.
 */
public final class Evaluator {

    private final Budget budget = new Budget();
    private final Change change;
    private final Evaluation evaluation;
    private final Operations operations;
    private final Map<Integer, Item> items = new HashMap<>();
    private final Repetition repetition = new Repetition();
    private long turns;

    private Evaluator(Change change, Evaluation evaluation) {
        this.change = change;
        this.evaluation = evaluation;
        this.operations = new Operations(evaluation.zone());
    }

    /**
     * A record, and what it was before it was changed.
     *
     * @param before empty when it is being made, or nothing is being changed
     */
    public record Change(Optional<Row> before, Row row) {}

    /**
     * An item that is being looked at.
     *
     * @param turn another for each time that one is looked at
     */
    record Item(Row row, long turn) {}

    /**
     * The value, as its {@link org.entente.metadata.expression.ValueType} documents it; stopped as
     * {@code too_expensive} beyond its budget.
     */
    public static @Nullable Object evaluate(
            TypedExpression expression, Row row, Evaluation evaluation) {
        return evaluate(expression, new Change(Optional.empty(), row), evaluation);
    }

    /** The same, of a record that is being changed. */
    public static @Nullable Object evaluate(
            TypedExpression expression, Change change, Evaluation evaluation) {
        return new Evaluator(change, evaluation).value(expression);
    }

    /** Whether a condition holds: null counts as no. */
    public static boolean holds(TypedExpression condition, Row row, Evaluation evaluation) {
        return Boolean.TRUE.equals(evaluate(condition, row, evaluation));
    }

    private @Nullable Object value(TypedExpression expression) {
        budget.visit();
        return switch (expression) {
            case Literal literal -> literal.value();
            case Input input -> exact(evaluation.of(input));
            case Path path -> {
                var row = row(path.start());
                yield row == null ? null : value(path, row);
            }
            case Self self -> {
                var row = row(self.start());
                yield row == null ? null : row.self(self);
            }
            case Summary summary ->
                    items.isEmpty()
                            ? summary(summary)
                            : repetition.of(summary, items, () -> summary(summary));
            case Alias alias -> throw new IllegalArgumentException("no row has " + alias.name());
            case Operation operation -> operation(operation);
            case Logic logic -> logic(logic);
            case Not not -> value(not.argument()) instanceof Boolean known ? !known : null;
            case IsNull test -> isNothing(value(test.argument()));
            case Conditional either ->
                    Boolean.TRUE.equals(value(either.condition()))
                            ? value(either.then())
                            : value(either.otherwise());
            case Coalesce coalesce -> first(coalesce);
            case Membership membership -> membership(membership);
        };
    }

    private @Nullable Row row(Start start) {
        return switch (start) {
            case Start.Own _ -> change.row();
            case Start.Before _ -> change.before().orElse(null);
            case Start.Item(var level) -> {
                var item = items.get(level);
                yield item == null ? null : item.row();
            }
        };
    }

    private @Nullable Object summary(Summary summary) {
        var list = summary.items();
        var holder = row(list.source().start());
        var found = holder == null ? List.<Row>of() : holder.items(summary);
        var above = items.get(list.level());
        var soFar = new Summing(summary.by());
        for (var row : found) {
            items.put(list.level(), new Item(row, ++turns));
            if (list.conditions().stream().allMatch(one -> Boolean.TRUE.equals(value(one)))) {
                var of = summary.of();
                soFar.add(of.isPresent() ? value(of.get()) : null);
            }
            if (soFar.decided()) {
                break;
            }
        }
        restore(list.level(), above);
        return soFar.result();
    }

    private void restore(int level, @Nullable Item above) {
        if (above == null) {
            items.remove(level);
        } else {
            items.put(level, above);
        }
    }

    /** Integers are counted without bounds inside an expression. */
    private static @Nullable Object exact(@Nullable Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
    }

    private static @Nullable Object value(Path path, Row row) {
        return listed(exact(part(row.value(path), path.part())), path.type());
    }

    /** No value of a field that holds several is an empty list. */
    private static @Nullable Object listed(@Nullable Object value, ValueType type) {
        return value == null && type instanceof Several ? List.of() : value;
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof List<?> several && several.isEmpty());
    }

    private static @Nullable Object part(@Nullable Object whole, Optional<Part> part) {
        if (part.isEmpty()) {
            return whole;
        }
        return switch (whole) {
            case Money money -> part.get() == Part.AMOUNT ? money.amount() : money.currency();
            case Address address -> part(address, part.get());
            case GeoPoint point -> part.get() == Part.LAT ? point.latitude() : point.longitude();
            case StoredFile file -> part(file, part.get());
            case null, default -> null;
        };
    }

    private static @Nullable Object part(StoredFile file, Part part) {
        return switch (part) {
            case NAME -> file.name();
            case TYPE -> file.type();
            case SIZE -> BigDecimal.valueOf(file.size());
            case SHA256 -> file.sha256();
            default -> null;
        };
    }

    private static @Nullable Object part(Address address, Part part) {
        return switch (part) {
            case STREET -> address.street();
            case LINE2 -> address.line2();
            case POSTAL_CODE -> address.postalCode();
            case CITY -> address.city();
            case REGION -> address.region();
            case COUNTRY -> address.country();
            case AMOUNT, CURRENCY, LAT, LON, CONTENT, NAME, TYPE, SIZE, SHA256 -> null;
        };
    }

    private @Nullable Object operation(Operation operation) {
        var arguments = new ArrayList<Object>();
        for (var argument : operation.arguments()) {
            var value = value(argument);
            if (value == null) {
                return null;
            }
            arguments.add(value);
        }
        budget.spend(operation.function(), arguments);
        return operations.apply(operation.function(), arguments);
    }

    private @Nullable Boolean logic(Logic logic) {
        var unknown = false;
        for (var argument : logic.arguments()) {
            var value = value(argument);
            if (value == null) {
                unknown = true;
            } else if (!value.equals(logic.conjunction())) {
                return !logic.conjunction();
            }
        }
        return unknown ? null : Boolean.valueOf(logic.conjunction());
    }

    private @Nullable Object first(Coalesce coalesce) {
        for (var argument : coalesce.arguments()) {
            var value = value(argument);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Boolean membership(Membership membership) {
        var item = value(membership.item());
        var values = new ArrayList<@Nullable Object>();
        for (var one : membership.list()) {
            values.add(value(one));
        }
        if (values.isEmpty()) {
            return false;
        }
        return item == null ? null : among(item, values);
    }

    private static @Nullable Boolean among(Object item, List<@Nullable Object> values) {
        var unknown = false;
        for (var value : values) {
            if (value == null) {
                unknown = true;
            } else if (Order.equal(item, value)) {
                return true;
            }
        }
        return unknown ? null : Boolean.FALSE;
    }
}
