package org.entente.metadata.definition;

import java.util.List;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Option;

/** What a change of the model does to data that may be there; how much, only a store can say. */
public sealed interface DataTouch {

    /** What it concerns, as the effect names it. */
    String path();

    /** The entity as it was. */
    Entity entity();

    /** Its records go. */
    record EntityRemoved(String path, Entity entity) implements DataTouch {}

    /** The values of a field go. */
    record FieldRemoved(String path, Entity entity, Field field) implements DataTouch {}

    /** Values that are this option have none any more. */
    record OptionRemoved(String path, Entity entity, Field field, Option option)
            implements DataTouch {}

    /** Values may not fit what the field takes now. */
    record Reshaped(String path, Entity entity, Field before, Field after) implements DataTouch {}

    /** Records without a value can no longer be changed before they have one. */
    record MadeRequired(String path, Entity entity, Field after) implements DataTouch {}

    /** Records may have the same values, which the next index will not take. */
    record MadeUnique(String path, Entity entity, List<Field> fields) implements DataTouch {
        public MadeUnique {
            fields = List.copyOf(fields);
        }
    }
}
