package org.entente.engine.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.query.Asked;
import org.entente.engine.query.RecordQueries;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Pointing;
import org.entente.metadata.value.ReferenceInput;
import org.entente.metadata.value.ReferenceInput.ByField;
import org.entente.metadata.value.ReferenceInput.ById;
import org.entente.metadata.value.ValueReader;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;

/**
 * Finds what references point at, many at once, and holds it against deletion until the transaction
 * ends. What the caller may not read is not found.
 */
final class ReferenceResolver {

    private static final int MOST_AT_ONCE = 500;

    private final Asked asked;
    private final TenantTransaction transaction;
    private final RecordQueries queries;
    private final Map<ReferenceInput, UUID> found = new HashMap<>();

    ReferenceResolver(Asked asked, TenantTransaction transaction, RecordQueries queries) {
        this.asked = asked;
        this.transaction = transaction;
        this.queries = queries;
    }

    /** Looks these up; those that are known already cost nothing. */
    void lookUp(List<ReferenceInput> references) {
        var named = new LinkedHashMap<FieldOfEntity, Set<ByField>>();
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (var reference : references) {
            if (found.containsKey(reference)) {
                continue;
            }
            switch (reference) {
                case ById(var entity, var id) ->
                        ids.computeIfAbsent(entity, e -> new LinkedHashSet<>()).add(id);
                case ByField byField ->
                        named.computeIfAbsent(
                                        new FieldOfEntity(byField.entity(), byField.field()),
                                        f -> new LinkedHashSet<>())
                                .add(byField);
            }
        }
        named.forEach((field, wanted) -> findNamed(field, List.copyOf(wanted), ids));
        ids.forEach(this::hold);
    }

    /** Whether what this points at has been found. */
    boolean knows(ReferenceInput reference) {
        return found.containsKey(reference);
    }

    private record FieldOfEntity(String entity, String field) {}

    private void findNamed(FieldOfEntity of, List<ByField> wanted, Map<String, Set<UUID>> ids) {
        var entity = asked.model().entity(of.entity()).filter(asked.rights()::readable);
        var field = entity.flatMap(e -> e.field(of.field())).filter(f -> f.flags().unique());
        if (entity.isEmpty() || field.isEmpty()) {
            return;
        }
        for (var start = 0; start < wanted.size(); start += MOST_AT_ONCE) {
            var chunk = wanted.subList(start, Math.min(wanted.size(), start + MOST_AT_ONCE));
            findChunk(entity.get(), field.get(), chunk)
                    .forEach((reference, id) -> {
                        found.put(reference, id);
                        ids.computeIfAbsent(of.entity(), e -> new LinkedHashSet<>()).add(id);
                    });
        }
    }

    private Map<ByField, UUID> findChunk(Entity entity, Field field, List<ByField> wanted) {
        var byValue = new LinkedHashMap<Object, List<ByField>>();
        for (var reference : wanted) {
            var read = ValueReader.read(reference.value(), field, asked.model().settings());
            if (read instanceof Outcome.Done<Optional<Object>>(var value) && value.isPresent()) {
                byValue.computeIfAbsent(comparable(value.get()), v -> new ArrayList<>())
                        .add(reference);
            }
        }
        var ids = new LinkedHashMap<ByField, UUID>();
        var query = queries.byValues(asked, entity, field, byValue.keySet());
        for (var row : transaction.page(query).rows()) {
            var key = row.values().getFirst();
            if (key != null) {
                byValue.getOrDefault(comparable(key), List.of())
                        .forEach(ref -> ids.put(ref, row.id()));
            }
        }
        return ids;
    }

    /** Whole numbers come as one class over the wire and as another from an expression. */
    private static Object comparable(Object value) {
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number).stripTrailingZeros();
            case BigDecimal number -> number.stripTrailingZeros();
            default -> value;
        };
    }

    private void hold(String name, Set<UUID> ids) {
        var entity = asked.model().entity(name).filter(asked.rights()::readable);
        var held = entity.map(e -> transaction.hold(e, ids)).orElse(Set.of());
        var gone = new HashSet<>(ids);
        gone.removeAll(held);
        found.values().removeAll(gone);
        held.forEach(id -> found.put(new ById(name, id), id));
    }

    /** What a reference of this field points at; REFERENCE_NOT_FOUND. */
    Outcome<Reference> resolve(Field field, ReferenceInput reference, String at) {
        var id = found.get(reference);
        return id != null && fits(field, reference.entity())
                ? Outcome.done(new Reference(id, reference.entity()))
                : Outcome.refused(
                        Problem.of(
                                ProblemCode.REFERENCE_NOT_FOUND, at, Map.of("name", field.name())));
    }

    private boolean fits(Field field, String target) {
        return field.type() instanceof Pointing type
                && asked.model().entity(target).filter(type::pointsAt).isPresent();
    }
}
