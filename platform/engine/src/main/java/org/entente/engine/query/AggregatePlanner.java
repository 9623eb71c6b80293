package org.entente.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.PlannedAggregate.AliasSort;
import org.entente.engine.query.PlannedAggregate.Group;
import org.entente.engine.query.PlannedAggregate.Measure;
import org.entente.engine.query.PlannedAggregate.Measured;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.model.Entity;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Decides groups, measures and their names for one caller and one model. */
final class AggregatePlanner {

    private static final Map<String, Function> UNITS =
            Map.of(
                    "day", Function.START_OF_DAY,
                    "week", Function.START_OF_WEEK,
                    "month", Function.START_OF_MONTH,
                    "quarter", Function.START_OF_QUARTER,
                    "year", Function.START_OF_YEAR);

    private final Asked asked;
    private final Expressions expressions;
    private final Planner planner;
    private final List<Problem> problems = new ArrayList<>();

    AggregatePlanner(Asked asked, Expressions expressions) {
        this.asked = asked;
        this.expressions = expressions;
        this.planner = new Planner(asked.model(), asked.rights(), expressions);
    }

    /** What an aggregate consists of, and the type of each of its names. */
    record Parts(
            List<Group> groups,
            List<Measure> measures,
            Optional<TypedExpression> having,
            List<AliasSort> sort,
            Map<String, ValueType> types) {}

    Outcome<Parts> plan(Entity entity, AggregateRequest request, Parameters parameters) {
        var types = new LinkedHashMap<String, ValueType>();
        var groups = new ArrayList<Group>();
        for (var group : request.group()) {
            var at = "/group/" + groups.size();
            var key = keep(groupKey(entity, group, at, parameters));
            key.ifPresent(expression -> types.put(group.alias(), expression.type()));
            groups.add(new Group(group.alias(), planner.select(key.orElse(Expressions.NULL))));
        }
        var measures = new ArrayList<Measure>();
        for (var measure : request.measures()) {
            var at = "/measures/" + measures.size() + "/of";
            var of =
                    measure.of()
                            .flatMap(text ->
                                    keep(measured(entity, measure.fn(), text, at, parameters)));
            types.put(measure.alias(), typeOf(measure.fn(), of));
            measures.add(new Measure(measure.alias(), measure.fn(), of));
        }
        var having = request.having().flatMap(text -> keep(having(text, types, parameters)));
        var sort = sort(request.sort(), types);
        return problems.isEmpty()
                ? Outcome.done(new Parts(groups, measures, having, sort, types))
                : Outcome.refused(problems);
    }

    private <T> Optional<T> keep(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Optional.of(value);
            case Outcome.Refused<T>(var refused) -> {
                problems.addAll(refused);
                yield Optional.empty();
            }
        };
    }

    private Outcome<TypedExpression> groupKey(
            Entity entity, AggregateRequest.Group group, String at, Parameters parameters) {
        var key = expressions.parametrised(asked, entity, group.by(), at + "/by", parameters);
        if (group.unit().isPresent()) {
            return key.then(by -> truncated(by, group.unit().get(), at + "/unit"));
        }
        return key.then(by -> simple(by, at + "/by"));
    }

    private static Outcome<TypedExpression> simple(TypedExpression expression, String at) {
        var type = expression.type();
        if (type == Simple.MONEY || type == Simple.ADDRESS || type == Simple.GEO) {
            return typeError(at, "needs_part");
        }
        return type == Simple.JSON || type == Simple.FILE || type instanceof Several
                ? typeError(at, "not_groupable")
                : Outcome.done(expression);
    }

    private static Outcome<TypedExpression> truncated(TypedExpression by, String unit, String at) {
        var function = UNITS.get(unit);
        if (function == null) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.UNKNOWN_OPTION,
                            at,
                            Map.of(
                                    "value",
                                    unit,
                                    "options",
                                    List.of("day", "week", "month", "quarter", "year"))));
        }
        return by.type() == Simple.DATE || by.type() == Simple.DATE_TIME
                ? Outcome.done(new Operation(function, List.of(by), Simple.DATE))
                : typeError(at, "needs_date");
    }

    private Outcome<TypedExpression> measured(
            Entity entity, Measured fn, String text, String at, Parameters parameters) {
        return expressions
                .parametrised(asked, entity, text, at, parameters)
                .then(of -> simple(of, at))
                .then(of ->
                        fits(fn, of.type()) ? Outcome.done(of) : typeError(at, "not_measurable"));
    }

    private static boolean fits(Measured fn, ValueType type) {
        return switch (fn) {
            case COUNT, COUNT_DISTINCT -> true;
            case SUM, AVG -> type == Simple.INTEGER || type == Simple.DECIMAL;
            case MIN, MAX -> type instanceof Simple && type != Simple.BOOLEAN;
        };
    }

    private static ValueType typeOf(Measured fn, Optional<TypedExpression> of) {
        var type = of.map(TypedExpression::type).orElse(Simple.INTEGER);
        return switch (fn) {
            case COUNT, COUNT_DISTINCT -> Simple.INTEGER;
            case AVG -> Simple.DECIMAL;
            case SUM, MIN, MAX -> type;
        };
    }

    private Outcome<TypedExpression> having(
            String text, Map<String, ValueType> types, Parameters parameters) {
        var aliases = new LinkedHashMap<String, Alias>();
        types.forEach((name, type) -> aliases.put(name, new Alias(name, type)));
        return expressions.overAliases(asked, aliases, text, parameters);
    }

    private List<AliasSort> sort(List<String> texts, Map<String, ValueType> types) {
        var sort = new ArrayList<AliasSort>();
        for (var text : texts) {
            var descending = text.startsWith("-");
            var alias = descending ? text.substring(1) : text;
            if (types.containsKey(alias)) {
                sort.add(new AliasSort(alias, descending));
            } else {
                problems.add(Problem.of(ProblemCode.UNKNOWN_NAME, "/sort", Map.of("name", alias)));
            }
        }
        return sort;
    }

    private static <T> Outcome<T> typeError(String at, String reason) {
        return Outcome.refused(Problem.of(ProblemCode.TYPE_ERROR, at, Map.of("reason", reason)));
    }
}
