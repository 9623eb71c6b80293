package org.entente.engine.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.engine.Attempt;
import org.entente.engine.expression.Targets;
import org.entente.engine.model.Models;
import org.entente.engine.query.PlannedChanges.Mark;
import org.entente.engine.query.PlannedChanges.Order;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Use case: a record as it was, put together from what was told of it, in today's names. What is
 * computed when it is read was never told and is missing.
 */
public final class RecordPast {

    private static final int PART = 1_000;
    private static final long FIRST = 1;
    private static final String USER = "user";

    private final FreshModel fresh;
    private final ChangeReads reads;
    private final QueryPlanner queries;
    private final Labels labels;

    public RecordPast(
            Models models,
            RecordReads records,
            ChangeReads reads,
            Expressions expressions,
            CursorCodec cursors) {
        this.fresh = new FreshModel(models);
        this.reads = reads;
        this.queries = new QueryPlanner(expressions, cursors);
        this.labels = new Labels(records, queries, expressions);
    }

    /**
     * A record at a moment.
     *
     * @param fields all that the caller may read when empty
     */
    public record Then(String entity, UUID id, Instant at, Optional<List<String>> fields) {}

    /**
     * The record as it was. Problems: NOT_FOUND for one that was not there yet, or was in the
     * recycle bin; UNKNOWN_FIELD, also for a path, since the past of one record is told.
     */
    public Outcome<RecordView> at(Caller caller, Then then) {
        Outcome<Optional<RecordView>> found =
                fresh.ask(
                        caller,
                        asked ->
                                asked.rights()
                                        .entity(then.entity(), Operation.READ)
                                        .then(entity -> fields(asked, entity, then))
                                        .map(past -> read(past)));
        return found.then(view ->
                view.map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.of(ProblemCode.NOT_FOUND))));
    }

    /** What is asked, decided. */
    private record Past(Asked asked, Entity entity, Then then, Set<String> fields) {}

    private Outcome<Past> fields(Asked asked, Entity entity, Then then) {
        var path =
                then.fields().stream()
                        .flatMap(List::stream)
                        .filter(name -> name.contains("."))
                        .findFirst();
        if (path.isPresent()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.UNKNOWN_FIELD,
                            "/fields",
                            Map.of("name", path.get(), "entity", entity.name())));
        }
        return queries.one(asked, entity, then.id(), then.fields())
                .map(plan ->
                        new Past(
                                asked,
                                entity,
                                then,
                                plan.columns().stream()
                                        .map(PlannedPage.Column::key)
                                        .filter(name -> isTold(entity, name))
                                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    private static boolean isTold(Entity entity, String name) {
        return entity.field(name).stream().noneMatch(field -> field.type() instanceof Computed);
    }

    private Attempt<Optional<RecordView>> read(Past past) {
        var latest = new Mark(past.then().at(), Long.MAX_VALUE);
        return told(past, Order.MOMENT, latest, PART)
                .then(changes -> {
                    if (changes.isEmpty() || changes.getFirst().operation().equals("delete")) {
                        return new Attempt.Fresh<>(Optional.empty());
                    }
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    return collect(past, changes, values)
                            .then(_ -> origin(past, values))
                            .then(_ -> view(past, changes.getFirst(), values));
                });
    }

    private Attempt<List<ToldChange>> told(Past past, Order order, Mark after, int limit) {
        var asked = past.asked();
        var planned =
                new PlannedChanges(
                        past.entity(),
                        past.then().id(),
                        order,
                        Optional.of(after),
                        limit,
                        asked.model().entity(USER).orElseThrow(),
                        Optional.empty(),
                        asked.evaluation(asked.caller().at(), Map.of()));
        return reads.read(asked.caller().tenant(), asked.model(), planned, List.of())
                .map(ChangeReads.Told::changes);
    }

    /** From the latest change back to one that tells all values; the later value stays. */
    private Attempt<Boolean> collect(
            Past past, List<ToldChange> changes, Map<String, @Nullable Object> values) {
        for (var change : changes) {
            change.after()
                    .forEach((name, value) -> {
                        if (!values.containsKey(name)) {
                            values.put(name, value);
                        }
                    });
            if (change.operation().equals("create") || change.operation().equals("restore")) {
                return new Attempt.Fresh<>(true);
            }
        }
        if (changes.size() < PART) {
            return new Attempt.Fresh<>(true);
        }
        var last = changes.getLast();
        return told(past, Order.MOMENT, new Mark(last.at(), last.version()), PART)
                .then(more -> collect(past, more, values));
    }

    /** Who made the record, and when. */
    private Attempt<Boolean> origin(Past past, Map<String, @Nullable Object> values) {
        return told(past, Order.VERSION, new Mark(past.then().at(), FIRST + 1), 1)
                .map(first -> {
                    first.forEach(change -> {
                        values.put("created_at", change.at());
                        values.put("created_by", new Reference(change.by(), USER));
                    });
                    return true;
                });
    }

    private Attempt<Optional<RecordView>> view(
            Past past, ToldChange last, Map<String, @Nullable Object> values) {
        values.put("updated_at", last.at());
        values.put("updated_by", new Reference(last.by(), USER));
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var name : past.fields()) {
            shown.put(name, values.get(name));
        }
        var references =
                shown.values().stream()
                        .flatMap(value -> Targets.of(value).stream())
                        .distinct()
                        .toList();
        return labels.of(past.asked(), references)
                .map(names -> {
                    shown.replaceAll((_, value) -> wire(value, names));
                    return Optional.of(
                            new RecordView(
                                    past.entity().name(), past.then().id(), last.version(), shown));
                });
    }

    private static @Nullable Object wire(@Nullable Object value, Map<Reference, String> names) {
        return value instanceof Instant at ? ValueWriter.write(at) : WireValues.named(value, names);
    }
}
