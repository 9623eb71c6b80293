package org.entente.metadata.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    record Reshaped(String path, Entity entity, Field before, Field after) implements DataTouch {

        private static final List<Set<String>> KEPT_ALIKE =
                List.of(
                        Set.of("text", "long_text", "email", "phone", "url"),
                        Set.of("decimal", "percent"));

        /**
         * Whether the values are kept in the same way, so that they stay as they are; then none can
         * become empty on the way.
         */
        public boolean staysInPlace() {
            var types = new HashSet<>(List.of(before.type().keyword(), after.type().keyword()));
            return types.size() == 1 || KEPT_ALIKE.stream().anyMatch(k -> k.containsAll(types));
        }
    }

    /** Records without a value can no longer be changed before they have one. */
    record MadeRequired(String path, Entity entity, Field after) implements DataTouch {}

    /** Records may have the same values, which the next index will not take. */
    record MadeUnique(String path, Entity entity, List<Field> fields) implements DataTouch {
        public MadeUnique {
            fields = List.copyOf(fields);
        }
    }
}
