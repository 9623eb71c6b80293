package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;

/**
 * Follows new names of fields, options and related lists into expressions: each word that means one
 * of them, and no other that is spelled alike, is exchanged where it stands.
 */
final class Rewording {

    /** Attributes of a field that are expressions over its own record. */
    private static final List<String> OF_FIELD = List.of("required", "visible", "formula");

    private static final Pattern QUOTED = Pattern.compile("[rR]?(\"\"\"|'''|\"|')");

    private final Model before;
    private final NewNames names;

    private Rewording(Model before, NewNames names) {
        this.before = before;
        this.names = names;
    }

    /**
     * The layer with the new name of a field in its expressions.
     *
     * @param before the model in which they still mean what they say
     */
    static Mapping follow(Mapping root, Model before, DefinitionPath path, String to) {
        var ofField = path.steps().size() == 4 && path.steps().get(2).equals("fields");
        return ofField
                ? new Rewording(before, new NewNames.OfField(before, path, to)).layer(root)
                : root;
    }

    /** The layer with the names that options and lists have since a definition was replaced. */
    static Mapping follow(
            Mapping root, Model before, DefinitionPath path, Mapping was, Mapping is) {
        return new Rewording(before, NewNames.OfParts.between(before, path, was, is)).layer(root);
    }

    private Mapping layer(Mapping root) {
        var changed =
                under(root, "entities", (name, entity) -> entity(before.entity(name), entity));
        return under(changed, "traits", this::trait);
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

    private Mapping entity(Optional<Entity> known, Mapping body) {
        if (known.isEmpty()) {
            return body;
        }
        var entity = known.get();
        var scope = Scope.of(before, entity, Visibility.EVERYTHING);
        var changed = text(body, "name", inScope(scope, Expected.any()));
        changed = under(changed, "fields", (name, field) -> field(entity, scope, name, field));
        changed = under(changed, "rules", (name, rule) -> rule(entity, rule));
        changed = under(changed, "views", (name, view) -> view(scope, view));
        return layout(entity, changed);
    }

    /** What a trait's fields say means the same in every entity that carries it. */
    private Mapping trait(String name, Mapping body) {
        var carriers = before.carriers(name);
        if (carriers.isEmpty()) {
            return body;
        }
        var carrier = carriers.getFirst();
        var scope = Scope.of(before, carrier, Visibility.EVERYTHING);
        return under(body, "fields", (field, written) -> field(carrier, scope, field, written));
    }

    private Mapping field(Entity entity, Scope scope, String name, Mapping body) {
        var changed = body;
        for (var attribute : OF_FIELD) {
            changed = text(changed, attribute, inScope(scope, Expected.any()));
        }
        var known = entity.field(names.earlier(entity, name));
        if (known.isEmpty()) {
            return changed;
        }
        var type = known.get().type();
        var defaults = inScope(scope, Expected.of(ValueType.of(type)));
        changed =
                text(
                        changed,
                        "default",
                        value ->
                                isOption(type, value)
                                        ? option(type, value)
                                        : defaults.apply(value));
        return type instanceof RollUpType rollUp ? rollUp(entity, rollUp, changed) : changed;
    }

    /** An option is a default by its bare name, whatever fields there are. */
    private static boolean isOption(FieldType type, String value) {
        return type instanceof OfOptions choice && choice.options().containsKey(value);
    }

    private String option(FieldType type, String value) {
        return type instanceof OfOptions choice
                ? names.ofOption(choice.options(), value).orElse(value)
                : value;
    }

    private Mapping rollUp(Entity entity, RollUpType rollUp, Mapping body) {
        var list = Computations.list(before, entity, rollUp);
        if (list.isEmpty()) {
            return body;
        }
        var scope = Scope.of(before, list.get().entity(), Visibility.EVERYTHING);
        var word = inScope(scope, Expected.any());
        var over = names.of(meaning(list.get())).orElse(rollUp.over());
        return text(
                text(text(body, "of", word), "when", word),
                "over",
                was -> was.equals(rollUp.over()) ? over : was);
    }

    private static Meaning meaning(RelatedList list) {
        return new Meaning.OfList(list.entity().name(), list.field().name(), list.name());
    }

    private Mapping rule(Entity entity, Mapping body) {
        var scope = Scope.ofChange(before, entity, Visibility.EVERYTHING);
        var changed = text(body, "check", inScope(scope, Expected.any()));
        return text(
                changed, "at", at -> names.of(new Meaning.OfField(entity.name(), at)).orElse(at));
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

    private Mapping layout(Entity entity, Mapping body) {
        if (!(body.entries().get("layout") instanceof Mapping layout)
                || !(layout.entries().get("tabs") instanceof Listing(var tabs, var place))) {
            return body;
        }
        UnaryOperator<String> word = name -> list(entity, name);
        var changed =
                tabs.stream()
                        .map(tab ->
                                tab instanceof Mapping mapping
                                        ? text(mapping, "related", word)
                                        : tab)
                        .toList();
        return body.with("layout", layout.with("tabs", new Listing(changed, place)));
    }

    private String list(Entity entity, String name) {
        return RelatedList.of(before, entity).stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .flatMap(list -> names.of(meaning(list)))
                .orElse(name);
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
        var changed = text;
        var places =
                uses.stream()
                        .sorted(java.util.Comparator.comparingInt(Use::position).reversed())
                        .toList();
        for (var use : places) {
            var to = names.of(use.meaning());
            if (to.isPresent()) {
                changed = exchanged(changed, use, to.get());
            }
        }
        return changed;
    }

    private static String exchanged(String text, Use use, String to) {
        var was = NewNames.spelled(use.meaning());
        var place = text.offsetByCodePoints(0, use.position());
        var from = use.meaning() instanceof Meaning.OfOption ? quoted(text, place) : place;
        return text.startsWith(was, from)
                ? text.substring(0, from) + to + text.substring(from + was.length())
                : text;
    }

    /** Where a text begins behind its quotation mark, of which there may be three. */
    private static int quoted(String text, int place) {
        var mark = QUOTED.matcher(text).region(place, text.length());
        return mark.lookingAt() ? mark.end() : place;
    }
}
