package org.entente.engine.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.model.ModelSource;
import org.entente.engine.query.CursorCodec.Cursor;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** Use cases: a page of records, one record, figures about records. */
public final class RecordQueries {

    private final FreshModel fresh;
    private final RecordReads reads;
    private final QueryPlanner planner;
    private final CursorCodec cursors;
    private final Labels labels;

    public RecordQueries(
            ModelSource models, RecordReads reads, Expressions expressions, CursorCodec cursors) {
        this.fresh = new FreshModel(models);
        this.reads = reads;
        this.planner = new QueryPlanner(expressions, cursors);
        this.cursors = cursors;
        this.labels = new Labels(reads, planner, expressions);
    }

    /**
     * A page of an entity's records. Problems: NOT_FOUND for an entity that the caller may not
     * read, UNKNOWN_FIELD, CURSOR_INVALID, those of expressions at {@code /filter}.
     */
    public Outcome<RecordPage> page(Caller caller, PageRequest request) {
        return fresh.ask(
                caller,
                asked ->
                        asked.rights()
                                .entity(request.entity(), Operation.READ)
                                .then(entity -> planner.page(asked, entity, request))
                                .map(plan -> page(asked, plan)));
    }

    /**
     * The names of these fields, or of all that the caller may read. Problems: NOT_FOUND,
     * UNKNOWN_FIELD.
     */
    public Outcome<List<String>> columns(
            Caller caller, String entity, Optional<List<String>> fields) {
        return fresh.ask(
                caller,
                asked ->
                        asked.rights()
                                .entity(entity, Operation.READ)
                                .then(found -> planner.names(asked, found, fields))
                                .map(Attempt.Fresh::new));
    }

    /**
     * A page of the records that point at one. The problems of a page; NOT_FOUND for a record or a
     * list that the caller may not read.
     *
     * @param request its entity is the one that is pointed at
     */
    public Outcome<RecordPage> related(Caller caller, RelatedTo to, PageRequest request) {
        Outcome<Outcome<RecordPage>> page =
                fresh.ask(
                        caller,
                        asked ->
                                asked.rights()
                                        .entity(to.entity(), Operation.READ)
                                        .map(entity -> related(asked, entity, to, request)));
        return page.then(found -> found);
    }

    /** A list of records that point at one. */
    public record RelatedTo(String entity, UUID id, String list) {
        Reference reference() {
            return new Reference(id, entity);
        }
    }

    private Attempt<Outcome<RecordPage>> related(
            Asked asked, Entity target, RelatedTo to, PageRequest request) {
        var existence = planner.existence(asked, target, to.id());
        return reads.page(asked.caller().tenant(), asked.model(), existence)
                .then(found ->
                        found.rows().isEmpty()
                                ? new Attempt.Fresh<>(
                                        Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)))
                                : related(asked, planner.related(asked, target, to, request)));
    }

    private Attempt<Outcome<RecordPage>> related(Asked asked, Outcome<PlannedPage> plan) {
        return switch (plan) {
            case Outcome.Done<PlannedPage>(var page) -> page(asked, page).map(Outcome::done);
            case Outcome.Refused<PlannedPage>(var problems) ->
                    new Attempt.Fresh<>(Outcome.refused(problems));
        };
    }

    /** One record. Problems: NOT_FOUND, UNKNOWN_FIELD. */
    public Outcome<RecordView> get(
            Caller caller, String entity, UUID id, Optional<List<String>> fields) {
        Outcome<RecordPage> page =
                fresh.ask(
                        caller,
                        asked ->
                                asked.rights()
                                        .entity(entity, Operation.READ)
                                        .then(found -> planner.one(asked, found, id, fields))
                                        .map(plan -> page(asked, plan)));
        return page.then(found ->
                found.data().isEmpty()
                        ? Outcome.refused(Problem.of(ProblemCode.NOT_FOUND))
                        : Outcome.done(found.data().getFirst()));
    }

    /** Figures by group: one map a row, keyed by group and measure. */
    public Outcome<List<Map<String, @Nullable Object>>> aggregate(
            Caller caller, AggregateRequest request) {
        return fresh.ask(
                caller,
                asked ->
                        asked.rights()
                                .entity(request.entity(), Operation.READ)
                                .then(entity -> planner.aggregate(asked, entity, request))
                                .map(plan -> figures(asked, plan)));
    }

    /** A query for one record, and the way from its row to a view. */
    public record OneRecord(PlannedQuery query, Function<PageOfRows.Row, RecordView> view) {}

    /**
     * How one record is read by those who are inside a transaction: all that the caller may see of
     * it.
     */
    public OneRecord one(Asked asked, Entity entity, UUID id) {
        var plan = planner.whole(asked, entity, id);
        return new OneRecord(plan.query(), plan::view);
    }

    /** A value of a unique field. */
    public record KeyValue(Field field, Object value) {}

    /** A query for the record that has a value in a unique field. */
    public PlannedQuery byValue(Asked asked, Entity entity, KeyValue key) {
        return byValues(asked, entity, key.field(), List.of(key.value()));
    }

    /** A query for the records that have these values in a unique field; it answers the field. */
    public PlannedQuery byValues(
            Asked asked, Entity entity, Field field, Collection<Object> values) {
        return planner.byValues(asked, entity, field, values);
    }

    /** A query for what expressions are of one record, whoever may read them. */
    public PlannedQuery ofRecord(Asked asked, Reference record, List<TypedExpression> expressions) {
        var entity = asked.model().entity(record.entity()).orElseThrow();
        return planner.direct(
                asked, entity, List.of(QueryPlanner.is(record)), values(expressions), 1);
    }

    /** A query for what expressions are of the records that point at one. */
    public PlannedQuery pointingAt(
            Asked asked,
            Related related,
            Reference holder,
            List<TypedExpression.Path> expressions,
            int limit) {
        var entity = asked.model().entity(related.entity()).orElseThrow();
        var points = planner.pointsAt(asked, entity, related.reference(), holder);
        return planner.direct(asked, entity, List.of(points), values(expressions), limit);
    }

    /** A query for what expressions are of the records among these that are there. */
    public PlannedQuery among(
            Asked asked,
            String name,
            List<Reference> records,
            List<TypedExpression.Path> expressions) {
        var entity = asked.model().entity(name).orElseThrow();
        return planner.direct(
                asked,
                entity,
                List.of(QueryPlanner.isAmong(entity, records)),
                values(expressions),
                records.size());
    }

    private static List<Selection> values(List<? extends TypedExpression> expressions) {
        return expressions.stream().<Selection>map(Selection.OfValue::new).toList();
    }

    /** How many live records an entity has, whoever may read them. */
    public long count(Tenant tenant, Model model, Entity entity) {
        return switch (reads.page(tenant, model, QueryPlanner.counting(model, entity))) {
            case Attempt.Fresh<PageOfRows>(var page) ->
                    page.total().map(PageOfRows.Count::value).orElse(0L);
            case Attempt.Behind<PageOfRows> behind -> 0;
        };
    }

    private Attempt<RecordPage> page(Asked asked, PlannedPage plan) {
        return Costly.of(asked, plan.query())
                .ask(() -> reads.page(asked.caller().tenant(), asked.model(), plan.query()))
                .then(rows ->
                        people(asked, plan.people(rows.rows()))
                                .map(people -> page(plan, rows, people)));
    }

    /** Each as it travels, once for all rows that it stands in. */
    private Attempt<Map<Reference, Map<String, Object>>> people(
            Asked asked, Set<Reference> references) {
        return labels.of(asked, references)
                .map(names -> {
                    var people = new HashMap<Reference, Map<String, Object>>();
                    for (var one : references) {
                        var label = Optional.ofNullable(names.get(one));
                        people.put(one, WireValues.labelled(new Labelled(one, label)));
                    }
                    return people;
                });
    }

    private RecordPage page(
            PlannedPage plan, PageOfRows rows, Map<Reference, Map<String, Object>> people) {
        return new RecordPage(
                rows.rows().stream().map(row -> plan.view(row, people)).toList(),
                rows.next().map(position -> cursor(plan, position)),
                rows.total());
    }

    private String cursor(PlannedPage plan, PlannedQuery.Position position) {
        return cursors.write(
                new Cursor(position, plan.query().evaluation().now()), plan.question());
    }

    private Attempt<List<Map<String, @Nullable Object>>> figures(Asked asked, PlannedFigures plan) {
        var aggregate = plan.aggregate();
        return new Costly(asked, aggregate.entity(), aggregate.conditions())
                .ask(() -> reads.aggregate(asked.caller().tenant(), asked.model(), aggregate))
                .map(rows -> rows.stream().map(row -> figure(plan, row)).toList());
    }

    private static Map<String, @Nullable Object> figure(
            PlannedFigures plan, List<@Nullable Object> row) {
        var figure = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < plan.names().size(); i++) {
            var name = plan.names().get(i);
            figure.put(name.alias(), WireValues.write(row.get(i), name.type()));
        }
        return figure;
    }
}
