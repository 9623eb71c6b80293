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

    /** What a path starts from. */
    sealed interface Start {

        /** The record that the expression is about. */
        record Own() implements Start {}

        /** That record as it was before the change; there is none when it is being made. */
        record Before() implements Start {}

        /**
         * The item of a list that is being looked at.
         *
         * @param level how deep the list stands in others, from 1
         */
        record Item(int level) implements Start {}

        static Start own() {
            return new Own();
        }
    }

    /**
     * A field of a record, or of another that it leads to by references.
     *
     * @param through the references to follow, in order; empty for the row's own field
     * @param field the field at the end
     * @param part a part of a money or address value
     */
    record Path(Start start, List<Step> through, Field field, Optional<Part> part, ValueType type)
            implements TypedExpression {
        public Path {
            through = List.copyOf(through);
        }

        /** The path to a part of its end. */
        public Path to(Part wanted, ValueType partType) {
            return new Path(start, through, field, Optional.of(wanted), partType);
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
        COUNTRY,
        LAT,
        LON,
        /** The id of a file's bytes; no word of expressions leads to it. */
        CONTENT,
        NAME,
        TYPE,
        SIZE,
        SHA256
    }

    /** The record's own id, as a reference to itself: {@code id == me}. */
    record Self(Start start, List<Step> through, ValueType type) implements TypedExpression {
        public Self {
            through = List.copyOf(through);
        }

        /** The record that the expression is about. */
        public static Self own(ValueType type) {
            return new Self(Start.own(), List.of(), type);
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

    /**
     * What the items of a list come to.
     *
     * @param of what is asked of each item; only {@link By#SIZE} goes without
     */
    record Summary(By by, Items items, Optional<TypedExpression> of, ValueType type)
            implements TypedExpression {

        /** How items become one value; SUM, MIN, MAX and AVG pass over what is null. */
        public enum By {
            /** Whether it is true of any. */
            EXISTS,
            /** Whether it is true of each. */
            ALL,
            SIZE,
            /** Of nothing 0, the next three null. */
            SUM,
            MIN,
            MAX,
            AVG
        }
    }

    /**
     * Some items of a list.
     *
     * @param level what {@link Start.Item} says of one of them
     * @param conditions all must be true of an item; null counts as no
     */
    record Items(Source source, int level, List<TypedExpression> conditions) {
        public Items {
            conditions = List.copyOf(conditions);
        }
    }

    /** Where items come from. */
    sealed interface Source {

        /** With {@link #through} leads to the record whose list it is. */
        Start start();

        /** The references on the way to that record. */
        List<Step> through();

        /** The entity of that record. */
        String holder();

        /** The entity of the items. */
        String entity();

        /** The field that makes the list: of the items, or of the record whose list it is. */
        Field reference();

        /**
         * The live records that point at one.
         *
         * @param start with {@code through} leads to the record that is pointed at
         * @param holder the entity of that record
         * @param entity the entity of the items
         * @param reference their field that points
         */
        record Related(
                Start start, List<Step> through, String holder, String entity, Field reference)
                implements Source {
            public Related {
                through = List.copyOf(through);
            }
        }

        /**
         * The live records that a reference to several names, in no order.
         *
         * @param reference the field of the record whose list it is
         */
        record Listed(
                Start start, List<Step> through, String holder, String entity, Field reference)
                implements Source {
            public Listed {
                through = List.copyOf(through);
            }
        }
    }
}
