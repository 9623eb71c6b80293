package org.entente.engine.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.expression.Row;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Labelled;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.engine.query.PlannedQuery.SortKey;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.engine.query.Selection;
import org.entente.engine.record.StoredRecord;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Records in memory, asked by the evaluator what a database would be asked by SQL. They live as
 * long as whoever tries something out.
 */
public final class ScratchRecords {

    private final Map<String, Map<UUID, StoredRecord>> records = new HashMap<>();
    private final Map<String, Map<UUID, StoredRecord>> bins = new HashMap<>();

    /** The same records; what becomes of either does not touch the other. */
    public ScratchRecords copy() {
        var copy = new ScratchRecords();
        records.forEach((entity, rows) -> copy.records.put(entity, new LinkedHashMap<>(rows)));
        bins.forEach((entity, rows) -> copy.bins.put(entity, new LinkedHashMap<>(rows)));
        return copy;
    }

    /** Becomes what the other is. */
    public void become(ScratchRecords other) {
        var copy = other.copy();
        records.clear();
        records.putAll(copy.records);
        bins.clear();
        bins.putAll(copy.bins);
    }

    /** The live records of an entity. */
    public Map<UUID, StoredRecord> rows(String entity) {
        return records.computeIfAbsent(entity, name -> new LinkedHashMap<>());
    }

    /** The deleted records of an entity. */
    public Map<UUID, StoredRecord> bin(String entity) {
        return bins.computeIfAbsent(entity, name -> new LinkedHashMap<>());
    }

    /** A record as an expression sees it, and what its references lead to. */
    public final class Linked implements Row {
        private final String entity;
        private final StoredRecord record;

        Linked(String entity, StoredRecord record) {
            this.entity = entity;
            this.record = record;
        }

        @Override
        public @Nullable Object value(Path path) {
            return follow(path.through())
                    .map(end -> end.record.values().get(path.field().name()))
                    .orElse(null);
        }

        @Override
        public @Nullable Object self(Self self) {
            return follow(self.through())
                    .map(end -> new Reference(end.record.id(), end.entity))
                    .orElse(null);
        }

        @Override
        public List<Row> items(Summary summary) {
            return switch (summary.items().source()) {
                case Related related ->
                        follow(related.through())
                                .map(holder -> pointingAt(holder, related))
                                .orElse(List.of());
                case Listed listed ->
                        follow(listed.through())
                                .map(holder -> listed(holder, listed))
                                .orElse(List.of());
            };
        }

        private Optional<Linked> follow(List<Step> steps) {
            Optional<Linked> at = Optional.of(this);
            for (var step : steps) {
                at = at.flatMap(here -> target(here.record.values().get(step.field().name())));
            }
            return at;
        }
    }

    private List<Row> pointingAt(Linked holder, Related related) {
        var target = new Reference(holder.record.id(), holder.entity);
        return rows(related.entity()).values().stream()
                .filter(row ->
                        Targets.of(row.values().get(related.reference().name())).contains(target))
                .<Row>map(row -> new Linked(related.entity(), row))
                .toList();
    }

    private List<Row> listed(Linked holder, Listed listed) {
        var named = Targets.of(holder.record.values().get(listed.reference().name()));
        return named.stream()
                .map(this::target)
                .flatMap(Optional::stream)
                .<Row>map(one -> one)
                .toList();
    }

    /** What a reference leads to, if it is there. */
    public Optional<Linked> target(@Nullable Object reference) {
        return reference instanceof Reference(var id, var entity)
                ? Optional.ofNullable(rows(entity).get(id)).map(row -> new Linked(entity, row))
                : Optional.empty();
    }

    /** Answers a planned question. */
    public PageOfRows page(PlannedQuery query) {
        var found =
                rows(query.entity().name()).values().stream()
                        .map(record -> new Linked(query.entity().name(), record))
                        .filter(row -> holds(row, query))
                        .sorted(order(query))
                        .toList();
        var after = found.stream().filter(row -> isAfter(row, query)).limit(query.limit()).toList();
        var more = after.size() == query.limit() && after.getLast() != found.getLast();
        return new PageOfRows(
                after.stream().map(row -> answer(row, query)).toList(),
                more ? Optional.of(position(after.getLast(), query)) : Optional.empty(),
                query.total() == Total.NONE
                        ? Optional.empty()
                        : Optional.of(new PageOfRows.Count(found.size(), true)));
    }

    private static boolean holds(Linked row, PlannedQuery query) {
        return query.conditions().stream()
                .allMatch(condition -> Evaluator.holds(condition, row, query.evaluation()));
    }

    private boolean isAfter(Linked row, PlannedQuery query) {
        return query.after()
                .map(position ->
                        compare(
                                        keys(row, query),
                                        row.record.id(),
                                        position.values(),
                                        position.id(),
                                        query)
                                > 0)
                .orElse(true);
    }

    private Comparator<Linked> order(PlannedQuery query) {
        return (one, other) ->
                compare(
                        keys(one, query),
                        one.record.id(),
                        keys(other, query),
                        other.record.id(),
                        query);
    }

    private static int compare(
            List<@Nullable Object> one,
            UUID oneId,
            List<@Nullable Object> other,
            UUID otherId,
            PlannedQuery query) {
        for (var i = 0; i < one.size(); i++) {
            var order = compare(one.get(i), other.get(i), query.sort().get(i).descending());
            if (order != 0) {
                return order;
            }
        }
        return oneId.toString().compareTo(otherId.toString());
    }

    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object one, @Nullable Object other, boolean descending) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        var order = ((Comparable<Object>) one).compareTo(other);
        return descending ? -order : order;
    }

    private List<@Nullable Object> keys(Linked row, PlannedQuery query) {
        var keys = new ArrayList<@Nullable Object>();
        for (SortKey key : query.sort()) {
            var value = value(row, key.selection(), query);
            keys.add(value instanceof Labelled labelled ? labelled.label().orElse(null) : value);
        }
        return keys;
    }

    private Position position(Linked row, PlannedQuery query) {
        return new Position(keys(row, query), row.record.id());
    }

    private PageOfRows.Row answer(Linked row, PlannedQuery query) {
        var values = new ArrayList<@Nullable Object>();
        query.columns().forEach(column -> values.add(value(row, column, query)));
        return new PageOfRows.Row(row.record.id(), row.record.version(), values);
    }

    private @Nullable Object value(Linked row, Selection selection, PlannedQuery query) {
        return switch (selection) {
            case Selection.OfValue(var expression) ->
                    whole(Evaluator.evaluate(expression, row, query.evaluation()));
            case Selection.OfReference(var path, var labels) ->
                    row.value(path) instanceof Reference reference
                            ? new Labelled(
                                    reference,
                                    target(reference)
                                            .filter(end -> labels.containsKey(end.entity))
                                            .map(end ->
                                                    (String)
                                                            Evaluator.evaluate(
                                                                    java.util.Objects
                                                                            .requireNonNull(
                                                                                    labels.get(
                                                                                            end.entity)),
                                                                    end,
                                                                    query.evaluation())))
                            : null;
            case Selection.OfReferences(var path, var to, var label) -> {
                var targets = Targets.of(row.value(path));
                yield targets.isEmpty()
                        ? null
                        : targets.stream().map(one -> labelled(one, label, query)).toList();
            }
        };
    }

    private Labelled labelled(
            Reference reference, Optional<TypedExpression> label, PlannedQuery query) {
        return new Labelled(
                reference,
                target(reference)
                        .flatMap(end ->
                                label.map(naming ->
                                        Evaluator.evaluate(naming, end, query.evaluation())))
                        .map(Object::toString));
    }

    private static @Nullable Object whole(@Nullable Object value) {
        return value instanceof Long number ? BigDecimal.valueOf(number) : value;
    }
}
