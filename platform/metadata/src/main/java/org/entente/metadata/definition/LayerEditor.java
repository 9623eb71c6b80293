package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.definition.PlainTree.Places;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Applies the edits of a change set to a tenant's layer. */
public final class LayerEditor {

    private final List<Layer> lower;
    private final String source;
    private final List<Problem> problems = new ArrayList<>();
    private Mapping root;

    private LayerEditor(Layer tenant, List<Layer> lower) {
        this.lower = lower;
        this.source = tenant.source();
        this.root = tenant.root();
    }

    /**
     * The tenant's layer after all edits, in order; or every problem, at {@code /edits/3/path} or
     * {@code /edits/3/value/…}. Whether the outcome makes a model is for {@link ModelCompiler} to
     * say; places in the new layer point at the edits too.
     *
     * @param lower the layers below the tenant's, whose definitions may be added to
     */
    public static Outcome<Layer> apply(Layer tenant, List<Layer> lower, List<Edit> edits) {
        var editor = new LayerEditor(tenant, lower);
        for (int i = 0; i < edits.size(); i++) {
            editor.apply(edits.get(i), "/edits/" + i);
        }
        var edited =
                ShapeCheck.check(
                        new Layer(tenant.rank(), tenant.source(), editor.root), editor.problems);
        return editor.problems.isEmpty() ? Outcome.done(edited) : Outcome.refused(editor.problems);
    }

    private void apply(Edit edit, String at) {
        var path = DefinitionPath.parse(edit.path());
        if (path.isEmpty()) {
            refuse(ProblemCode.UNKNOWN_PATH, at + "/path", Map.of("path", edit.path()));
            return;
        }
        switch (edit) {
            case Edit.Put(String text, Object value, boolean emptying) ->
                    put(path.get(), value, at);
            case Edit.Remove(String text) -> remove(path.get(), at);
            case Edit.Rename(String text, String to) -> rename(path.get(), to, at);
        }
    }

    private void put(DefinitionPath path, @Nullable Object value, String at) {
        if (path.whole().isPresent() && !isKnown(path.whole().get())) {
            unknownPath(path, at);
            return;
        }
        if (!path.nameless() && !nameFits(path, path.name(), at + "/path")) {
            return;
        }
        var node = PlainTree.read(value, at + "/value", Places.POINTER, problems);
        if (!(node instanceof Mapping body)) {
            problems.add(ShapeCheck.wrongType(node, "mapping"));
            return;
        }
        var named = withoutHeader(path, body);
        if (NodeTree.at(root, path.steps()).orElse(named) instanceof Mapping was) {
            replace(path, was, KeyAdoption.adopt(named, was));
        } else {
            root = NodeTree.put(root, path.steps(), named);
        }
    }

    /** What has the same key under another name is followed by whoever uses it. */
    private void replace(DefinitionPath path, Mapping was, Mapping is) {
        var before = root;
        root = NodeTree.put(root, path.steps(), is);
        if (NewNames.OfParts.differ(path, was, is)) {
            root =
                    model(before)
                            .map(model -> Rewording.follow(root, model, path, was, is))
                            .orElse(root);
        }
    }

    /** A value may say its own name as a file does, {@code entity: contract}. */
    private Mapping withoutHeader(DefinitionPath path, Mapping body) {
        var keyword = path.keyword();
        var header = keyword.map(word -> body.entries().get(word));
        if (keyword.isEmpty() || header.isEmpty() || path.nameless()) {
            return body;
        }
        if (!(header.get() instanceof Scalar(Object name, String place))
                || !name.equals(path.name())) {
            refuse(
                    ProblemCode.INVALID_VALUE,
                    header.get().place(),
                    Map.of("expected", path.name()));
        }
        return body.without(keyword.get());
    }

    private void remove(DefinitionPath path, String at) {
        if (!isOwn(path, at)) {
            return;
        }
        if (path.steps().equals(List.of("tenant"))) {
            refuse(ProblemCode.CHANGE_NOT_SUPPORTED, at + "/path", Map.of("path", path.text()));
            return;
        }
        root = NodeTree.remove(root, path.steps());
    }

    private void rename(DefinitionPath path, String to, String at) {
        if (!isOwn(path, at)) {
            return;
        }
        var isBelow = lower.stream().anyMatch(layer -> has(layer.root(), path.steps()));
        if (path.nameless() || isBelow) {
            refuse(ProblemCode.CHANGE_NOT_SUPPORTED, at + "/path", Map.of("path", path.text()));
            return;
        }
        var renamed = new ArrayList<>(path.holder());
        renamed.add(to);
        if (isKnown(new DefinitionPath(renamed))) {
            refuse(ProblemCode.NAME_TAKEN, at + "/to", Map.of("name", to));
        } else if (nameFits(path, to, at + "/to")) {
            var before = model(root);
            keepKey(path);
            root = NodeTree.rename(root, path.steps(), to);
            root = before.map(model -> Rewording.follow(root, model, path, to)).orElse(root);
            root = Renaming.follow(root, path, to);
        }
    }

    /** What the definitions mean by now, if they make sense. */
    private Optional<Model> model(Mapping own) {
        var layers = new ArrayList<>(lower);
        layers.add(new Layer(Rank.TENANT, source, own));
        return ModelCompiler.compile(0, layers).model();
    }

    private boolean nameFits(DefinitionPath path, String name, String at) {
        var section = path.holder().getLast();
        var problem =
                !Names.isName(name)
                        ? ProblemCode.INVALID_NAME
                        : Set.of("entities", "fields").contains(section) && Names.isReserved(name)
                                ? ProblemCode.RESERVED_NAME
                                : null;
        if (problem != null) {
            refuse(problem, at, Map.of("name", name));
        }
        return problem == null;
    }

    /** A key that so far followed from the old name is written down. */
    private void keepKey(DefinitionPath path) {
        if (NodeTree.at(root, path.steps()).orElse(root) instanceof Mapping body
                && !body.entries().containsKey("key")) {
            var key = new Scalar(Keys.derived(source, path.text()), body.place());
            root = NodeTree.put(root, path.steps(), body.with("key", key));
        }
    }

    private boolean isOwn(DefinitionPath path, String at) {
        if (has(root, path.steps())) {
            return true;
        }
        var below = lower.stream().filter(layer -> has(layer.root(), path.steps())).findFirst();
        below.ifPresentOrElse(
                layer ->
                        refuse(
                                ProblemCode.CHANGE_NOT_SUPPORTED,
                                at + "/path",
                                Map.of("path", path.text(), "source", layer.source())),
                () -> unknownPath(path, at));
        return false;
    }

    private boolean isKnown(DefinitionPath path) {
        return has(root, path.steps())
                || lower.stream().anyMatch(layer -> has(layer.root(), path.steps()));
    }

    private static boolean has(Mapping root, List<String> steps) {
        return NodeTree.at(root, steps).isPresent();
    }

    private void unknownPath(DefinitionPath path, String at) {
        refuse(ProblemCode.UNKNOWN_PATH, at + "/path", Map.of("path", path.text()));
    }

    private void refuse(ProblemCode code, String at, Map<String, Object> details) {
        problems.add(Problem.of(code, at, details));
    }
}
