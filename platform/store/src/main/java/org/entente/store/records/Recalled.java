package org.entente.store.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.job.JobChanges.JobChange;
import org.entente.engine.record.Change;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.Model;
import org.entente.metadata.value.ValueReader;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Changes as they were told, with values that could be written again. */
final class Recalled {

    private final Model model;

    Recalled(Model model) {
        this.model = model;
    }

    /** Reads place, entity, record, version, operation, moment, user, values before and after. */
    JobChange read(ResultSet row) throws SQLException {
        var key = row.getString(2);
        var entity =
                model.entities().values().stream().filter(e -> e.key().equals(key)).findFirst();
        var change = entity.isEmpty() ? Optional.<Change>empty() : change(row, entity.get());
        return new JobChange(row.getLong(1), row.getObject(3, UUID.class), change);
    }

    /** Nothing where a value no longer fits its field. */
    private Optional<Change> change(ResultSet row, Entity entity) throws SQLException {
        var retold = new Retold(model, entity);
        var before = typed(entity, retold.values(row.getString(8)));
        var after = typed(entity, retold.values(row.getString(9)));
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Change(
                                entity,
                                row.getObject(3, UUID.class),
                                row.getLong(4),
                                Change.Operation.valueOf(row.getString(5)),
                                before.get(),
                                after.get(),
                                row.getObject(7, UUID.class),
                                row.getObject(6, OffsetDateTime.class).toInstant()));
    }

    private Optional<Map<String, @Nullable Object>> typed(
            Entity entity, Map<String, @Nullable Object> told) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : told.entrySet()) {
            var field = entity.field(entry.getKey()).orElseThrow();
            switch (entry.getValue()) {
                case null -> typed.put(field.name(), null);
                case Reference reference -> typed.put(field.name(), reference);
                case List<?> several when field.type() instanceof MultiReferenceType ->
                        typed.put(field.name(), several.isEmpty() ? null : several);
                case Object wire -> {
                    switch (ValueReader.read(wire, field, model.settings())) {
                        case Outcome.Done<Optional<Object>>(var value) ->
                                typed.put(field.name(), value.orElse(null));
                        case Outcome.Refused<Optional<Object>> misfit -> {
                            return Optional.empty();
                        }
                    }
                }
            }
        }
        return Optional.of(typed);
    }
}
