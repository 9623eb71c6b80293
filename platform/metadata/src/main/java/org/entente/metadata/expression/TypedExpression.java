package org.entente.metadata.expression;

import java.util.List;
import java.util.Optional;
import org.entente.metadata.model.Field;
import org.jspecify.annotations.Nullable;

/** An expression bound to a model: every node has a type and nothing is left to look up by name. */
public sealed interface TypedExpression {

    ValueType type();

    /** A constant; null has type {@link ValueType.Simple#NULL} or that of its context. */
    record Literal(@Nullable Object value, ValueType type) implements TypedExpression {}

    /** A value that comes with the request. */
    record Input(Kind kind, String name, ValueType type) implements TypedExpression {
        /** Where it comes from. {@link #name} names the parameter, or the field of {@code me}. */
        public enum Kind {
            PARAMETER,
            NOW,
            TODAY,
            ME,
            MY_FIELD
        }
    }

    /**
     * A field of the row, or of a record that the row leads to by references.
     *
     * @param through the references to follow, in order; empty for the row's own field
     * @param field the field at the end
     * @param part a part of a money or address value
     */
    record Path(List<Step> through, Field field, Optional<Part> part, ValueType type)
            implements TypedExpression {
        public Path {
            through = List.copyOf(through);
        }
    }

    /**
     * One reference on the way.
     *
     * @param entity the entity that holds the field
     * @param target the entity, or with {@code toTrait} the trait, that it leads to
     */
    record Step(String entity, Field field, String target, boolean toTrait) {}

    /** A part of a structured value. */
    enum Part {
        AMOUNT,
        CURRENCY,
        STREET,
        LINE2,
        POSTAL_CODE,
        CITY,
        REGION,
        COUNTRY
    }

    /** The record's own id, as a reference to itself: {@code id == me}. */
    record Self(List<Step> through, ValueType type) implements TypedExpression {
        public Self {
            through = List.copyOf(through);
        }
    }

    /** A named value of the surrounding query: a measure or a group of an aggregate. */
    record Alias(String name, ValueType type) implements TypedExpression {}

    /** A strict operation: null when any argument is null. */
    record Operation(Function function, List<TypedExpression> arguments, ValueType type)
            implements TypedExpression {
        public Operation {
            arguments = List.copyOf(arguments);
        }
    }

    /** Three-valued and, or. */
    record Logic(boolean conjunction, List<TypedExpression> arguments) implements TypedExpression {
        public Logic {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ValueType type() {
            return ValueType.Simple.BOOLEAN;
        }
    }

    /** Three-valued not. */
    record Not(TypedExpression argument) implements TypedExpression {
        @Override
        public ValueType type() {
            return ValueType.Simple.BOOLEAN;
        }
    }

    /** {@code x == null}: true or false, never null. */
    record IsNull(TypedExpression argument) implements TypedExpression {
        @Override
        public ValueType type() {
            return ValueType.Simple.BOOLEAN;
        }
    }

    /** {@code c ? a : b}; a null condition takes {@code otherwise}. */
    record Conditional(
            TypedExpression condition,
            TypedExpression then,
            TypedExpression otherwise,
            ValueType type)
            implements TypedExpression {}

    /** The first argument that is not null. */
    record Coalesce(List<TypedExpression> arguments, ValueType type) implements TypedExpression {
        public Coalesce {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code x in [a, b]}: true on a hit, else null when anything compared was null, else false.
     */
    record Membership(TypedExpression item, List<TypedExpression> list) implements TypedExpression {
        public Membership {
            list = List.copyOf(list);
        }

        @Override
        public ValueType type() {
            return ValueType.Simple.BOOLEAN;
        }
    }
}
