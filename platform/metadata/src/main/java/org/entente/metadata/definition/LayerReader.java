package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.metadata.model.Rank;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads the YAML files of one source. */
public final class LayerReader {

    private static final int MAX_FILES = 5_000;
    private static final Pattern DEFINITIONS =
            Pattern.compile("(?!data/|users\\.ya?ml$).*\\.ya?ml");

    /** First keyword of a definition to the section in which definitions of its kind stand. */
    private static final Map<String, String> SECTIONS =
            Map.of("entity", "entities", "trait", "traits", "role", "roles", "check", "checks");

    private static final List<String> KINDS =
            List.of("entity", "trait", "role", "check", "tenant", "pack");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Node> singles = new LinkedHashMap<>();
    private final Map<String, Map<String, Node>> sections = new LinkedHashMap<>();

    private LayerReader() {}

    /**
     * What was read.
     *
     * @param layer all that could be read; what is unfit is left out or marked, so that no model
     *     comes of it
     * @param problems at {@code model/contract.yaml:12}; of broken YAML {@code …:12:5}
     */
    public record Read(Layer layer, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads definitions; the kind of each is told by its first keyword ({@code entity}, {@code
     * trait}, {@code role}, {@code check}, {@code tenant}, {@code pack}), not by its folder. A
     * tenant's {@code users.yaml}, all below {@code data/} and whatever is not YAML are no
     * definitions and are passed over.
     */
    public static Read read(Rank rank, String source, List<SourceFile> files) {
        return new LayerReader().readAll(rank, source, files);
    }

    private Read readAll(Rank rank, String source, List<SourceFile> files) {
        if (files.size() > MAX_FILES) {
            problems.add(Problem.of(ProblemCode.TOO_MANY, "", Map.of("max", MAX_FILES)));
            return new Read(Layer.empty(rank, source), problems);
        }
        files.stream()
                .filter(file -> DEFINITIONS.matcher(file.path()).matches())
                .forEach(this::read);
        var root = new LinkedHashMap<>(singles);
        sections.forEach((name, entries) -> root.put(name, new Mapping(entries, name)));
        var layer = new Layer(rank, source, new Mapping(root, source));
        return new Read(ShapeCheck.check(layer, problems), problems);
    }

    private void read(SourceFile file) {
        var documents = YamlReader.read(file);
        problems.addAll(documents.problems());
        if (documents.problems().isEmpty()) {
            documents.roots().forEach(this::definition);
        }
    }

    private void definition(Node root) {
        switch (root) {
            case Nothing nothing -> {}
            case Broken broken -> {}
            case Mapping mapping -> ofKind(mapping);
            default -> problems.add(ShapeCheck.wrongType(root, "mapping"));
        }
    }

    private void ofKind(Mapping mapping) {
        mapping.entries().entrySet().stream()
                .filter(entry -> KINDS.contains(entry.getKey()))
                .findFirst()
                .ifPresentOrElse(
                        first -> ofKind(first.getKey(), first.getValue(), mapping),
                        () -> problems.add(unknownKind(mapping)));
    }

    private void ofKind(String kind, Node header, Mapping mapping) {
        var section = SECTIONS.get(kind);
        if (section == null) {
            single(kind, new Mapping(mapping.entries(), header.place()));
        } else if (header instanceof Scalar(Object name, String place)) {
            put(section, name.toString(), mapping.without(kind), place);
        } else {
            problems.add(ShapeCheck.wrongType(header, "name"));
        }
    }

    private static Problem unknownKind(Mapping mapping) {
        var first = mapping.entries().entrySet().stream().findFirst();
        var near =
                mapping.entries().entrySet().stream()
                        .filter(entry -> Names.nearest(entry.getKey(), KINDS).isPresent())
                        .findFirst()
                        .or(() -> first);
        return near.map(entry ->
                        ShapeCheck.unknown(
                                ProblemCode.UNKNOWN_KEYWORD,
                                entry.getValue(),
                                entry.getKey(),
                                KINDS))
                .orElseGet(() ->
                        Problem.of(ProblemCode.MISSING, mapping.place(), Map.of("known", KINDS)));
    }

    private void single(String kind, Mapping body) {
        taken(kind, body.place(), singles.putIfAbsent(kind, body));
    }

    private void put(String section, String name, Mapping body, String place) {
        var entries = sections.computeIfAbsent(section, s -> new LinkedHashMap<>());
        var first = entries.putIfAbsent(name, new Mapping(body.entries(), place));
        taken(name, place, first);
    }

    private void taken(String name, String place, @Nullable Node first) {
        if (first != null) {
            problems.add(
                    Problem.of(
                            ProblemCode.NAME_TAKEN,
                            place,
                            Map.of("name", name, "first", first.place())));
        }
    }
}
