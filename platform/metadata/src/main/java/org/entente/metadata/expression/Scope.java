package org.entente.metadata.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;

/**
 * The names that an expression can use.
 *
 * @param row the entity whose fields are names
 * @param aliases further names; they win over fields
 * @param old whether the record as it was can be named
 * @param visibility whose eyes look at the model
 */
public record Scope(
        Model model,
        Optional<Entity> row,
        Map<String, TypedExpression.Alias> aliases,
        boolean old,
        Visibility visibility) {
    public Scope {
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    }

    /** The fields of one entity. */
    public static Scope of(Model model, Entity row, Visibility visibility) {
        return new Scope(model, Optional.of(row), Map.of(), false, visibility);
    }

    /** The fields of one entity, and the record as it was before a change. */
    public static Scope ofChange(Model model, Entity row, Visibility visibility) {
        return new Scope(model, Optional.of(row), Map.of(), true, visibility);
    }

    /** Aliases alone. */
    public static Scope of(
            Model model, Map<String, TypedExpression.Alias> aliases, Visibility visibility) {
        return new Scope(model, Optional.empty(), aliases, false, visibility);
    }
}
