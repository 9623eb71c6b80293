package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.record.RecordOperation;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.Settings;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Makes an operation of a row. */
final class RowReader {

    private final Entity entity;
    private final List<String> columns;
    private final UnaryOperator<String> meant;
    private final Mapping mapping;
    private final Optional<String> matchOn;
    private final Spelling spelling;

    RowReader(
            Entity entity,
            TableRows rows,
            Mapping mapping,
            Optional<String> matchOn,
            Settings settings) {
        this.entity = entity;
        this.columns = rows.columns();
        this.meant = rows::meant;
        this.mapping = mapping;
        this.matchOn = matchOn;
        this.spelling = new Spelling(settings.timeZone());
    }

    Outcome<RecordOperation> operation(Row row) {
        if (row.cells().isEmpty() && !row.raw().isEmpty()) {
            return Outcome.refused(
                    Problem.of(ProblemCode.MALFORMED, "", Map.of("reason", "not_json")));
        }
        if (row.cells().size() != columns.size()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.MALFORMED,
                            "",
                            Map.of(
                                    "reason", "cells",
                                    "expected", columns.size(),
                                    "found", row.cells().size())));
        }
        var values = values(row);
        if (matchOn.isEmpty()) {
            return Outcome.done(new RecordOperation.Create(values));
        }
        var key = values.get(matchOn.get());
        return key == null
                ? Outcome.refused(
                        Problem.of(
                                ProblemCode.REQUIRED,
                                "/values/" + matchOn.get(),
                                Map.of("name", matchOn.get())))
                : Outcome.done(new RecordOperation.Upsert(matchOn.get(), key, values));
    }

    /** What a new record is not given takes its default; an empty cell empties an old one. */
    private Map<String, @Nullable Object> values(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var parts = new LinkedHashMap<String, Map<String, Object>>();
        for (var i = 0; i < columns.size(); i++) {
            var target = mapping.targets().get(columns.get(i));
            var field = target == null ? null : entity.field(target.field()).orElse(null);
            if (target != null && field != null) {
                put(meant.apply(row.cells().get(i)), field, target, new Collected(values, parts));
            }
        }
        parts.forEach((field, held) -> values.put(field, isNothing(held) ? null : held));
        if (matchOn.isEmpty()) {
            values.values().removeIf(Objects::isNull);
        }
        return values;
    }

    private static boolean isNothing(Map<String, Object> held) {
        return held.isEmpty() || held.keySet().equals(Set.of("currency"));
    }

    /** Whole values, and the parts of those that several columns make up. */
    private record Collected(
            Map<String, @Nullable Object> values, Map<String, Map<String, Object>> parts) {}

    private void put(String cell, Field field, Target target, Collected collected) {
        if (target.part().isPresent()) {
            var held =
                    collected.parts().computeIfAbsent(field.name(), name -> new LinkedHashMap<>());
            if (!target.isNull(cell)) {
                held.put(target.part().get(), spelling.wire(cell, field, target));
            }
        } else if (target.isNull(cell)) {
            collected.values().put(field.name(), null);
        } else {
            collected.values().put(field.name(), wire(cell, field, target));
        }
    }

    private Object wire(String cell, Field field, Target target) {
        var wire = spelling.wire(cell, field, target);
        return switch (field.type()) {
            case ReferenceType type when target.by().isPresent() ->
                    Map.of("by", Map.of(target.by().get(), wire));
            case MultiReferenceType type
                    when target.by().isPresent() && wire instanceof List<?> keys ->
                    keys.stream()
                            .<Object>map(key ->
                                    key instanceof String
                                            ? Map.of("by", Map.of(target.by().get(), key))
                                            : key)
                            .toList();
            case TraitReferenceType type when target.entity().isPresent() ->
                    Map.of(
                            "entity",
                            target.entity().get(),
                            target.by().isPresent() ? "by" : "id",
                            target.by().isPresent() ? Map.of(target.by().get(), wire) : wire);
            default -> wire;
        };
    }
}
