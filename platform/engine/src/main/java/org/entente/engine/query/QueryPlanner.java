package org.entente.engine.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.query.CursorCodec.Cursor;
import org.entente.engine.query.PlannedPage.Column;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.engine.request.Gathering;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Membership;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Decides whole questions: lists, single records, figures. */
final class QueryPlanner {

    private final Expressions expressions;
    private final CursorCodec cursors;

    QueryPlanner(Expressions expressions, CursorCodec cursors) {
        this.expressions = expressions;
        this.cursors = cursors;
    }

    Outcome<PlannedPage> page(Asked asked, Entity entity, PageRequest request) {
        return page(asked, entity, request, new Part(List.of(), asked.fingerprint(request)));
    }

    /**
     * A page of the records that point at one. Problems: NOT_FOUND for a list that is not there or
     * that the caller may not read.
     */
    Outcome<PlannedPage> related(
            Asked asked, Entity target, RecordQueries.RelatedTo to, PageRequest request) {
        var list =
                RelatedList.of(asked.model(), target).stream()
                        .filter(one -> one.name().equals(to.list()))
                        .filter(one -> asked.rights().readable(one.entity(), one.field()))
                        .findFirst();
        if (list.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
        }
        var entity = list.get().entity();
        var question =
                String.join("\u0000", asked.fingerprint(request), to.list(), to.id().toString());
        var points = pointsAt(asked, entity, list.get().field(), to.reference());
        return page(asked, entity, request, new Part(List.of(points), question));
    }

    /** That a reference of an entity leads to a record. */
    TypedExpression pointsAt(Asked asked, Entity entity, Field field, Reference target) {
        var own = expressions.own(asked.model(), entity, field);
        return own.type() instanceof Several(var of)
                ? new Operation(Function.HAS, List.of(own, new Literal(target, of)), Simple.BOOLEAN)
                : equal(own, target);
    }

    /** That a row is a record. */
    static TypedExpression is(Reference record) {
        return equal(Self.own(new ToEntity(record.entity())), record);
    }

    private static TypedExpression equal(TypedExpression reference, Reference target) {
        return new Operation(
                Function.EQUAL,
                List.of(reference, new Literal(target, reference.type())),
                Simple.BOOLEAN);
    }

    /** Whether a record is there for the caller: one row or none, and nothing of it. */
    PlannedQuery existence(Asked asked, Entity entity, UUID id) {
        var itself = is(new Reference(id, entity.name()));
        return direct(asked, entity, List.of(itself), List.of(), 1);
    }

    /** Which of these records are there for the caller, and nothing of them. */
    PlannedQuery existing(Asked asked, Entity entity, Collection<UUID> ids) {
        var records = ids.stream().map(id -> new Reference(id, entity.name())).toList();
        return direct(
                asked,
                entity,
                List.of(isAmong(entity, records)),
                List.of(),
                Math.max(1, records.size()));
    }

    /** That a row is one of these records. */
    static TypedExpression isAmong(Entity entity, List<Reference> records) {
        var type = new ToEntity(entity.name());
        return new Membership(
                Self.own(type),
                records.stream()
                        .<TypedExpression>map(record -> new Literal(record, type))
                        .toList());
    }

    /**
     * The part of an entity's records that a page is of.
     *
     * @param question what its cursors are bound to
     */
    private record Part(List<TypedExpression> conditions, String question) {}

    private Outcome<PlannedPage> page(Asked asked, Entity entity, PageRequest request, Part part) {
        var names = names(asked);
        var parameters = new Parameters(request.params());
        var gathering = new Gathering();
        var columns = gathering.keep(names.columns(entity, request.fields()));
        var sort = gathering.keep(names.sort(entity, request.sort()));
        var conditions = gathering.keep(conditions(asked, entity, request.filter(), parameters));
        if (!gathering.clean()) {
            return gathering.refused();
        }
        var values = gathering.keep(parameters.values());
        var cursor =
                gathering.keep(
                        cursor(request.cursor(), part.question(), sort.orElseThrow().size()));
        return gathering.outcome(() -> {
            var now = cursor.orElseThrow().map(Cursor::at).orElse(asked.caller().at());
            var query =
                    new PlannedQuery(
                            entity,
                            both(part.conditions(), conditions.orElseThrow()),
                            inList(columns.orElseThrow()),
                            sort.orElseThrow(),
                            cursor.orElseThrow().map(Cursor::position),
                            request.limit(),
                            request.total(),
                            language(asked),
                            asked.evaluation(now, values.orElseThrow()));
            return new PlannedPage(query, columns.orElseThrow(), part.question());
        });
    }

    private static List<TypedExpression> both(
            List<TypedExpression> some, List<TypedExpression> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    Outcome<PlannedPage> one(Asked asked, Entity entity, UUID id, Optional<List<String>> fields) {
        return names(asked).columns(entity, fields).map(columns -> one(asked, entity, id, columns));
    }

    Outcome<List<String>> names(Asked asked, Entity entity, Optional<List<String>> fields) {
        return names(asked)
                .columns(entity, fields)
                .map(columns -> columns.stream().map(Column::key).toList());
    }

    List<Column> allColumns(Asked asked, Entity entity) {
        return names(asked).allColumns(entity);
    }

    /** All that the caller may see of one record. */
    PlannedPage whole(Asked asked, Entity entity, UUID id) {
        return one(asked, entity, id, allColumns(asked, entity));
    }

    private PlannedPage one(Asked asked, Entity entity, UUID id, List<Column> columns) {
        var isIt = is(new Reference(id, entity.name()));
        return new PlannedPage(
                direct(asked, entity, List.of(isIt), selections(columns), 1), columns, "");
    }

    /** A query that the engine itself asks: no cursor, no parameters. */
    PlannedQuery direct(
            Asked asked,
            Entity entity,
            List<TypedExpression> conditions,
            List<Selection> columns,
            int limit) {
        return new PlannedQuery(
                entity,
                conditions,
                columns,
                List.of(),
                Optional.empty(),
                limit,
                Total.NONE,
                language(asked),
                asked.evaluation(asked.caller().at(), Map.of()));
    }

    /** The records that have one of these values in a field of their own. */
    PlannedQuery byValues(Asked asked, Entity entity, Field field, Collection<Object> values) {
        var own = expressions.own(asked.model(), entity, field);
        var list =
                values.stream()
                        .<TypedExpression>map(value -> new Literal(plain(value), own.type()))
                        .toList();
        return direct(
                asked,
                entity,
                List.of(new Membership(own, list)),
                List.of(new Selection.OfValue(own)),
                Math.max(1, values.size()));
    }

    /** Expressions count in decimals. */
    private static Object plain(Object value) {
        return value instanceof Long number ? BigDecimal.valueOf(number) : value;
    }

    /** A query for nothing but the number of records. */
    static PlannedQuery counting(Model model, Entity entity) {
        var nobody =
                new Evaluation(
                        Instant.EPOCH,
                        model.settings().timeZone(),
                        new UUID(0, 0),
                        Map.of(),
                        Map.of());
        return new PlannedQuery(
                entity,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                Total.EXACT,
                model.settings().languages().getFirst(),
                nobody);
    }

    Outcome<PlannedFigures> aggregate(Asked asked, Entity entity, AggregateRequest request) {
        var parameters = new Parameters(request.params());
        var gathering = new Gathering();
        var parts =
                gathering.keep(
                        new AggregatePlanner(asked, expressions).plan(entity, request, parameters));
        var conditions = gathering.keep(conditions(asked, entity, request.filter(), parameters));
        var zone = gathering.keep(zone(asked, request.timeZone()));
        if (!gathering.clean()) {
            return gathering.refused();
        }
        var values = gathering.keep(parameters.values());
        return gathering.outcome(() -> {
            var all = parts.orElseThrow();
            var aggregate =
                    new PlannedAggregate(
                            entity,
                            conditions.orElseThrow(),
                            all.groups(),
                            all.measures(),
                            all.having(),
                            all.sort(),
                            request.limit(),
                            language(asked),
                            inZone(asked, zone.orElseThrow(), values.orElseThrow()));
            return new PlannedFigures(aggregate, figureNames(all));
        });
    }

    private static List<PlannedFigures.Name> figureNames(AggregatePlanner.Parts parts) {
        var names = new ArrayList<PlannedFigures.Name>();
        parts.types().forEach((alias, type) -> names.add(new PlannedFigures.Name(alias, type)));
        return names;
    }

    private static Evaluation inZone(
            Asked asked, ZoneId zone, Map<String, @Nullable Object> parameters) {
        var usual = asked.evaluation(asked.caller().at(), parameters);
        return new Evaluation(usual.now(), zone, usual.me(), usual.myFields(), parameters);
    }

    private static Outcome<ZoneId> zone(Asked asked, Optional<String> name) {
        if (name.isEmpty()) {
            return Outcome.done(asked.model().settings().timeZone());
        }
        try {
            return Outcome.done(ZoneId.of(name.get()));
        } catch (DateTimeException unknown) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            "/time_zone",
                            Map.of("expected", "time_zone")));
        }
    }

    private Outcome<List<TypedExpression>> conditions(
            Asked asked, Entity entity, Optional<String> filter, Parameters parameters) {
        return filter.isEmpty()
                ? Outcome.done(List.of())
                : expressions.condition(asked, entity, filter.get(), parameters).map(List::of);
    }

    private Outcome<Optional<Cursor>> cursor(Optional<String> text, String question, int sortKeys) {
        if (text.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        var cursor =
                cursors.read(text.get(), question)
                        .filter(read -> read.position().values().size() == sortKeys);
        return cursor.isPresent()
                ? Outcome.done(cursor)
                : Outcome.refused(Problem.of(ProblemCode.CURSOR_INVALID, "/cursor"));
    }

    private Planner names(Asked asked) {
        return new Planner(asked.model(), asked.rights(), expressions);
    }

    private static List<Selection> selections(List<Column> columns) {
        return columns.stream().map(Column::selection).toList();
    }

    private static List<Selection> inList(List<Column> columns) {
        return columns.stream().map(Column::selection).map(People::inList).toList();
    }

    private static java.util.Locale language(Asked asked) {
        return asked.model().settings().languages().getFirst();
    }
}
