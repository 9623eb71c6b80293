package org.entente.metadata.expression;

import java.util.ArrayList;
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
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Field;
import org.entente.spi.ProblemCode;

/** Finds what a name means that stands behind a dot. */
final class Members {

    private static final int MOST_STEPS = 5;
    private static final Map<ValueType, List<Part>> PARTS =
            Map.of(
                    Simple.MONEY, List.of(Part.AMOUNT, Part.CURRENCY),
                    Simple.GEO, List.of(Part.LAT, Part.LON),
                    Simple.FILE, List.of(Part.NAME, Part.TYPE, Part.SIZE, Part.SHA256),
                    Simple.ADDRESS,
                            List.of(
                                    Part.STREET,
                                    Part.LINE2,
                                    Part.POSTAL_CODE,
                                    Part.CITY,
                                    Part.REGION,
                                    Part.COUNTRY));
    private static final Set<Part> NUMBERS = Set.of(Part.AMOUNT, Part.LAT, Part.LON);
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
    private final Variables variables;

    Members(Scope scope, Findings findings, Contexts contexts, Variables variables) {
        this.scope = scope;
        this.findings = findings;
        this.contexts = contexts;
        this.fields = new Fields(scope);
        this.variables = variables;
    }

    /** A record that names are sought on. */
    private record Holder(Start start, List<Step> through, String name, boolean trait) {}

    /** {@code of.name}. */
    Optional<Bound> member(TypedExpression of, Syntax.Member syntax) {
        return switch (of) {
            case Input(var kind, _, _) when kind == Input.Kind.ME -> value(mine(of, syntax));
            case Path path when path.type() instanceof ToEntity(var entity) ->
                    follow(path, entity, false, syntax);
            case Path path when path.type() instanceof ToTrait(var trait) ->
                    follow(path, trait, true, syntax);
            case Path path when Types.isStructured(path.type()) -> value(part(path, syntax));
            case Self(var start, var through, ToEntity(var entity))
                    when !(start instanceof Start.Own) ->
                    on(of, new Holder(start, through, entity, false), syntax);
            default -> value(datePart(of, syntax));
        };
    }

    private static Optional<Bound> value(Optional<TypedExpression> expression) {
        return expression.map(Bound.Value::new);
    }

    private Optional<Bound> follow(Path path, String target, boolean trait, Syntax.Member syntax) {
        var steps = new ArrayList<>(path.through());
        steps.add(new Step(holder(path), path.field(), target, trait));
        if (steps.size() > MOST_STEPS) {
            findings.report(
                    ProblemCode.EXPRESSION_TOO_LARGE,
                    "path_too_long",
                    syntax.position(),
                    Map.of("limit", MOST_STEPS));
            return Optional.empty();
        }
        return on(path, new Holder(path.start(), steps, target, trait), syntax);
    }

    private String holder(Path path) {
        return holder(path.start(), path.through());
    }

    /** The entity that has the field at the end of a path. */
    String holder(Start start, List<Step> through) {
        if (!through.isEmpty()) {
            return through.getLast().target();
        }
        return switch (start) {
            case Start.Own _, Start.Before _ -> scope.row().orElseThrow().name();
            case Start.Item item -> variables.entityOf(item);
        };
    }

    private Optional<Bound> on(TypedExpression of, Holder holder, Syntax.Member syntax) {
        if (syntax.name().equals(Names.ID)) {
            return Optional.of(new Bound.Value(contexts.at(syntax.position(), of)));
        }
        var field =
                holder.trait()
                        ? fields.ofTrait(holder.name(), syntax.name())
                        : fields.of(holder.name(), syntax.name());
        if (field.isPresent()) {
            return field.map(found -> new Bound.Value(path(holder, found, syntax)));
        }
        var list = holder.trait() ? Optional.<Bound>empty() : list(holder, syntax);
        if (list.isEmpty()) {
            var near =
                    holder.trait() ? fields.traitNames(holder.name()) : fields.names(holder.name());
            Names.unknownField(findings, syntax.name(), holder.name(), near, syntax.position());
        }
        return list;
    }

    private TypedExpression path(Holder holder, Field field, Syntax.Member syntax) {
        contexts.uses()
                .add(
                        syntax.position(),
                        holder.trait()
                                ? new Use.Meaning.OfTrait(holder.name(), field.name())
                                : new Use.Meaning.OfField(holder.name(), field.name()));
        return contexts.at(syntax.position(), Names.path(holder.start(), holder.through(), field));
    }

    private Optional<Bound> list(Holder holder, Syntax.Member syntax) {
        return fields.list(holder.name(), syntax.name())
                .map(list -> {
                    contexts.uses().add(syntax.position(), Fields.use(list));
                    return Bound.Many.of(
                            new Related(
                                    holder.start(),
                                    holder.through(),
                                    holder.name(),
                                    list.entity().name(),
                                    list.field()),
                            variables.next());
                });
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
        var type =
                part == Part.SIZE
                        ? Simple.INTEGER
                        : NUMBERS.contains(part) ? Simple.DECIMAL : Simple.TEXT;
        return Optional.of(contexts.at(syntax.position(), path.to(part, type)));
    }

    /** The words for the parts of a value that has parts. */
    static List<String> parts(ValueType type) {
        return PARTS.getOrDefault(type, List.of()).stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<TypedExpression> mine(TypedExpression me, Syntax.Member syntax) {
        if (syntax.name().equals(Names.ID)) {
            return Optional.of(contexts.at(syntax.position(), me));
        }
        var field = fields.of(Names.USER, syntax.name());
        if (field.isEmpty()) {
            Names.unknownField(
                    findings,
                    syntax.name(),
                    Names.USER,
                    fields.names(Names.USER),
                    syntax.position());
            return Optional.empty();
        }
        var type = ValueType.of(field.get().type());
        if (type != Simple.TEXT && !type.equals(Names.TEAMS_OF_USER)) {
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
                found instanceof Choice || found instanceof Simple || found instanceof Several
                        ? "no_such_part"
                        : "not_a_path",
                syntax.position(),
                Map.of("name", syntax.name(), "found", Types.word(found), "options", List.of()));
        return Optional.empty();
    }
}
