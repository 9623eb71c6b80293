package org.entente.metadata.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.value.ReferenceInput.ByField;
import org.entente.metadata.value.ReferenceInput.ById;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads references: an id, {@code {"entity", "id"}}, or {@code {"by": {"email": "a@b.fr"}}}. A
 * label is passed over, so that what was read can be written back.
 */
final class References {

    private static final Set<String> PARTS = Set.of("id", "entity", "by", "label");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private References() {}

    /** A reference to the one entity; naming it is allowed and not needed. */
    static Outcome<ReferenceInput> toEntity(Object wire, String entity) {
        return wire instanceof String id
                ? id(id).map(found -> new ById(entity, found))
                : parts(wire, Optional.of(entity));
    }

    /** References to the one entity, each once. */
    static Outcome<List<ReferenceInput>> several(Object wire, String entity) {
        if (!(wire instanceof List<?> given)) {
            return Refusals.wrongType("list");
        }
        if (given.size() > MultiReferenceType.MOST) {
            return Refusals.of(ProblemCode.TOO_MANY, Map.of("max", MultiReferenceType.MOST));
        }
        var problems = new ArrayList<Problem>();
        var references = new LinkedHashSet<ReferenceInput>();
        for (var i = 0; i < given.size(); i++) {
            var item = given.get(i);
            var read =
                    item == null
                            ? Refusals.<ReferenceInput>wrongType("reference")
                            : toEntity(item, entity);
            Parts.value(Refusals.at(String.valueOf(i), read), problems).ifPresent(references::add);
        }
        return problems.isEmpty()
                ? Outcome.done(List.copyOf(references))
                : Outcome.refused(problems);
    }

    /** A reference to any entity with a trait, which has to be named. */
    static Outcome<ReferenceInput> toTrait(Object wire) {
        return wire instanceof String
                ? Outcome.refused(Problem.of(ProblemCode.REQUIRED, "/entity"))
                : parts(wire, Optional.empty());
    }

    private static Outcome<ReferenceInput> parts(Object wire, Optional<String> only) {
        if (!(wire instanceof Map<?, ?> parts)) {
            return Refusals.wrongType("reference");
        }
        var problems = new ArrayList<Problem>(Parts.unknown(parts, PARTS));
        var entity =
                Parts.value(Refusals.at("entity", entity(parts.get("entity"), only)), problems);
        if (!problems.isEmpty() || entity.isEmpty()) {
            return Outcome.refused(List.copyOf(problems));
        }
        return which(parts, entity.get());
    }

    private static Outcome<String> entity(@Nullable Object wire, Optional<String> only) {
        if (wire == null) {
            return only.map(Outcome::done)
                    .orElseGet(() -> Refusals.of(ProblemCode.REQUIRED, Map.of()));
        }
        if (!(wire instanceof String name)) {
            return Refusals.wrongType("text");
        }
        return only.isEmpty() || only.get().equals(name)
                ? Outcome.done(name)
                : Refusals.of(ProblemCode.INVALID_VALUE, Map.of("entity", only.get()));
    }

    private static Outcome<ReferenceInput> which(Map<?, ?> parts, String entity) {
        var id = parts.get("id");
        var by = parts.get("by");
        if ((id == null) == (by == null)) {
            return Refusals.invalid("id or by");
        }
        if (id != null) {
            return Refusals.at(
                    "id",
                    id instanceof String text
                            ? id(text).map(found -> new ById(entity, found))
                            : Refusals.wrongType("text"));
        }
        return Refusals.at("by", by(by, entity));
    }

    private static Outcome<ReferenceInput> by(@Nullable Object wire, String entity) {
        if (!(wire instanceof Map<?, ?> by) || by.size() != 1) {
            return Refusals.wrongType("one field and its value");
        }
        var entry = by.entrySet().iterator().next();
        var value = entry.getValue();
        if (!(entry.getKey() instanceof String field)
                || !(value instanceof String || value instanceof Number)) {
            return Refusals.wrongType("one field and its value");
        }
        return Outcome.done(new ByField(entity, field, value));
    }

    private static Outcome<UUID> id(String text) {
        return ID.matcher(text).matches()
                ? Outcome.done(UUID.fromString(text))
                : Refusals.invalid("id");
    }
}
