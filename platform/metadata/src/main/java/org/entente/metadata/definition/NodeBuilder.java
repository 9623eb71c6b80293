package org.entente.metadata.definition;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the nodes of one file from the events of the YAML parser. */
final class NodeBuilder {

    private static final int MAX_DEPTH = 40;

    /** Counted as if every alias were written out. */
    private static final int MAX_NODES = 100_000;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Set<String> TEXT_TAGS = Set.of("!", "tag:yaml.org,2002:str");
    private static final Set<String> PLAIN_COLLECTION_TAGS =
            Set.of("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

    private final String file;
    private final List<Problem> problems;
    private final List<Node> roots = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;

    NodeBuilder(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    private record Anchored(Node node, int size) {}

    /** A collection whose end was not seen yet. */
    private static final class Open {
        final boolean mapping;
        final String place;
        final Optional<Anchor> anchor;
        final int nodesBefore;
        final Map<String, Node> entries = new LinkedHashMap<>();
        final List<Node> items = new ArrayList<>();
        @Nullable String key;
        String keyPlace = "";
        boolean keyUnfit;

        Open(boolean mapping, String place, Optional<Anchor> anchor, int nodesBefore) {
            this.mapping = mapping;
            this.place = place;
            this.anchor = anchor;
            this.nodesBefore = nodesBefore;
        }

        boolean awaitsKey() {
            return mapping && key == null && !keyUnfit;
        }
    }

    List<Node> roots() {
        return roots;
    }

    /** Takes the next event; false when nothing more should come. */
    boolean accept(Event event) {
        switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case AliasEvent alias -> alias(alias);
            case MappingStartEvent start -> open(start, true, start.getTag());
            case SequenceStartEvent start -> open(start, false, start.getTag());
            default -> {
                if (event.getEventId() == Event.ID.MappingEnd
                        || event.getEventId() == Event.ID.SequenceEnd) {
                    close();
                }
            }
        }
        return withinLimits(event);
    }

    private boolean withinLimits(Event event) {
        if (open.size() <= MAX_DEPTH && nodes <= MAX_NODES) {
            return true;
        }
        problems.add(Problem.of(ProblemCode.TOO_LARGE, place(event)));
        return false;
    }

    private void open(NodeEvent event, boolean mapping, Optional<String> tag) {
        tag.filter(t -> !PLAIN_COLLECTION_TAGS.contains(t)).ifPresent(t -> refuseTag(t, event));
        nodes++;
        open.push(new Open(mapping, place(event), event.getAnchor(), nodes));
    }

    private void close() {
        var done = open.pop();
        Node node =
                done.mapping
                        ? new Mapping(done.entries, placeUnderKey(done.place))
                        : new Listing(done.items, placeUnderKey(done.place));
        done.anchor.ifPresent(
                anchor -> anchors.put(anchor, new Anchored(node, nodes - done.nodesBefore + 1)));
        add(node, done.place);
    }

    private void scalar(ScalarEvent event) {
        nodes++;
        var parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            key(parent, event);
            return;
        }
        var place = placeUnderKey(place(event));
        var node = resolve(event, place);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, 1)));
        add(node, place);
    }

    private void key(Open mapping, ScalarEvent event) {
        var key = event.getValue();
        var place = place(event);
        var first = mapping.entries.get(key);
        if (first != null) {
            problems.add(
                    Problem.of(
                            ProblemCode.NAME_TAKEN,
                            place,
                            Map.of("name", key, "first", first.place())));
        }
        mapping.key = key;
        mapping.keyPlace = place;
    }

    private Node resolve(ScalarEvent event, String place) {
        var tag = event.getTag();
        if (tag.isPresent() && !TEXT_TAGS.contains(tag.get())) {
            refuseTag(tag.get(), event);
            return new Broken(place);
        }
        var text = event.getValue();
        if (tag.isPresent() || !event.isPlain()) {
            return Scalars.text(text, place, problems);
        }
        return switch (text) {
            case "", "~", "null" -> new Nothing(place);
            case "true" -> new Scalar(true, place);
            case "false" -> new Scalar(false, place);
            default ->
                    text.length() <= 200 && NUMBER.matcher(text).matches()
                            ? Scalars.number(new BigDecimal(text), place, problems)
                            : Scalars.text(text, place, problems);
        };
    }

    private void alias(AliasEvent event) {
        var place = placeUnderKey(place(event));
        var anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            problems.add(Problem.of(ProblemCode.UNKNOWN_NAME, place));
            add(new Broken(place), place);
            return;
        }
        nodes += anchored.size();
        add(anchored.node(), place);
    }

    private void add(Node node, String place) {
        var parent = open.peek();
        if (parent == null) {
            roots.add(node);
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.awaitsKey()) {
            problems.add(Problem.of(ProblemCode.INVALID_NAME, place));
            parent.keyUnfit = true;
        } else {
            if (parent.key != null) {
                parent.entries.putIfAbsent(parent.key, node);
            }
            parent.key = null;
            parent.keyUnfit = false;
        }
    }

    /** What stands under a key is found by the key. */
    private String placeUnderKey(String own) {
        var parent = open.peek();
        return parent != null && parent.mapping && parent.key != null ? parent.keyPlace : own;
    }

    private void refuseTag(String tag, Event event) {
        problems.add(Problem.of(ProblemCode.NOT_SUPPORTED, place(event), Map.of("tag", tag)));
    }

    private String place(Event event) {
        return event.getStartMark().map(mark -> file + ":" + (mark.getLine() + 1)).orElse(file);
    }
}
