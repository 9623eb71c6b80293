package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Field;
import org.entente.spi.ProblemCode;

/** Finds what a name means, in the scope or on a value. */
final class Names {

    static final String PARAMETERS = "params";
    private static final String USER = "user";
    private static final String ID = "id";
    private static final int MOST_STEPS = 5;
    private static final Set<Part> MONEY = Set.of(Part.AMOUNT, Part.CURRENCY);
    private static final Map<String, Function> DATE_PARTS =
            Map.of(
                    "year", Function.YEAR,
                    "month", Function.MONTH,
                    "day", Function.DAY,
                    "weekday", Function.WEEKDAY);

    private final Scope scope;
    private final Findings findings;
    private final Contexts contexts;
    private final Fields fields;

    Names(Scope scope, Findings findings, Contexts contexts) {
        this.scope = scope;
        this.findings = findings;
        this.contexts = contexts;
        this.fields = new Fields(scope);
    }

    /** A name that stands alone. */
    Optional<TypedExpression> resolve(Syntax.Name syntax) {
        var found = find(syntax.name());
        if (found.isEmpty()) {
            unknown(syntax);
        }
        return found.map(expression -> contexts.at(syntax.position(), expression));
    }

    /** What a name that stands alone means, if anything. */
    Optional<TypedExpression> find(String name) {
        return switch (name) {
            case "me" -> Optional.of(new Input(Input.Kind.ME, "", new ToEntity(USER)));
            case "now" -> Optional.of(new Input(Input.Kind.NOW, "", Simple.DATE_TIME));
            case "today" -> Optional.of(new Input(Input.Kind.TODAY, "", Simple.DATE));
            case PARAMETERS -> Optional.empty();
            default -> aliasOrField(name);
        };
    }

    private Optional<TypedExpression> aliasOrField(String name) {
        var alias = scope.aliases().get(name);
        if (alias != null) {
            return Optional.of(alias);
        }
        if (name.equals(ID)) {
            return scope.row().map(row -> new Self(List.of(), new ToEntity(row.name())));
        }
        return scope.row()
                .flatMap(row -> fields.of(row.name(), name))
                .map(field -> path(List.of(), field));
    }

    private void unknown(Syntax.Name syntax) {
        if (syntax.name().equals(PARAMETERS)) {
            findings.type("needs_parameter_name", syntax.position(), Map.of());
            return;
        }
        var near = new LinkedHashSet<>(scope.aliases().keySet());
        if (scope.row().isPresent()) {
            var entity = scope.row().get().name();
            near.addAll(fields.names(entity));
            unknownField(syntax.name(), entity, near, syntax.position());
        } else {
            findings.report(
                    ProblemCode.UNKNOWN_NAME,
                    "unknown_name",
                    syntax.position(),
                    Map.of("name", syntax.name(), "options", Nearest.to(syntax.name(), near)));
        }
    }

    private void unknownField(String name, String entity, Set<String> near, int position) {
        findings.report(
                ProblemCode.UNKNOWN_FIELD,
                "unknown_field",
                position,
                Map.of("name", name, "entity", entity, "options", Nearest.to(name, near)));
    }

    /** {@code of.name}. */
    Optional<TypedExpression> member(TypedExpression of, Syntax.Member syntax) {
        return switch (of) {
            case Input(var kind, _, _) when kind == Input.Kind.ME -> mine(of, syntax);
            case Path path when path.type() instanceof ToEntity(var entity) ->
                    follow(path, new Target(entity, false), syntax);
            case Path path when path.type() instanceof ToTrait(var trait) ->
                    follow(path, new Target(trait, true), syntax);
            case Path path when Types.isStructured(path.type()) -> part(path, syntax);
            default -> datePart(of, syntax);
        };
    }

    private record Target(String name, boolean trait) {}

    private Optional<TypedExpression> follow(Path path, Target target, Syntax.Member syntax) {
        if (syntax.name().equals(ID)) {
            return Optional.of(contexts.at(syntax.position(), path));
        }
        var steps = new ArrayList<>(path.through());
        steps.add(new Step(holder(path), path.field(), target.name(), target.trait()));
        if (steps.size() > MOST_STEPS) {
            findings.report(
                    ProblemCode.EXPRESSION_TOO_LARGE,
                    "path_too_long",
                    syntax.position(),
                    Map.of("limit", MOST_STEPS));
            return Optional.empty();
        }
        var field =
                target.trait()
                        ? fields.ofTrait(target.name(), syntax.name())
                        : fields.of(target.name(), syntax.name());
        if (field.isEmpty()) {
            var near =
                    target.trait() ? fields.traitNames(target.name()) : fields.names(target.name());
            unknownField(syntax.name(), target.name(), near, syntax.position());
        }
        return field.map(found -> contexts.at(syntax.position(), path(steps, found)));
    }

    private String holder(Path path) {
        return path.through().isEmpty()
                ? scope.row().orElseThrow().name()
                : path.through().getLast().target();
    }

    private static Path path(List<Step> through, Field field) {
        return new Path(through, field, Optional.empty(), ValueType.of(field.type()));
    }

    private Optional<TypedExpression> part(Path path, Syntax.Member syntax) {
        var options = parts(path.type());
        if (!options.contains(syntax.name())) {
            findings.type(
                    "no_such_part",
                    syntax.position(),
                    Map.of(
                            "name",
                            syntax.name(),
                            "found",
                            Types.word(path.type()),
                            "options",
                            options));
            return Optional.empty();
        }
        var part = Part.valueOf(syntax.name().toUpperCase(Locale.ROOT));
        var type = part == Part.AMOUNT ? Simple.DECIMAL : Simple.TEXT;
        var found = new Path(path.through(), path.field(), Optional.of(part), type);
        return Optional.of(contexts.at(syntax.position(), found));
    }

    /** The words for the parts of money or of an address. */
    static List<String> parts(ValueType type) {
        var money = type == Simple.MONEY;
        return List.of(Part.values()).stream()
                .filter(part -> MONEY.contains(part) == money)
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<TypedExpression> mine(TypedExpression me, Syntax.Member syntax) {
        if (syntax.name().equals(ID)) {
            return Optional.of(contexts.at(syntax.position(), me));
        }
        var field = fields.of(USER, syntax.name());
        if (field.isEmpty()) {
            unknownField(syntax.name(), USER, fields.names(USER), syntax.position());
            return Optional.empty();
        }
        var type = ValueType.of(field.get().type());
        if (type != Simple.TEXT) {
            findings.type(
                    "not_known_of_me",
                    syntax.position(),
                    Map.of("name", syntax.name(), "expected", "text", "found", Types.word(type)));
            return Optional.empty();
        }
        var input = new Input(Input.Kind.MY_FIELD, syntax.name(), type);
        return Optional.of(contexts.at(syntax.position(), input));
    }

    private Optional<TypedExpression> datePart(TypedExpression of, Syntax.Member syntax) {
        var function = DATE_PARTS.get(syntax.name());
        if (function != null && (of.type() == Simple.DATE || of.type() == Simple.DATE_TIME)) {
            var part = new Operation(function, List.of(of), Simple.INTEGER);
            return Optional.of(contexts.at(syntax.position(), part));
        }
        var found = of.type();
        findings.type(
                found instanceof Choice || found instanceof Simple ? "no_such_part" : "not_a_path",
                syntax.position(),
                Map.of("name", syntax.name(), "found", Types.word(found), "options", List.of()));
        return Optional.empty();
    }
}
