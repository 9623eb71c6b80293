package org.entente.metadata.model;

import java.util.Optional;

/**
 * One field of an entity.
 *
 * @param name unique in its entity
 * @param key stable for ever, survives renaming
 * @param required whether a value must be there; {@link Requirement.When} asks an expression
 * @param defaultValue an expression for a value that was not given at creation
 * @param system whether the platform writes it ({@code created_at}, …), so that callers cannot
 */
public record Field(
        String name,
        String key,
        Rank rank,
        FieldType type,
        Text label,
        Optional<Text> help,
        Optional<Text> purpose,
        Requirement required,
        Optional<String> defaultValue,
        Optional<String> visible,
        Sensitivity sensitivity,
        Flags flags,
        boolean system) {

    /** Whether a caller may never write it. */
    public boolean readOnly() {
        return system || type instanceof FieldType.Computed;
    }

    /** The same field of another type. */
    public Field as(FieldType other) {
        return new Field(
                name,
                key,
                rank,
                other,
                label,
                help,
                purpose,
                required,
                defaultValue,
                visible,
                sensitivity,
                flags,
                system);
    }

    /** How closely a value is held. A secret is never returned, filtered or indexed. */
    public enum Sensitivity {
        NORMAL,
        PERSONAL,
        SECRET
    }

    /** When a value must be there. */
    public sealed interface Requirement {
        /** Never. */
        record Never() implements Requirement {}

        /** Always. */
        record Always() implements Requirement {}

        /** When the expression is true for the record. */
        record When(String expression) implements Requirement {}
    }

    /** What is promised about a field beside its type. */
    public record Flags(boolean unique, boolean searchable, boolean filterable, boolean tracked) {}
}
