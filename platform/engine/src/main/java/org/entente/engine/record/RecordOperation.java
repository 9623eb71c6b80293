package org.entente.engine.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.metadata.model.Role.Operation;
import org.jspecify.annotations.Nullable;

/** One write that a client asks for; values are as they came over the wire, by field name. */
public sealed interface RecordOperation {

    /** The right that it takes. An upsert takes the one for what it turns out to be. */
    Operation right();

    /** The values as they came. */
    Map<String, @Nullable Object> values();

    /** A new record. */
    record Create(Map<String, @Nullable Object> values) implements RecordOperation {
        public Create {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Operation right() {
            return Operation.CREATE;
        }
    }

    /** Some values of a record; null clears. */
    record Update(UUID id, IfMatch ifMatch, Map<String, @Nullable Object> values)
            implements RecordOperation {
        public Update {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Operation right() {
            return Operation.UPDATE;
        }
    }

    /**
     * An update of the record that has this value in a unique field, or a new record with it.
     *
     * @param by the value as it came
     */
    record Upsert(String field, Object by, Map<String, @Nullable Object> values)
            implements RecordOperation {
        public Upsert {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Operation right() {
            return Operation.READ;
        }
    }

    /** A record goes to the recycle bin. */
    record Delete(UUID id, IfMatch ifMatch) implements RecordOperation {
        @Override
        public Operation right() {
            return Operation.DELETE;
        }

        @Override
        public Map<String, @Nullable Object> values() {
            return Map.of();
        }
    }

    /**
     * Takes one write back: what it made goes to the recycle bin, what it changed becomes as it
     * was, what it deleted comes back.
     *
     * @param change as it was told, with values of the classes that the fields' types name
     */
    record Revert(Change change) implements RecordOperation {
        @Override
        public Operation right() {
            return change.operation() == Change.Operation.UPDATE
                    ? Operation.UPDATE
                    : Operation.DELETE;
        }

        @Override
        public Map<String, @Nullable Object> values() {
            return Map.of();
        }
    }

    /** A record comes back from the recycle bin; whoever may put it there may take it out. */
    record Restore(UUID id) implements RecordOperation {
        @Override
        public Operation right() {
            return Operation.DELETE;
        }

        @Override
        public Map<String, @Nullable Object> values() {
            return Map.of();
        }
    }
}
