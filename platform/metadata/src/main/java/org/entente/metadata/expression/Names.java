package org.entente.metadata.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.spi.ProblemCode;

/** Finds what a name that stands alone means. */
final class Names {

    static final String PARAMETERS = "params";
    static final String USER = "user";
    static final String ID = "id";

    /** The one list that is known of {@code me}. */
    static final ValueType TEAMS_OF_USER = new ValueType.Several(new ToEntity("team"));

    private static final String OLD = "old";

    private final Scope scope;
    private final Findings findings;
    private final Contexts contexts;
    private final Fields fields;
    private final Variables variables;

    Names(Scope scope, Findings findings, Contexts contexts, Variables variables) {
        this.scope = scope;
        this.findings = findings;
        this.contexts = contexts;
        this.fields = new Fields(scope);
        this.variables = variables;
    }

    /** A value or a list. */
    Optional<Bound> resolve(Syntax.Name syntax) {
        var value = find(syntax.name());
        if (value.isPresent()) {
            note(syntax, value.get());
            return value.map(found -> new Bound.Value(contexts.at(syntax.position(), found)));
        }
        var list = list(syntax);
        if (list.isEmpty()) {
            unknown(syntax);
        }
        return list;
    }

    private void note(Syntax.Name syntax, TypedExpression found) {
        if (found instanceof Path path
                && path.start() instanceof Start.Own
                && variables.find(syntax.name()).isEmpty()) {
            var entity = scope.row().orElseThrow().name();
            contexts.uses().add(syntax.position(), new Use.Meaning.OfField(entity, syntax.name()));
        }
    }

    /** What a name that stands alone means as a value, if anything. */
    Optional<TypedExpression> find(String name) {
        return switch (name) {
            case "me" -> Optional.of(new Input(Input.Kind.ME, "", new ToEntity(USER)));
            case "now" -> Optional.of(new Input(Input.Kind.NOW, "", Simple.DATE_TIME));
            case "today" -> Optional.of(new Input(Input.Kind.TODAY, "", Simple.DATE));
            case PARAMETERS -> Optional.empty();
            case OLD -> scope.row().filter(row -> scope.old()).map(Names::before);
            default -> variables.find(name).or(() -> aliasOrField(name));
        };
    }

    private static TypedExpression before(Entity row) {
        return new Self(new Start.Before(), List.of(), new ToEntity(row.name()));
    }

    private Optional<TypedExpression> aliasOrField(String name) {
        var alias = scope.aliases().get(name);
        if (alias != null) {
            return Optional.of(alias);
        }
        if (name.equals(ID)) {
            return scope.row().map(row -> Self.own(new ToEntity(row.name())));
        }
        return scope.row()
                .flatMap(row -> fields.of(row.name(), name))
                .map(field -> path(Start.own(), List.of(), field));
    }

    static Path path(Start start, List<Step> through, Field field) {
        return new Path(start, through, field, Optional.empty(), ValueType.of(field.type()));
    }

    private Optional<Bound> list(Syntax.Name syntax) {
        return scope.row()
                .flatMap(row ->
                        fields.list(row.name(), syntax.name())
                                .map(list -> {
                                    contexts.uses().add(syntax.position(), Fields.use(list));
                                    return Bound.Many.of(
                                            new Related(
                                                    Start.own(),
                                                    List.of(),
                                                    row.name(),
                                                    list.entity().name(),
                                                    list.field()),
                                            variables.next());
                                }));
    }

    private void unknown(Syntax.Name syntax) {
        if (syntax.name().equals(PARAMETERS)) {
            findings.type("needs_parameter_name", syntax.position(), Map.of());
            return;
        }
        var near = new LinkedHashSet<>(scope.aliases().keySet());
        near.addAll(variables.names());
        if (scope.row().isPresent()) {
            var entity = scope.row().get().name();
            near.addAll(fields.names(entity));
            unknownField(findings, syntax.name(), entity, near, syntax.position());
        } else {
            findings.report(
                    ProblemCode.UNKNOWN_NAME,
                    "unknown_name",
                    syntax.position(),
                    Map.of("name", syntax.name(), "options", Nearest.to(syntax.name(), near)));
        }
    }

    static void unknownField(
            Findings findings, String name, String entity, Set<String> near, int position) {
        findings.report(
                ProblemCode.UNKNOWN_FIELD,
                "unknown_field",
                position,
                Map.of("name", name, "entity", entity, "options", Nearest.to(name, near)));
    }
}
