package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.Syntax.Symbol;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.spi.ProblemCode;

/** Gives a text's syntax its meaning in a scope: one round over the whole. */
final class Binder {

    private final Findings findings;
    private final ParameterTypes parameters;
    private final Contexts contexts;
    private final Names names;
    private final Operators operators;
    private final Calls calls;
    private final Members members;
    private final Lists lists;

    Binder(Scope scope, Findings findings, ParameterTypes parameters) {
        this.findings = findings;
        this.parameters = parameters;
        this.contexts = new Contexts(scope.model(), findings, parameters);
        var variables = new Variables();
        this.names = new Names(scope, findings, contexts, variables);
        this.members = new Members(scope, findings, contexts, variables);
        this.operators = new Operators(findings, contexts);
        this.calls = new Calls(findings, contexts, operators);
        this.lists =
                new Lists(
                        this, findings, contexts, variables, operators, new Fields(scope), members);
    }

    /** What the text uses of the model, as far as it was bound. */
    List<Use> uses() {
        return contexts.uses().found();
    }

    /** Reports the part of a whole that goes beyond what an expression may cost. */
    void limit(TypedExpression whole) {
        Bounds.exceeded(whole)
                .ifPresent(excess ->
                        findings.report(
                                ProblemCode.EXPRESSION_TOO_LARGE,
                                excess.reason(),
                                contexts.place(excess.at()),
                                Map.of("limit", Math.toIntExact(excess.limit()))));
    }

    /** The whole, as its place expects it. */
    Optional<TypedExpression> bind(Syntax syntax, Expected expected) {
        return switch (expected) {
            case Expected.Anything _ -> bind(syntax);
            case Expected.Value(var type) ->
                    bareOption(syntax, type)
                            .or(() -> options(syntax, type))
                            .or(() -> bind(syntax).flatMap(root -> contexts.as(root, type)));
        };
    }

    /** Where a choice is expected, the bare name of an option will do: {@code default: draft}. */
    private Optional<TypedExpression> bareOption(Syntax syntax, ValueType expected) {
        return syntax instanceof Syntax.Name(_, var name)
                        && expected instanceof Choice(var choice)
                        && choice.options().containsKey(name)
                        && names.find(name).isEmpty()
                ? Optional.of(new Literal(name, expected))
                : Optional.empty();
    }

    /** Where several options are expected, one will do, or a list: {@code ["a", "b"]}. */
    private Optional<TypedExpression> options(Syntax syntax, ValueType expected) {
        if (!(expected instanceof Several(Choice(var choice)))) {
            return Optional.empty();
        }
        var given = syntax instanceof Syntax.Items(_, var items) ? items : List.of(syntax);
        var names = new HashSet<Object>();
        for (var item : given) {
            if (item instanceof Syntax.Constant(_, var literal)
                    && literal.value() instanceof String name
                    && choice.options().containsKey(name)) {
                names.add(name);
            }
        }
        var chosen = choice.options().keySet().stream().filter(names::contains).toList();
        return chosen.isEmpty() || chosen.size() < given.size()
                ? Optional.empty()
                : Optional.of(new Literal(chosen, expected));
    }

    /** A value; a list alone is none. */
    Optional<TypedExpression> bind(Syntax syntax) {
        return either(syntax)
                .flatMap(bound ->
                        switch (bound) {
                            case Bound.Value(var expression) -> Optional.of(expression);
                            case Bound.Many _ -> noValue(syntax);
                        });
    }

    private Optional<TypedExpression> noValue(Syntax list) {
        findings.type("needs_list_function", list.position(), Map.of());
        return Optional.empty();
    }

    /** A value or a list. */
    Optional<Bound> either(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Constant(var position, var literal) ->
                    Optional.of(
                            new Bound.Value(
                                    contexts.at(
                                            position,
                                            new Literal(literal.value(), literal.type()))));
            case Syntax.Name name -> names.resolve(name);
            case Syntax.Member member -> member(member);
            case Syntax.Call call -> call(call);
            case Syntax.Operator operator -> operator(operator).map(Bound.Value::new);
            case Syntax.Items items -> misplacedList(items);
        };
    }

    private Optional<Bound> misplacedList(Syntax.Items items) {
        findings.type("list_outside_in", items.position(), Map.of());
        return Optional.empty();
    }

    private Optional<Bound> member(Syntax.Member member) {
        if (member.of() instanceof Syntax.Name(_, var name) && name.equals(Names.PARAMETERS)) {
            var use = parameters.use(member.name(), member.position());
            return Optional.of(new Bound.Value(contexts.at(member.position(), use)));
        }
        return bind(member.of()).flatMap(of -> members.member(of, member));
    }

    private Optional<Bound> call(Syntax.Call call) {
        if (Lists.isOnlyOfLists(call.function())) {
            return lists.bind(call);
        }
        if (Lists.mayBeOfList(call)) {
            return either(call.arguments().getFirst())
                    .flatMap(subject ->
                            switch (subject) {
                                case Bound.Many list -> lists.bind(call, list);
                                case Bound.Value(var value) ->
                                        calls.isKnown(call)
                                                ? call(call, List.of(value))
                                                : Optional.empty();
                            });
        }
        return calls.isKnown(call)
                ? all(call.arguments()).flatMap(arguments -> call(call, arguments))
                : Optional.empty();
    }

    private Optional<Bound> call(Syntax.Call call, List<TypedExpression> arguments) {
        return calls.bind(call.function(), arguments, call.position()).map(Bound.Value::new);
    }

    private Optional<List<TypedExpression>> all(List<Syntax> parts) {
        var bound = new ArrayList<TypedExpression>();
        for (var part : parts) {
            bind(part).ifPresent(bound::add);
        }
        return bound.size() == parts.size() ? Optional.of(bound) : Optional.empty();
    }

    private Optional<TypedExpression> operator(Syntax.Operator operator) {
        var position = operator.position();
        return switch (operator.symbol()) {
            case AND, OR -> logic(operator);
            case IN -> membership(operator);
            case NOT ->
                    all(operator.operands())
                            .flatMap(it -> contexts.as(it.getFirst(), Simple.BOOLEAN))
                            .map(it -> contexts.at(position, new Not(it)));
            case NEGATE ->
                    all(operator.operands())
                            .flatMap(it -> operators.negate(it.getFirst(), position));
            case CONDITIONAL ->
                    all(operator.operands())
                            .flatMap(it ->
                                    operators.conditional(
                                            it.getFirst(), it.get(1), it.getLast(), position));
            case EQUAL, NOT_EQUAL ->
                    all(operator.operands())
                            .flatMap(it ->
                                    operators.equality(
                                            operator.symbol() == Symbol.EQUAL,
                                            it.getFirst(),
                                            it.getLast(),
                                            position));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    all(operator.operands())
                            .flatMap(it ->
                                    operators.order(
                                            Operators.comparison(operator.symbol()), it, position));
            case PLUS, MINUS, TIMES, OVER, REMAINDER ->
                    all(operator.operands())
                            .flatMap(it ->
                                    operators.arithmetic(
                                            operator.symbol(),
                                            it.getFirst(),
                                            it.getLast(),
                                            position));
        };
    }

    private Optional<TypedExpression> logic(Syntax.Operator operator) {
        var flat = new ArrayList<Syntax>();
        flatten(operator, operator.symbol(), flat);
        var conditions = new ArrayList<TypedExpression>();
        for (var part : flat) {
            bind(part)
                    .flatMap(bound -> contexts.as(bound, Simple.BOOLEAN))
                    .ifPresent(conditions::add);
        }
        return conditions.size() == flat.size()
                ? Optional.of(
                        contexts.at(
                                operator.position(),
                                new Logic(operator.symbol() == Symbol.AND, conditions)))
                : Optional.empty();
    }

    private static void flatten(Syntax part, Symbol symbol, List<Syntax> into) {
        if (part instanceof Syntax.Operator(_, var inner, var operands) && inner == symbol) {
            operands.forEach(operand -> flatten(operand, symbol, into));
        } else {
            into.add(part);
        }
    }

    /** {@code x in tags}: of a field that holds several values. */
    private Optional<TypedExpression> amongSeveral(
            Syntax.Operator operator, List<TypedExpression> both) {
        if (both.getLast().type() instanceof Several several) {
            return operators.has(both.getLast(), several, both.getFirst(), operator.position());
        }
        findings.type("needs_list", operator.operands().getLast().position(), Map.of());
        return Optional.empty();
    }

    private Optional<TypedExpression> membership(Syntax.Operator operator) {
        if (!(operator.operands().getLast() instanceof Syntax.Items(_, var items))) {
            return all(operator.operands()).flatMap(both -> amongSeveral(operator, both));
        }
        var parts = new ArrayList<Syntax>();
        parts.add(operator.operands().getFirst());
        parts.addAll(items);
        return all(parts).flatMap(bound -> operators.membership(bound, operator.position()));
    }
}
