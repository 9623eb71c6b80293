package org.entente.store.sql;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.expression.Row;
import org.entente.engine.expression.Targets;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Json;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.jspecify.annotations.Nullable;

/** Records of every entity of a model, a fifth of their values missing. */
final class RandomRecords {

    /** One record in memory. */
    record Stored(UUID id, String entity, Map<String, @Nullable Object> values) {}

    private static final double MISSING = 0.2;
    private static final Set<String> MANY = Set.of(RandomModel.ROW, "line", "part");

    private final Model model;
    private final Random random;
    private final RandomValues values;
    private final Map<String, List<Stored>> byEntity = new LinkedHashMap<>();
    private final Map<UUID, Stored> byId = new HashMap<>();
    private final Map<String, TypedExpression> expressions = new HashMap<>();
    private Evaluation evaluation =
            new Evaluation(Cell.AT, ZoneOffset.UTC, Cell.USER, Map.of(), Map.of());

    RandomRecords(Model model, Random random, int rows) {
        this.model = model;
        this.random = random;
        this.values = new RandomValues(random);
        for (var entity : model.entities().values()) {
            var count = MANY.contains(entity.name()) ? rows : 8;
            var records = new ArrayList<Stored>();
            for (var i = 0; i < count; i++) {
                records.add(new Stored(id(), entity.name(), new LinkedHashMap<>()));
            }
            byEntity.put(entity.name(), records);
            records.forEach(stored -> byId.put(stored.id(), stored));
        }
        byId.values().stream()
                .sorted(java.util.Comparator.comparing(Stored::id))
                .forEach(this::fill);
    }

    /** What inputs stand for in computed fields. */
    void during(Evaluation inputs) {
        evaluation = inputs;
    }

    List<Stored> of(String entity) {
        return byEntity.getOrDefault(entity, List.of());
    }

    static List<Field> fields(Entity entity) {
        var fields = new ArrayList<>(entity.fields().values());
        fields.addAll(SystemFields.ALL);
        return fields;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void fill(Stored stored) {
        for (var field : model.entity(stored.entity()).orElseThrow().kept()) {
            set(stored, field);
        }
        set(stored, SystemFields.OWNER);
        stored.values().put(SystemFields.CREATED_AT.name(), Cell.AT);
        stored.values().put(SystemFields.CREATED_BY.name(), new Reference(Cell.USER, "user"));
        stored.values().put(SystemFields.UPDATED_AT.name(), Cell.AT);
        stored.values().put(SystemFields.UPDATED_BY.name(), new Reference(Cell.USER, "user"));
    }

    private void set(Stored stored, Field field) {
        stored.values().put(field.name(), values.chance(MISSING) ? null : value(field.type()));
    }

    /** Writes all of them, then deletes a few. */
    void store(Desk desk) {
        for (var entity : model.entities().values()) {
            var changes =
                    of(entity.name()).stream()
                            .map(one -> desk.creation(one.entity(), one.id(), given(one)))
                            .toList();
            Desk.done(desk.write(entity.name(), tx -> tx.writeAll(changes)));
        }
        for (var entity : model.entities().keySet()) {
            for (var i = 0; i < of(entity).size() / 10; i++) {
                delete(desk, values.oneOf(of(entity)));
            }
        }
    }

    private static Map<String, @Nullable Object> given(Stored stored) {
        var given = new LinkedHashMap<>(stored.values());
        SystemFields.ALL.stream()
                .filter(Field::system)
                .forEach(field -> given.remove(field.name()));
        given.values().removeIf(java.util.Objects::isNull);
        return given;
    }

    private void delete(Desk desk, Stored stored) {
        var kept = desk.stored(stored.entity(), stored.id());
        Desk.done(
                desk.write(stored.entity(), tx -> tx.write(desk.deletion(stored.entity(), kept))));
        byId.remove(stored.id());
        byEntity.put(
                stored.entity(),
                of(stored.entity()).stream().filter(one -> !one.id().equals(stored.id())).toList());
    }

    private Object value(FieldType type) {
        return switch (type) {
            case FieldType.TextType _,
                    FieldType.LongTextType _,
                    FieldType.EmailType _,
                    FieldType.PhoneType _,
                    FieldType.UrlType _,
                    FieldType.AutoNumberType _ ->
                    values.text();
            case FieldType.IntegerType _ -> values.whole();
            case FieldType.DecimalType(var precision, var scale) ->
                    values.decimal(precision - scale, scale);
            case FieldType.PercentType _ -> values.decimal(6, 4);
            case FieldType.MoneyType _ -> values.money();
            case FieldType.BooleanType _ -> values.chance(0.5);
            case FieldType.DateType _ -> values.date();
            case FieldType.DateTimeType _ -> values.instant();
            case FieldType.DurationType _ -> values.duration();
            case FieldType.MultiChoiceType(var options) ->
                    options.keySet().stream().filter(one -> values.chance(0.5)).toList();
            case FieldType.JsonType _ -> new Json(values.text());
            case FieldType.GeoType _ -> values.point();
            case FieldType.Attached _ -> values.file();
            case FieldType.ChoiceType(var options) -> values.oneOf(List.copyOf(options.keySet()));
            case FieldType.AddressType _ -> values.address();
            case FieldType.ReferenceType reference -> anyOf(of(reference.to()));
            case FieldType.MultiReferenceType references -> someOf(of(references.to()));
            case FieldType.TraitReferenceType reference ->
                    anyOf(of(values.oneOf(model.carriers(reference.trait())).name()));
            case FieldType.Computed computed ->
                    throw new IllegalArgumentException("computed: " + computed);
        };
    }

    private List<Reference> someOf(List<Stored> records) {
        var some = new LinkedHashSet<Reference>();
        for (var i = values.below(4); i > 0; i--) {
            some.add(anyOf(records));
        }
        return List.copyOf(some);
    }

    private Reference anyOf(List<Stored> records) {
        var record = values.oneOf(records);
        return new Reference(record.id(), record.entity());
    }

    /** A record as expressions see it. */
    Row row(Stored start) {
        return new Row() {
            @Override
            public @Nullable Object value(Path path) {
                var end = follow(start, path.through());
                if (end == null) {
                    return null;
                }
                return path.field().type() instanceof FieldType.Computed computed
                        ? computed(end, computed)
                        : end.values().get(path.field().name());
            }

            @Override
            public List<Row> items(Summary summary) {
                return switch (summary.items().source()) {
                    case Related related -> {
                        var holder = follow(start, related.through());
                        yield holder == null ? List.of() : pointingAt(holder, related);
                    }
                    case Listed listed -> {
                        var holder = follow(start, listed.through());
                        yield holder == null ? List.of() : named(holder, listed);
                    }
                };
            }

            @Override
            public @Nullable Object self(Self self) {
                var end = follow(start, self.through());
                return end == null ? null : new Reference(end.id(), end.entity());
            }
        };
    }

    /** Worked out record by record, as a formula is written; nothing is put in its place. */
    private @Nullable Object computed(Stored stored, FieldType.Computed computed) {
        return switch (computed) {
            case FieldType.FormulaType(var as, var text, _) ->
                    Evaluator.evaluate(
                            bound(stored.entity(), text, Expected.of(ValueType.of(as))),
                            row(stored),
                            evaluation);
            case FieldType.RollUpType rollUp -> rolledUp(stored, rollUp);
        };
    }

    private @Nullable Object rolledUp(Stored stored, FieldType.RollUpType rollUp) {
        var entity = model.entity(stored.entity()).orElseThrow();
        var list =
                RelatedList.of(model, entity).stream()
                        .filter(one -> one.name().equals(rollUp.over()))
                        .findFirst()
                        .orElseThrow();
        var child = list.entity().name();
        var figures = new ArrayList<@Nullable Object>();
        for (var one : of(child)) {
            if (Targets.include(one.values().get(list.field().name()), stored.id())
                    && rollUp.when().map(when -> holds(one, when)).orElse(true)) {
                var of = rollUp.of().map(text -> bound(child, text, Expected.any()));
                figures.add(
                        of.isEmpty() ? null : Evaluator.evaluate(of.get(), row(one), evaluation));
            }
        }
        return Figures.of(rollUp.fn(), figures);
    }

    private boolean holds(Stored stored, String when) {
        return Evaluator.holds(
                bound(stored.entity(), when, Expected.condition()), row(stored), evaluation);
    }

    private TypedExpression bound(String entity, String text, Expected expected) {
        return expressions.computeIfAbsent(
                entity + "\n" + text,
                key -> {
                    var scope =
                            Scope.of(
                                    model,
                                    model.entity(entity).orElseThrow(),
                                    Visibility.EVERYTHING);
                    return switch (ExpressionCompiler.compile(scope, text, expected)) {
                        case Outcome.Done<BoundExpression>(var bound) -> bound.root();
                        case Outcome.Refused<BoundExpression>(var problems) ->
                                throw new AssertionError(text + problems);
                    };
                });
    }

    private List<Row> named(Stored holder, Listed listed) {
        return Targets.of(holder.values().get(listed.reference().name())).stream()
                .map(one -> byId.get(one.id()))
                .filter(java.util.Objects::nonNull)
                .map(this::row)
                .toList();
    }

    private List<Row> pointingAt(Stored holder, Related related) {
        return of(related.entity()).stream()
                .filter(one ->
                        Targets.include(one.values().get(related.reference().name()), holder.id()))
                .map(this::row)
                .toList();
    }

    private @Nullable Stored follow(Stored start, List<Step> through) {
        Stored at = start;
        for (var step : through) {
            var next = at == null ? null : at.values().get(step.field().name());
            at = next instanceof Reference reference ? byId.get(reference.id()) : null;
        }
        return at;
    }
}
