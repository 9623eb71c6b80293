package org.entente.metadata.expression;

import org.entente.metadata.model.FieldType.ChoiceType;

/**
 * A word of an expression that the model defines.
 *
 * @param position code points before it; before the quotation mark of an option
 */
public record Use(int position, Meaning meaning) {

    /** What it means. */
    public sealed interface Meaning {

        /** A field of an entity. */
        record OfField(String entity, String name) implements Meaning {}

        /** A field that a trait brings, of whatever carries the trait. */
        record OfTrait(String trait, String name) implements Meaning {}

        /** A list of the records that point at one by a field. */
        record OfList(String entity, String field, String name) implements Meaning {}

        /** An option of a choice. */
        record OfOption(ChoiceType choice, String name) implements Meaning {}
    }
}
