package org.entente.engine.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.engine.Attempt;
import org.entente.engine.model.Models;
import org.entente.engine.query.CursorCodec.Cursor;
import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.engine.query.FeedReads.Portion;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;

/** Use case: what changed in a tenant since a client last asked. */
public final class ChangeFeed {

    private static final UUID NO_RECORD = new UUID(0, 0);

    private final FreshModel fresh;
    private final FeedReads feed;
    private final RecordReads records;
    private final QueryPlanner queries;
    private final CursorCodec cursors;
    private final ChangeViews views;

    public ChangeFeed(
            Models models,
            FeedReads feed,
            RecordReads records,
            Expressions expressions,
            CursorCodec cursors) {
        this.fresh = new FreshModel(models);
        this.feed = feed;
        this.records = records;
        this.queries = new QueryPlanner(expressions, cursors);
        this.cursors = cursors;
        this.views = new ChangeViews(new Labels(records, queries, expressions));
    }

    /**
     * The next changes of entities that the caller may read. A record that is not there for it now
     * is gone; that it was deleted is told as such. Problems: UNKNOWN_NAME for an entity that is
     * not there or that the caller may not read, CURSOR_INVALID.
     */
    public Outcome<FeedView.Part> changes(Caller caller, FeedRequest request) {
        var question = question(caller, request);
        return after(request, question)
                .then(after ->
                        fresh.<Optional<FeedView.Part>>ask(
                                caller,
                                asked ->
                                        entities(asked, request)
                                                .map(entities ->
                                                        new FeedQuery(
                                                                after, entities, request.limit()))
                                                .map(query -> read(asked, query, question))))
                .then(part ->
                        part.map(Outcome::done).orElseGet(() -> Outcome.refused(invalidCursor())));
    }

    private static String question(Caller caller, FeedRequest request) {
        return String.join(
                "\u0000",
                "changes",
                caller.tenant().id().toString(),
                caller.user().id().toString(),
                String.join(",", new TreeSet<>(request.entities())));
    }

    private static Problem invalidCursor() {
        return Problem.of(ProblemCode.CURSOR_INVALID, "/cursor");
    }

    private Outcome<FeedPosition> after(FeedRequest request, String question) {
        if (request.cursor().isEmpty()) {
            return Outcome.done(FeedPosition.START);
        }
        return cursors.read(request.cursor().get(), question)
                .map(Cursor::position)
                .filter(position -> position.values().size() == 3)
                .map(position -> Outcome.done(place(position)))
                .orElseGet(() -> Outcome.refused(invalidCursor()));
    }

    private static FeedPosition place(Position position) {
        var numbers =
                position.values().stream()
                        .map(value -> value instanceof BigDecimal n ? n.longValueExact() : 0L)
                        .toList();
        return new FeedPosition(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private String cursor(Asked asked, FeedPosition place, String question) {
        var values = List.<Object>of(place.epoch(), place.transaction(), place.number());
        return cursors.write(
                new Cursor(new Position(new ArrayList<>(values), NO_RECORD), asked.caller().at()),
                question);
    }

    private static Outcome<Set<Entity>> entities(Asked asked, FeedRequest request) {
        var all = asked.model().entities().values();
        if (request.entities().isEmpty()) {
            var readable = new LinkedHashSet<>(all);
            readable.removeIf(entity -> !asked.rights().readable(entity));
            return Outcome.done(readable);
        }
        var wanted = new LinkedHashSet<Entity>();
        var unknown = new ArrayList<Problem>();
        for (var name : new TreeSet<>(request.entities())) {
            switch (asked.rights().entity(name, Operation.READ)) {
                case Outcome.Done<Entity>(var entity) -> wanted.add(entity);
                case Outcome.Refused<Entity> _ -> unknown.add(unknown(name));
            }
        }
        return unknown.isEmpty() ? Outcome.done(wanted) : Outcome.refused(unknown);
    }

    private static Problem unknown(String name) {
        return Problem.of(ProblemCode.UNKNOWN_NAME, "/entities", Map.of("name", name));
    }

    private Attempt<Optional<FeedView.Part>> read(Asked asked, FeedQuery query, String question) {
        return feed.read(asked.caller().tenant(), asked.model(), query)
                .then(portion ->
                        portion.isEmpty()
                                ? new Attempt.Fresh<>(Optional.empty())
                                : shown(asked, portion.get())
                                        .map(data ->
                                                Optional.of(
                                                        part(
                                                                asked,
                                                                portion.get(),
                                                                data,
                                                                question))));
    }

    private FeedView.Part part(Asked asked, Portion portion, List<FeedView> data, String question) {
        return new FeedView.Part(data, cursor(asked, portion.next(), question), portion.ended());
    }

    private Attempt<List<FeedView>> shown(Asked asked, Portion portion) {
        var ids = new LinkedHashMap<Entity, Set<UUID>>();
        portion.changes()
                .forEach(change ->
                        ids.computeIfAbsent(change.entity(), _ -> new LinkedHashSet<>())
                                .add(change.record()));
        Attempt<Set<Reference>> there = new Attempt.Fresh<>(new HashSet<>());
        for (var wanted : ids.entrySet()) {
            there = there.then(found -> add(asked, wanted.getKey(), wanted.getValue(), found));
        }
        return there.then(found -> views(asked, portion.changes(), found));
    }

    /** Adds those of the records that are there for the caller. */
    private Attempt<Set<Reference>> add(
            Asked asked, Entity entity, Set<UUID> ids, Set<Reference> found) {
        return records.page(
                        asked.caller().tenant(),
                        asked.model(),
                        queries.existing(asked, entity, ids))
                .map(page -> {
                    page.rows().forEach(row -> found.add(new Reference(row.id(), entity.name())));
                    return found;
                });
    }

    private Attempt<List<FeedView>> views(
            Asked asked, List<FeedChange> changes, Set<Reference> there) {
        var told = changes.stream().filter(change -> isTold(change, there)).toList();
        return views.of(asked, told)
                .map(shown -> {
                    var next = shown.iterator();
                    return changes.stream()
                            .map(change ->
                                    view(
                                            change,
                                            isTold(change, there)
                                                    ? Optional.of(next.next())
                                                    : Optional.empty()))
                            .toList();
                });
    }

    /** Rights do not depend on rows, so whoever may read an entity may know of a deletion. */
    private static boolean isTold(FeedChange change, Set<Reference> there) {
        return change.told().operation().equals("delete")
                || there.contains(new Reference(change.record(), change.entity().name()));
    }

    private static FeedView view(FeedChange change, Optional<ChangeView> shown) {
        return new FeedView(
                change.entity().name(), change.record(), change.told().version(), shown);
    }
}
