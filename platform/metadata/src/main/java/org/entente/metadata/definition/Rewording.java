package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Use;
import org.entente.metadata.expression.Use.Meaning;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.Model;

/**
 * Follows the renaming of a field into expressions: each word that means the field, and no other
 * that is spelled alike, is exchanged where it stands.
 */
final class Rewording {

    /** Attributes of a field that are expressions over its own record. */
    private static final List<String> OF_FIELD = List.of("required", "visible", "formula");

    private final Model before;
    private final DefinitionPath path;
    private final String to;

    private Rewording(Model before, DefinitionPath path, String to) {
        this.before = before;
        this.path = path;
        this.to = to;
    }

    /**
     * The layer with the new name in its expressions.
     *
     * @param before the model in which they still mean what they say
     */
    static Mapping follow(Mapping root, Model before, DefinitionPath path, String to) {
        var ofField = path.steps().size() == 4 && path.steps().get(2).equals("fields");
        return ofField ? new Rewording(before, path, to).layer(root) : root;
    }

    private Mapping layer(Mapping root) {
        return under(root, "entities", (name, entity) -> entity(before.entity(name), entity));
    }

    private interface Change {
        Mapping of(String name, Mapping body);
    }

    private static Mapping under(Mapping whole, String section, Change change) {
        if (!(whole.entries().get(section) instanceof Mapping parts)) {
            return whole;
        }
        var changed = new LinkedHashMap<String, Node>();
        parts.entries()
                .forEach((name, node) ->
                        changed.put(
                                name, node instanceof Mapping body ? change.of(name, body) : node));
        return whole.with(section, new Mapping(changed, parts.place()));
    }

    private Mapping entity(java.util.Optional<Entity> known, Mapping body) {
        if (known.isEmpty()) {
            return body;
        }
        var entity = known.get();
        var scope = Scope.of(before, entity, Visibility.EVERYTHING);
        var changed = text(body, "name", inScope(scope, Expected.any()));
        changed = under(changed, "fields", (name, field) -> field(entity, scope, name, field));
        changed = under(changed, "rules", (name, rule) -> rule(entity, rule));
        return under(changed, "views", (name, view) -> view(scope, view));
    }

    private Mapping field(Entity entity, Scope scope, String name, Mapping body) {
        var changed = body;
        for (var attribute : OF_FIELD) {
            changed = text(changed, attribute, inScope(scope, Expected.any()));
        }
        var known = entity.field(name.equals(to) && isOf(entity) ? path.name() : name);
        if (known.isEmpty()) {
            return changed;
        }
        var type = known.get().type();
        var defaults = inScope(scope, Expected.of(ValueType.of(type)));
        changed =
                text(
                        changed,
                        "default",
                        value -> isOption(type, value) ? value : defaults.apply(value));
        return type instanceof RollUpType rollUp ? rollUp(entity, rollUp, changed) : changed;
    }

    /** An option is a default by its bare name, whatever fields there are. */
    private static boolean isOption(FieldType type, String value) {
        return type instanceof ChoiceType(var options) && options.containsKey(value);
    }

    private boolean isOf(Entity entity) {
        return path.steps().get(0).equals("entities")
                ? path.steps().get(1).equals(entity.name())
                : entity.traits().contains(path.steps().get(1));
    }

    private Mapping rollUp(Entity entity, RollUpType rollUp, Mapping body) {
        var list = Computations.list(before, entity, rollUp);
        if (list.isEmpty()) {
            return body;
        }
        var scope = Scope.of(before, list.get().entity(), Visibility.EVERYTHING);
        var word = inScope(scope, Expected.any());
        return text(text(body, "of", word), "when", word);
    }

    private Mapping rule(Entity entity, Mapping body) {
        var scope = Scope.ofChange(before, entity, Visibility.EVERYTHING);
        var changed = text(body, "check", inScope(scope, Expected.any()));
        return isOf(entity) ? text(changed, "at", at -> at.equals(path.name()) ? to : at) : changed;
    }

    private Mapping view(Scope scope, Mapping body) {
        var word = inScope(scope, Expected.any());
        UnaryOperator<String> sort =
                text ->
                        text.startsWith("-")
                                ? "-" + word.apply(text.substring(1))
                                : word.apply(text);
        return text(text(text(body, "filter", word), "columns", word), "sort", sort);
    }

    /** A text, or each of several, that stands under a keyword. */
    private static Mapping text(Mapping body, String keyword, UnaryOperator<String> change) {
        var node = body.entries().get(keyword);
        return node == null ? body : body.with(keyword, changed(node, change));
    }

    private static Node changed(Node node, UnaryOperator<String> change) {
        return switch (node) {
            case Scalar(Object value, String place) when value instanceof String text ->
                    new Scalar(change.apply(text), place);
            case Listing(List<Node> items, String place) ->
                    new Listing(items.stream().map(item -> changed(item, change)).toList(), place);
            default -> node;
        };
    }

    private UnaryOperator<String> inScope(Scope scope, Expected expected) {
        return text -> reworded(text, ExpressionCompiler.uses(scope, text, expected));
    }

    /** From the end, so that what stands before keeps its place. */
    private String reworded(String text, List<Use> uses) {
        var was = path.name();
        var changed = text;
        var places =
                uses.stream()
                        .filter(use -> means(use.meaning()))
                        .map(Use::position)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList();
        for (var place : places) {
            var from = changed.offsetByCodePoints(0, place);
            if (changed.startsWith(was, from)) {
                changed = changed.substring(0, from) + to + changed.substring(from + was.length());
            }
        }
        return changed;
    }

    private boolean means(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OfField(var entity, var name) ->
                    name.equals(path.name())
                            && before.entity(entity).filter(this::isOf).isPresent();
            case Meaning.OfTrait(var trait, var name) ->
                    name.equals(path.name())
                            && path.steps().subList(0, 2).equals(List.of("traits", trait));
            case Meaning.OfList _, Meaning.OfOption _ -> false;
        };
    }
}
