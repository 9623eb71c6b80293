package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Coalesce;
import org.entente.metadata.expression.TypedExpression.Conditional;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Model;

/**
 * Gives expressions the type that their place asks for: a constant text is read as that type, a
 * parameter takes it, a null has it.
 */
final class Contexts {

    private final Model model;
    private final Findings findings;
    private final ParameterTypes parameters;
    private final Uses uses = new Uses();
    private final IdentityHashMap<TypedExpression, Integer> places = new IdentityHashMap<>();

    Contexts(Model model, Findings findings, ParameterTypes parameters) {
        this.model = model;
        this.findings = findings;
        this.parameters = parameters;
    }

    /** What the text uses of the model. */
    Uses uses() {
        return uses;
    }

    /** Notes where an expression stands. */
    <T extends TypedExpression> T at(int position, T expression) {
        places.put(expression, position);
        return expression;
    }

    int place(TypedExpression expression) {
        return places.getOrDefault(expression, 0);
    }

    /** Whether its place may still decide the type: of constant texts, nulls and new parameters. */
    static boolean isOpen(TypedExpression expression) {
        return switch (expression) {
            case Literal literal -> literal.type() == Simple.NULL || literal.type() == Simple.TEXT;
            case Input input -> input.type() == Simple.NULL;
            case Conditional either -> isOpen(either.then()) && isOpen(either.otherwise());
            case Coalesce first -> first.arguments().stream().allMatch(Contexts::isOpen);
            default -> false;
        };
    }

    /** The expression as a value of this type, or empty with a problem reported. */
    Optional<TypedExpression> as(TypedExpression expression, ValueType wanted) {
        if (isOpen(expression)) {
            return settle(expression, wanted);
        }
        if (expression instanceof Literal(var value, var type)
                && type == Simple.INTEGER
                && wanted == Simple.DECIMAL) {
            return Optional.of(at(place(expression), new Literal(value, Simple.DECIMAL)));
        }
        if (isInteger(expression) && wanted == Simple.DECIMAL && expression instanceof Input use) {
            return Optional.of(at(place(expression), parameters.settle(use, wanted)));
        }
        if (Types.fits(expression.type(), wanted, model)) {
            return Optional.of(expression);
        }
        mismatch(expression, wanted);
        return Optional.empty();
    }

    private static boolean isInteger(TypedExpression expression) {
        return expression.type() == Simple.INTEGER;
    }

    /** All of them as values of one type, or empty with problems reported. */
    Optional<List<TypedExpression>> allAs(List<TypedExpression> expressions, ValueType wanted) {
        var settled = new ArrayList<TypedExpression>();
        for (var expression : expressions) {
            as(expression, wanted).ifPresent(settled::add);
        }
        return settled.size() == expressions.size() ? Optional.of(settled) : Optional.empty();
    }

    /**
     * The one type of expressions that stand side by side: NULL when nothing tells it, empty with a
     * problem reported when there is none.
     */
    Optional<ValueType> common(List<TypedExpression> expressions, int position, String reason) {
        Optional<ValueType> common = Optional.empty();
        for (var expression : expressions) {
            if (!isSimple(expression)) {
                return Optional.empty();
            }
            if (isOpen(expression)) {
                continue;
            }
            var type = expression.type();
            var joined =
                    common.isEmpty() ? Optional.of(type) : Types.join(common.get(), type, model);
            if (joined.isEmpty()) {
                disagree(common.get(), expression, position, reason);
                return Optional.empty();
            }
            common = joined;
        }
        return common.isPresent() ? common : Optional.of(openType(expressions));
    }

    private static ValueType openType(List<TypedExpression> open) {
        return open.stream().anyMatch(one -> one.type() == Simple.TEXT) ? Simple.TEXT : Simple.NULL;
    }

    /** Whether a value has neither parts nor items, which is reported. */
    boolean isSimple(TypedExpression expression) {
        if (expression.type() instanceof Several || expression.type() == Simple.JSON) {
            findings.type(
                    expression.type() == Simple.JSON ? "only_presence" : "is_a_list",
                    place(expression),
                    Map.of("found", Types.word(expression.type())));
            return false;
        }
        if (!Types.isStructured(expression.type())) {
            return true;
        }
        findings.type(
                "needs_part",
                place(expression),
                Map.of(
                        "found",
                        Types.word(expression.type()),
                        "options",
                        Members.parts(expression.type())));
        return false;
    }

    private Optional<TypedExpression> settle(TypedExpression open, ValueType wanted) {
        return switch (open) {
            case Literal(var value, _) when value == null ->
                    Optional.of(at(place(open), new Literal(null, wanted)));
            case Literal(var value, _) -> constant(open, String.valueOf(value), wanted);
            case Input use -> Optional.of(at(place(open), parameters.settle(use, wanted)));
            case Conditional(var condition, var then, var otherwise, _) -> {
                var one = as(then, wanted);
                var other = as(otherwise, wanted);
                yield one.flatMap(a ->
                        other.map(b -> at(place(open), new Conditional(condition, a, b, wanted))));
            }
            case Coalesce(var arguments, _) ->
                    allAs(arguments, wanted)
                            .map(settled -> at(place(open), new Coalesce(settled, wanted)));
            default -> Optional.of(open);
        };
    }

    private Optional<TypedExpression> constant(
            TypedExpression literal, String text, ValueType wanted) {
        var value = Constants.read(text, wanted);
        if (value.isPresent()) {
            if (wanted instanceof Choice(var choice)) {
                uses.add(place(literal), new Use.Meaning.OfOption(choice, text));
            }
            return Optional.of(at(place(literal), new Literal(value.get(), wanted)));
        }
        if (!Constants.standsFor(wanted)) {
            mismatch(literal, wanted);
            return Optional.empty();
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("found", text.length() > 60 ? text.substring(0, 60) : text);
        facts.put("expected", Types.word(wanted));
        if (wanted instanceof Choice(var choice)) {
            facts.put("options", List.copyOf(choice.options().keySet()));
        }
        findings.type(
                wanted instanceof Choice ? "not_an_option" : "not_readable_as",
                place(literal),
                facts);
        return Optional.empty();
    }

    private void mismatch(TypedExpression expression, ValueType wanted) {
        if (!isSimple(expression)) {
            return;
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("expected", Types.word(wanted));
        facts.put("found", Types.word(expression.type()));
        entities(facts, "expected_entity", wanted);
        entities(facts, "found_entity", expression.type());
        conflict(expression, facts, "wrong_type", place(expression));
    }

    private void disagree(ValueType type, TypedExpression expression, int position, String reason) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("left", Types.word(type));
        facts.put("right", Types.word(expression.type()));
        entities(facts, "left_entity", type);
        entities(facts, "right_entity", expression.type());
        conflict(expression, facts, reason, position);
    }

    /** A parameter that does not fit here took its type elsewhere. */
    private void conflict(
            TypedExpression expression, Map<String, Object> facts, String reason, int position) {
        if (expression instanceof Input(var kind, var name, _) && kind == Input.Kind.PARAMETER) {
            facts.put("name", name);
            findings.type("parameter_conflict", place(expression), facts);
        } else {
            findings.type(reason, position, facts);
        }
    }

    private static void entities(Map<String, Object> facts, String fact, ValueType type) {
        switch (type) {
            case ToEntity(var entity) -> facts.put(fact, entity);
            case ToTrait(var trait) -> facts.put(fact, trait);
            case Choice _, Simple _, Several _ -> {}
        }
    }
}
