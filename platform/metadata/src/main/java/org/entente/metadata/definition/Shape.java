package org.entente.metadata.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.spi.ProblemCode;

/** What a part of a definition has to look like, whatever it means. */
sealed interface Shape {

    /** Shapes without parts. */
    enum Leaf implements Shape {
        /** A text that is not blank. */
        TEXT,
        /** A text, or a text for each language. */
        LOCALIZED,
        BOOLEAN,
        WHOLE,
        /** A text, number or boolean that is read as an expression. */
        EXPRESSION,
        NAME,
        KEY,
        /** A field's name, or several joined by dots. */
        PATH,
        /** A path, with a minus before it to sort downwards. */
        SORT,
        /** An entity's name, or {@code *}. */
        NAME_OR_ALL,
        /** Whatever. */
        ANYTHING
    }

    /**
     * One of a few words.
     *
     * @param later words that are known and not built yet
     */
    record Word(ProblemCode unknown, List<String> known, Set<String> later) implements Shape {}

    /** Several of one shape. */
    record Items(Shape item) implements Shape {}

    /** Definitions by name. */
    record Named(Shape definition, Rule names) implements Shape {
        /** What the names may be. */
        enum Rule {
            FREE,
            NAME,
            NOT_RESERVED
        }
    }

    /**
     * Parts by keyword.
     *
     * @param later keywords that are known and not built yet
     */
    record Keywords(Map<String, Shape> shapes, Set<String> later) implements Shape {}

    /** A field, whose keywords depend on its type. */
    record OfField() implements Shape {}
}
