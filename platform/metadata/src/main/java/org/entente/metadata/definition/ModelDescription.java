package org.entente.metadata.definition;

import java.util.Map;
import java.util.function.Predicate;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;

/** A model as plain maps and lists, in the shapes of definitions. */
@SuppressWarnings("DoNotCallSuggester")
public final class ModelDescription {

    private ModelDescription() {}

    /** The model with the entities that the caller may see. */
    public static Map<String, Object> describe(Model model, Predicate<Entity> visible) {
        throw new UnsupportedOperationException();
    }

    /** One entity. */
    public static Map<String, Object> describe(Entity entity) {
        throw new UnsupportedOperationException();
    }
}
