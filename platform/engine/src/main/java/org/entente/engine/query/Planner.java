package org.entente.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.engine.access.Rights;
import org.entente.engine.query.PlannedPage.Column;
import org.entente.engine.query.PlannedQuery.SortKey;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.SystemFields;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Turns names into decided selections, under the rights of one caller and one model. There is no
 * other way from a client's text to a query; what the caller may not read is unknown to it.
 */
final class Planner {

    private static final Pattern FIELD_PATH =
            Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){0,6}");

    private final Model model;
    private final Rights rights;
    private final Expressions expressions;

    Planner(Model model, Rights rights, Expressions expressions) {
        this.model = model;
        this.rights = rights;
        this.expressions = expressions;
    }

    /** The columns of these fields, or of all that the caller may read. */
    Outcome<List<Column>> columns(Entity entity, Optional<List<String>> fields) {
        if (fields.isEmpty()) {
            return Outcome.done(allColumns(entity));
        }
        var columns = new LinkedHashMap<String, Column>();
        var problems = new ArrayList<Problem>();
        for (var name : fields.get()) {
            switch (path(entity, name, "/fields")) {
                case Outcome.Done<TypedExpression>(var path) ->
                        columns.put(name, new Column(name, select(path)));
                case Outcome.Refused<TypedExpression>(var refused) -> problems.addAll(refused);
            }
        }
        return problems.isEmpty()
                ? Outcome.done(List.copyOf(columns.values()))
                : Outcome.refused(problems);
    }

    List<Column> allColumns(Entity entity) {
        return expressions.columns(model, entity, rights, () -> readable(entity));
    }

    private List<Column> readable(Entity entity) {
        var columns = new ArrayList<Column>();
        for (var field : entity.fields().values()) {
            addReadable(columns, entity, field);
        }
        SystemFields.ALL.forEach(field -> addReadable(columns, entity, field));
        return List.copyOf(columns);
    }

    private void addReadable(List<Column> columns, Entity entity, Field field) {
        if (rights.readable(entity, field)) {
            columns.add(new Column(field.name(), select(expressions.own(model, entity, field))));
        }
    }

    /** The sort keys of texts such as {@code -amount}; newest first when there are none. */
    Outcome<List<SortKey>> sort(Entity entity, List<String> texts) {
        if (texts.isEmpty()) {
            var newest =
                    new Selection.OfValue(expressions.own(model, entity, SystemFields.CREATED_AT));
            return Outcome.done(List.of(new SortKey(newest, true)));
        }
        var keys = new ArrayList<SortKey>();
        var problems = new ArrayList<Problem>();
        for (var text : texts) {
            var descending = text.startsWith("-");
            var name = descending ? text.substring(1) : text;
            switch (path(entity, name, "/sort").then(path -> sortable(path, name))) {
                case Outcome.Done<Selection>(var key) -> keys.add(new SortKey(key, descending));
                case Outcome.Refused<Selection>(var refused) -> problems.addAll(refused);
            }
        }
        return problems.isEmpty() ? Outcome.done(keys) : Outcome.refused(problems);
    }

    private Outcome<Selection> sortable(TypedExpression path, String name) {
        if (path instanceof Path money && money.type() == Simple.MONEY) {
            var amount = money.to(Part.AMOUNT, Simple.DECIMAL);
            return Outcome.done(new Selection.OfValue(amount));
        }
        if (hasNoOrder(path.type())) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.TYPE_ERROR,
                            "/sort",
                            Map.of("reason", "not_sortable", "name", name)));
        }
        return Outcome.done(select(path));
    }

    private static boolean hasNoOrder(ValueType type) {
        return type == Simple.ADDRESS
                || type == Simple.GEO
                || type == Simple.FILE
                || type == Simple.JSON
                || type instanceof Several;
    }

    /** A field, or a field reached by references, named by a text. */
    private Outcome<TypedExpression> path(Entity entity, String name, String at) {
        var unknown =
                Problem.of(
                        ProblemCode.UNKNOWN_FIELD,
                        at,
                        Map.of("name", name, "entity", entity.name()));
        if (!FIELD_PATH.matcher(name).matches()) {
            return Outcome.refused(unknown);
        }
        return expressions
                .field(model, entity, rights, name)
                .map(Outcome::done)
                .orElse(Outcome.refused(unknown));
    }

    /** An expression as something to answer: references with their labels. */
    Selection select(TypedExpression expression) {
        return switch (expression) {
            case Path path when path.type() instanceof ToEntity(var to) ->
                    new Selection.OfReference(path, labels(model.entity(to).stream().toList()));
            case Path path when path.type() instanceof ToTrait(var trait) ->
                    new Selection.OfReference(path, labels(model.carriers(trait)));
            case Path path when path.type() instanceof Several(ToEntity(var to)) ->
                    new Selection.OfReferences(path, to, label(to));
            default -> new Selection.OfValue(expression);
        };
    }

    private Optional<TypedExpression> label(String entity) {
        return Optional.ofNullable(labels(model.entity(entity).stream().toList()).get(entity));
    }

    private Map<String, TypedExpression> labels(List<Entity> targets) {
        var labels = new LinkedHashMap<String, TypedExpression>();
        for (var target : targets) {
            if (rights.readable(target)) {
                labels.put(target.name(), expressions.naming(model, target));
            }
        }
        return labels;
    }

    static boolean isReference(ValueType type) {
        return type instanceof ToEntity || type instanceof ToTrait;
    }
}
