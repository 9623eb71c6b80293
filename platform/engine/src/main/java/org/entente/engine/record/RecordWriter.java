package org.entente.engine.record;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.access.SystemUser;
import org.entente.engine.query.Asked;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.SystemFields;
import org.entente.metadata.value.ReferenceInput;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Turns inputs into changes, inside one transaction. */
final class RecordWriter {

    private final Asked asked;
    private final Entity entity;
    private final TenantTransaction transaction;
    private final ReferenceResolver references;
    private final DefinedValues defined;
    private final RecordQueries queries;
    private final Numbers numbers;

    RecordWriter(
            Asked asked,
            Entity entity,
            TenantTransaction transaction,
            ReferenceResolver references,
            DefinedValues defined,
            RecordQueries queries) {
        this.asked = asked;
        this.entity = entity;
        this.transaction = transaction;
        this.references = references;
        this.defined = defined;
        this.queries = queries;
        this.numbers = new Numbers(asked, transaction);
    }

    /** The change that makes a record of an input. */
    Outcome<Change> creation(Input input) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var at = input.pointer();
        return resolved(input)
                .then(given ->
                        defined.withDefaults(entity, given, id, at)
                                .map(values -> owned(given, values)))
                .then(values -> Retirement.check(entity, Map.of(), values, at))
                .then(values -> defined.check(Draft.fresh(entity, id, values), at))
                .map(values -> change(id, numbers.given(entity, values)));
    }

    /** Whoever makes a record owns it, unless they say otherwise; the system owns nothing. */
    private Map<String, @Nullable Object> owned(
            Map<String, @Nullable Object> given, Map<String, @Nullable Object> values) {
        var user = asked.caller().user().id();
        if (!given.containsKey(SystemFields.OWNER.name()) && !user.equals(SystemUser.ID)) {
            values.put(SystemFields.OWNER.name(), new Reference(user, "user"));
        }
        return values;
    }

    private Change change(UUID id, Map<String, @Nullable Object> values) {
        return new Change(
                entity,
                id,
                1,
                Change.Operation.CREATE,
                Map.of(),
                values,
                asked.caller().user().id(),
                asked.caller().at());
    }

    /**
     * The change that an input makes of a record; empty when everything is as it was. Problems:
     * NOT_FOUND, STALE with {@code current} and {@code differing}.
     */
    Outcome<Optional<Change>> update(UUID id, IfMatch ifMatch, Input input) {
        var stored = transaction.lock(entity, id);
        if (stored.isEmpty()) {
            return Outcome.refused(notFound(input));
        }
        return resolved(input)
                .then(given ->
                        ifMatch.matches(stored.get().version())
                                ? update(stored.get(), given, input)
                                : Outcome.refused(stale(stored.get(), given, input)));
    }

    static Problem notFound(Input input) {
        return input.pointer().isEmpty()
                ? Problem.of(ProblemCode.NOT_FOUND)
                : Problem.of(ProblemCode.NOT_FOUND, input.pointer() + "/id");
    }

    private Outcome<Optional<Change>> update(
            StoredRecord stored, Map<String, @Nullable Object> given, Input input) {
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, value) -> {
            var old = stored.values().get(name);
            if (!Same.value(old, value)) {
                before.put(name, old);
                after.put(name, value);
            }
        });
        if (after.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        var merged = new LinkedHashMap<String, @Nullable Object>(stored.values());
        merged.putAll(after);
        return Retirement.check(entity, before, after, input.pointer())
                .then(ok -> defined.check(Draft.of(entity, stored, merged), input.pointer()))
                .map(ok ->
                        Optional.of(
                                new Change(
                                        entity,
                                        stored.id(),
                                        stored.version() + 1,
                                        Change.Operation.UPDATE,
                                        before,
                                        after,
                                        asked.caller().user().id(),
                                        asked.caller().at())));
    }

    private Problem stale(StoredRecord stored, Map<String, @Nullable Object> given, Input input) {
        var differing =
                given.entrySet().stream()
                        .filter(entry ->
                                !Same.value(stored.values().get(entry.getKey()), entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        return Problem.of(
                ProblemCode.STALE,
                input.pointer(),
                Map.of("current", current(stored.id()), "differing", differing));
    }

    /** The record as the caller sees it now. */
    Map<String, Object> current(UUID id) {
        var one = queries.one(asked, entity, id);
        var view = one.view().apply(transaction.page(one.query()).rows().getFirst());
        var current = new LinkedHashMap<String, Object>();
        current.put("id", view.id().toString());
        current.put("entity", view.entity());
        current.put("version", view.version());
        current.put("values", view.values());
        return current;
    }

    /** Values by field name, references resolved; null clears. */
    Outcome<Map<String, @Nullable Object>> resolved(Input input) {
        references.lookUp(input.references());
        var gathering = new Gathering();
        var values = new LinkedHashMap<String, @Nullable Object>();
        input.values()
                .forEach((field, value) ->
                        gathering
                                .keep(resolved(field, value, input.at(field)))
                                .ifPresent(v -> values.put(field.name(), v.orElse(null))));
        return gathering.outcome(() -> values);
    }

    private Outcome<Optional<Object>> resolved(Field field, Optional<Object> value, String at) {
        return switch (value.orElse(null)) {
            case ReferenceInput reference ->
                    references.resolve(field, reference, at).map(Optional::of);
            case List<?> several when field.type() instanceof MultiReferenceType ->
                    several(field, Input.references(several), at);
            case null, default -> Outcome.done(value);
        };
    }

    /** Two ways of saying the same record are one. */
    private Outcome<Optional<Object>> several(Field field, List<ReferenceInput> given, String at) {
        var gathering = new Gathering();
        var found = new LinkedHashSet<Reference>();
        for (var i = 0; i < given.size(); i++) {
            gathering
                    .keep(references.resolve(field, given.get(i), at + "/" + i))
                    .ifPresent(found::add);
        }
        return gathering.outcome(() -> Optional.of(List.copyOf(found)));
    }
}
