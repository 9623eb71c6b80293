package org.entente.metadata.expression;

/** What the place of an expression asks for. */
public sealed interface Expected {

    /** Any value, a whole money or address value included. */
    record Anything() implements Expected {}

    /**
     * A value of one type; an integer will do for a decimal, a constant text for whatever it can be
     * read as, and null always.
     */
    record Value(ValueType type) implements Expected {}

    /** Any value. */
    static Expected any() {
        return new Anything();
    }

    /** A value of one type. */
    static Expected of(ValueType type) {
        return new Value(type);
    }

    /** A condition: filters, rules, grants. */
    static Expected condition() {
        return new Value(ValueType.Simple.BOOLEAN);
    }

    /** A text: names of records. */
    static Expected text() {
        return new Value(ValueType.Simple.TEXT);
    }
}
