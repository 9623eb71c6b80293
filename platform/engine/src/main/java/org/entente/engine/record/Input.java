package org.entente.engine.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.Asked;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.value.ReferenceInput;
import org.entente.metadata.value.ValueReader;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * The values of one write, read and typed; references are not yet looked up.
 *
 * @param pointer where the write stands in the request, such as {@code /operations/3}
 * @param values by field; empty clears
 */
record Input(String pointer, Map<Field, Optional<Object>> values) {
    Input {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads values. Problems: UNKNOWN_FIELD (an unreadable one is unknown too), READ_ONLY, those of
     * {@link ValueReader}, each at {@code <pointer>/values/<field>}.
     */
    static Outcome<Input> read(
            Asked asked, Entity entity, Map<String, @Nullable Object> wire, String pointer) {
        var gathering = new Gathering();
        var values = new LinkedHashMap<Field, Optional<Object>>();
        wire.forEach((name, raw) -> {
            var at = pointer + "/values/" + name;
            gathering
                    .keep(field(asked, entity, name, at))
                    .ifPresent(field ->
                            gathering
                                    .keep(value(asked, field, raw, at))
                                    .ifPresent(value -> values.put(field, value)));
        });
        return gathering.outcome(() -> new Input(pointer, values));
    }

    /** The values that can be read; what is not yet whole is passed over. */
    static Outcome<Input> readable(Asked asked, Entity entity, Map<String, @Nullable Object> wire) {
        var values = new LinkedHashMap<Field, Optional<Object>>();
        wire.forEach((name, raw) -> {
            if (field(asked, entity, name, "") instanceof Outcome.Done<Field>(var field)
                    && value(asked, field, raw, "")
                            instanceof Outcome.Done<Optional<Object>>(var value)) {
                values.put(field, value);
            }
        });
        return Outcome.done(new Input("", values));
    }

    private static Outcome<Field> field(Asked asked, Entity entity, String name, String at) {
        var field = entity.field(name).filter(found -> writable(asked, entity, found));
        if (field.isEmpty()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.UNKNOWN_FIELD,
                            at,
                            Map.of("name", name, "entity", entity.name())));
        }
        return field.get().readOnly()
                ? Outcome.refused(Problem.of(ProblemCode.READ_ONLY, at, Map.of("name", name)))
                : Outcome.done(field.get());
    }

    /** A secret is written but never read. */
    static boolean writable(Asked asked, Entity entity, Field field) {
        return asked.rights().readable(entity, field)
                || field.sensitivity() == Field.Sensitivity.SECRET;
    }

    /**
     * Which bytes a record has is said by those who have taken them in, in memory; a client that
     * could name them would reach what it was never given.
     */
    private static Outcome<Optional<Object>> value(
            Asked asked, Field field, @Nullable Object raw, String at) {
        if (raw != null && !(raw instanceof StoredFile) && field.type() instanceof Attached) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.READ_ONLY,
                            at,
                            Map.of("name", field.name(), "reason", "file")));
        }
        return switch (ValueReader.read(raw, field, asked.model().settings())) {
            case Outcome.Done<Optional<Object>> done -> done;
            case Outcome.Refused<Optional<Object>>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(at)).toList());
        };
    }

    String at(Field field) {
        return pointer + "/values/" + field.name();
    }

    /** The references among the values. */
    List<ReferenceInput> references() {
        var references = new ArrayList<ReferenceInput>();
        for (var value : values.values()) {
            references.addAll(references(value.orElse(null)));
        }
        return references;
    }

    /** The references of one value. */
    static List<ReferenceInput> references(@Nullable Object value) {
        return switch (value) {
            case ReferenceInput one -> List.of(one);
            case List<?> several ->
                    several.stream()
                            .filter(ReferenceInput.class::isInstance)
                            .map(ReferenceInput.class::cast)
                            .toList();
            case null, default -> List.of();
        };
    }
}
