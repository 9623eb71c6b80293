package org.entente.metadata.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.expression.Bound.Many;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.spi.ProblemCode;

/** Gives the functions of lists their meaning: {@code claims.exists(c, c.amount > 3)}. */
final class Lists {

    /** How deep lists may be written within what is said of the items of others. */
    private static final int DEEPEST = 2;

    /** Functions that name an item and say something of it. */
    private static final Set<String> OF_ITEMS = Set.of("exists", "all", "filter", "map");

    private static final Map<String, Summary.By> OF_WHOLE =
            Map.of(
                    "size", Summary.By.SIZE,
                    "sum", Summary.By.SUM,
                    "min", Summary.By.MIN,
                    "max", Summary.By.MAX,
                    "avg", Summary.By.AVG);

    private final Binder binder;
    private final Findings findings;
    private final Contexts contexts;
    private final Variables variables;
    private final Operators operators;
    private final Fields fields;
    private final Members members;

    Lists(
            Binder binder,
            Findings findings,
            Contexts contexts,
            Variables variables,
            Operators operators,
            Fields fields,
            Members members) {
        this.binder = binder;
        this.findings = findings;
        this.contexts = contexts;
        this.variables = variables;
        this.operators = operators;
        this.fields = fields;
        this.members = members;
    }

    /** Whether a call can be nothing but one of a list. */
    static boolean isOnlyOfLists(String function) {
        return OF_ITEMS.contains(function) || function.equals("sum") || function.equals("avg");
    }

    /** Whether a call may be one of a list, when its only argument is one. */
    static boolean mayBeOfList(Syntax.Call call) {
        return OF_WHOLE.containsKey(call.function()) && call.arguments().size() == 1;
    }

    Optional<Bound> bind(Syntax.Call call) {
        var expected = OF_ITEMS.contains(call.function()) ? 3 : 1;
        if (call.arguments().size() != expected) {
            wrongNumber(call, expected);
            return Optional.empty();
        }
        return binder.either(call.arguments().getFirst())
                .flatMap(subject ->
                        switch (subject) {
                            case Many list -> bind(call, list);
                            case Bound.Value(var value) ->
                                    listed(value)
                                            .map(list -> bind(call, list))
                                            .orElseGet(() -> needsList(call, value));
                        });
    }

    /** The records that a reference to several names, where the entity is in sight. */
    private Optional<Many> listed(TypedExpression value) {
        return value instanceof Path(var start, var through, var field, _, var type)
                        && type instanceof Several(ToEntity(var entity))
                        && fields.isVisible(entity)
                ? Optional.of(
                        Many.of(
                                new Listed(
                                        start,
                                        through,
                                        members.holder(start, through),
                                        entity,
                                        field),
                                variables.next()))
                : Optional.empty();
    }

    /** The number without the list itself, which stands before the dot. */
    private void wrongNumber(Syntax.Call call, int expected) {
        findings.type(
                "wrong_number_of_arguments",
                call.position(),
                Map.of(
                        "name",
                        call.function(),
                        "least",
                        expected - 1,
                        "most",
                        expected - 1,
                        "found",
                        Math.max(0, call.arguments().size() - 1)));
    }

    private Optional<Bound> needsList(Syntax.Call call, TypedExpression value) {
        findings.type(
                "needs_related_list",
                call.position(),
                Map.of("name", call.function(), "found", Types.word(value.type())));
        return Optional.empty();
    }

    Optional<Bound> bind(Syntax.Call call, Many list) {
        if (list.items().level() > DEEPEST) {
            findings.report(
                    ProblemCode.EXPRESSION_TOO_LARGE,
                    "lists_too_deep",
                    call.position(),
                    Map.of("limit", DEEPEST));
            return Optional.empty();
        }
        var whole = OF_WHOLE.get(call.function());
        return whole == null
                ? ofItems(call, list)
                : summary(whole, list, call.position()).map(Bound.Value::new);
    }

    private Optional<Bound> ofItems(Syntax.Call call, Many list) {
        if (!(call.arguments().get(1) instanceof Syntax.Name(var at, var name))
                || Variables.isTaken(name)) {
            findings.type(
                    "needs_item_name",
                    call.arguments().get(1).position(),
                    Map.of("name", call.function()));
            return Optional.empty();
        }
        var body = call.arguments().getLast();
        var said = variables.within(list, name, () -> binder.bind(body));
        return switch (call.function()) {
            case "filter" -> condition(said).map(list::where);
            case "map" -> said.filter(contexts::isSimple).map(list::mappedTo);
            case "exists" -> judged(Summary.By.EXISTS, list, said, call.position());
            default -> judged(Summary.By.ALL, list, said, call.position());
        };
    }

    private Optional<TypedExpression> condition(Optional<TypedExpression> said) {
        return said.flatMap(bound -> contexts.as(bound, Simple.BOOLEAN));
    }

    private Optional<Bound> judged(
            Summary.By kind, Many list, Optional<TypedExpression> said, int position) {
        return condition(said)
                .map(of -> new Summary(kind, list.items(), Optional.of(of), Simple.BOOLEAN))
                .map(summary -> new Bound.Value(contexts.at(position, summary)));
    }

    private Optional<TypedExpression> summary(Summary.By kind, Many list, int position) {
        return switch (kind) {
            case SIZE -> {
                var size = new Summary(kind, list.items(), Optional.empty(), Simple.INTEGER);
                yield Optional.of(contexts.at(position, size));
            }
            case SUM, AVG ->
                    number(list.item())
                            .map(of -> {
                                var type = kind == Summary.By.AVG ? Simple.DECIMAL : of.type();
                                return summary(kind, list, of, type, position);
                            });
            case MIN, MAX ->
                    operators
                            .ordered(List.of(list.item()), position, "arguments_differ")
                            .map(List::getFirst)
                            .map(of -> summary(kind, list, of, of.type(), position));
            case EXISTS, ALL -> throw new IllegalArgumentException("says something of items");
        };
    }

    private Optional<TypedExpression> number(TypedExpression item) {
        return item.type() == Simple.INTEGER
                ? Optional.of(item)
                : contexts.as(item, Simple.DECIMAL);
    }

    private TypedExpression summary(
            Summary.By kind, Many list, TypedExpression of, ValueType type, int position) {
        return contexts.at(position, new Summary(kind, list.items(), Optional.of(of), type));
    }
}
