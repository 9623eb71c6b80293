package org.entente.engine.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.engine.access.Rights;
import org.entente.engine.query.PlannedPage.Column;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Culprit;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Expressions compiled once for each model, set of roles and text. The memory is bounded; a model
 * that nobody holds any more takes its expressions along.
 */
public final class Expressions {

    static final TypedExpression NULL = new Literal(null, Simple.NULL);

    private static final int MOST_MODELS = 500;
    private static final int MOST_TEXTS = 2_000;

    private final Cache<Model, Cache<Key, Outcome<Compiled>>> compiled =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_MODELS).build();

    /**
     * An expression in both forms.
     *
     * @param whole with what computed fields come from in their place
     */
    private record Compiled(BoundExpression bound, TypedExpression whole) {}

    private final Cache<Model, Cache<InSight, List<Column>>> columns =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_MODELS).build();

    private record InSight(String entity, Set<String> roles) {}

    /** All columns that these roles may read of an entity, put together once. */
    List<Column> columns(
            Model model, Entity entity, Rights rights, Supplier<List<Column>> together) {
        var ofModel =
                columns.get(model, any -> Caffeine.newBuilder().maximumSize(MOST_TEXTS).build());
        return ofModel.get(new InSight(entity.name(), rights.roles()), any -> together.get());
    }

    /** Whose eyes: the system's see everything, others see what their roles let them. */
    private record Key(
            String entity, Optional<Set<String>> roles, String text, Expected expected) {}

    /** The field itself, as the system sees it. */
    TypedExpression own(Model model, Entity entity, Field field) {
        return trusted(model, entity, field.name(), Expected.any());
    }

    /** What an expression must answer to become a value of a field. */
    public Expected expectedOf(Model model, Entity entity, Field field) {
        return Expected.of(own(model, entity, field).type());
    }

    /** The expression that names a record of an entity. */
    TypedExpression naming(Model model, Entity entity) {
        return trusted(model, entity, entity.naming(), Expected.text());
    }

    /** An expression of the model itself, which was checked when it was defined. */
    public TypedExpression trusted(Model model, Entity entity, String text, Expected expected) {
        var key = new Key(entity.name(), Optional.empty(), text, expected);
        var scope = Scope.of(model, entity, Visibility.EVERYTHING);
        return trusted(text, compile(model, key, scope));
    }

    /** The check of a rule, in which the record as it was before has a name. */
    public TypedExpression rule(Model model, Entity entity, String text) {
        var key = new Key(entity.name(), Optional.empty(), "old " + text, Expected.condition());
        var ofModel = of(model);
        var scope = Scope.ofChange(model, entity, Visibility.EVERYTHING);
        return trusted(
                text, ofModel.get(key, any -> compile(model, scope, text, Expected.condition())));
    }

    private static TypedExpression trusted(String text, Outcome<Compiled> outcome) {
        return switch (outcome) {
            case Outcome.Done<Compiled>(var expression) -> expression.whole();
            case Outcome.Refused<Compiled>(var problems) ->
                    throw new EntenteException(Problem.of(ProblemCode.INTERNAL, text));
        };
    }

    /** A field, or one that references lead to, if a caller's text is nothing else. */
    Optional<TypedExpression> field(Model model, Entity entity, Rights rights, String text) {
        var outcome =
                compile(
                        model,
                        key(entity, rights, text, Expected.any()),
                        scope(model, entity, rights));
        return outcome instanceof Outcome.Done<Compiled>(var expression)
                        && expression.bound().root() instanceof Path
                ? Optional.of(expression.whole())
                : Optional.empty();
    }

    /** A caller's expression. */
    Outcome<TypedExpression> parametrised(
            Asked asked, Entity entity, String text, String at, Parameters parameters) {
        var key = key(entity, asked.rights(), text, Expected.any());
        return use(
                compile(asked.model(), key, scope(asked.model(), entity, asked.rights())),
                at,
                parameters);
    }

    /** A caller's filter. */
    Outcome<TypedExpression> condition(
            Asked asked, Entity entity, String text, Parameters parameters) {
        var key = key(entity, asked.rights(), text, Expected.condition());
        return use(
                compile(asked.model(), key, scope(asked.model(), entity, asked.rights())),
                "/filter",
                parameters);
    }

    /** A condition over the names of an aggregate. */
    Outcome<TypedExpression> overAliases(
            Asked asked, Map<String, Alias> aliases, String text, Parameters parameters) {
        var scope = Scope.of(asked.model(), aliases, asked.rights());
        return use(
                compile(asked.model(), scope, text, Expected.condition()), "/having", parameters);
    }

    private static Outcome<TypedExpression> use(
            Outcome<Compiled> outcome, String at, Parameters parameters) {
        return switch (outcome) {
            case Outcome.Done<Compiled>(var expression) ->
                    parameters
                            .use(expression.bound().parameters(), at)
                            .map(used -> expression.whole());
            case Outcome.Refused<Compiled>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(at)).toList());
        };
    }

    private static Key key(Entity entity, Rights rights, String text, Expected expected) {
        return new Key(entity.name(), Optional.of(rights.roles()), text, expected);
    }

    private static Scope scope(Model model, Entity entity, Rights rights) {
        return Scope.of(model, entity, rights);
    }

    private Cache<Key, Outcome<Compiled>> of(Model model) {
        return compiled.get(model, any -> Caffeine.newBuilder().maximumSize(MOST_TEXTS).build());
    }

    private Outcome<Compiled> compile(Model model, Key key, Scope scope) {
        return of(model).get(key, any -> compile(model, scope, key.text(), key.expected()));
    }

    private static Outcome<Compiled> compile(
            Model model, Scope scope, String text, Expected expected) {
        var outcome =
                ExpressionCompiler.compile(scope, text, expected)
                        .then(bound ->
                                new Inlining(model)
                                        .inline(scope.row(), bound.root())
                                        .map(whole -> new Compiled(bound, whole)));
        return switch (outcome) {
            case Outcome.Done<Compiled> done -> done;
            case Outcome.Refused<Compiled>(var problems) ->
                    Outcome.refused(
                            problems.stream()
                                    .map(one -> Culprit.pointed(one, scope, text, expected))
                                    .toList());
        };
    }
}
