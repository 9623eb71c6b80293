package org.entente.metadata.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.metadata.definition.Node.Broken;
import org.entente.metadata.definition.Node.Listing;
import org.entente.metadata.definition.Node.Mapping;
import org.entente.metadata.definition.Node.Nothing;
import org.entente.metadata.definition.Node.Scalar;

/**
 * Writes nodes as YAML that people like to read: what is small stands on one line. A text is quoted
 * unless every reader of YAML takes it for that text.
 */
final class YamlWriter {

    private static final int MAX_WIDTH = 100;

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_]([\\p{L}\\p{N}_ .’()€/-]*[\\p{L}\\p{N}_.’)€])?");

    /** Words that some version of YAML takes for something else. */
    private static final Set<String> NOT_PLAIN =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(Mapping mapping) {
        var writer = new YamlWriter();
        writer.block(mapping, 0);
        return writer.out.toString();
    }

    private void block(Mapping mapping, int indent) {
        mapping.entries()
                .forEach((name, node) -> {
                    out.append(" ".repeat(indent)).append(text(name)).append(':');
                    value(node, indent);
                });
    }

    private void value(Node node, int indent) {
        var line = line(node);
        if (fitsOnOneLine(node) && indent + line.length() <= MAX_WIDTH) {
            out.append(' ').append(line).append('\n');
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                out.append('\n');
                block(mapping, indent + 2);
            }
            case Listing listing -> {
                out.append('\n');
                listing.items().forEach(item -> item(item, indent + 2));
            }
            case Scalar scalar -> out.append(' ').append(line).append('\n');
            case Nothing nothing -> out.append(" null\n");
            case Broken broken -> out.append(" null\n");
        }
    }

    /** The dash takes the place of the first two blanks of what follows it. */
    private void item(Node node, int indent) {
        out.append(" ".repeat(indent)).append('-');
        if (node instanceof Mapping mapping
                && !(fitsOnOneLine(node) && indent + line(node).length() <= MAX_WIDTH)) {
            var start = out.length();
            block(mapping, indent + 2);
            out.delete(start, start + indent + 1);
        } else {
            value(node, indent);
        }
    }

    /** Definitions within definitions stand on lines of their own. */
    private static boolean fitsOnOneLine(Node node) {
        return switch (node) {
            case Mapping(Map<String, Node> entries, String place) ->
                    entries.values().stream().noneMatch(YamlWriter::holdsMappings);
            case Listing(List<Node> items, String place) ->
                    items.stream().noneMatch(YamlWriter::holdsMappings);
            case Scalar scalar -> true;
            case Nothing nothing -> true;
            case Broken broken -> true;
        };
    }

    private static boolean holdsMappings(Node node) {
        return switch (node) {
            case Mapping(Map<String, Node> entries, String place) -> !entries.isEmpty();
            case Listing(List<Node> items, String place) ->
                    items.stream().anyMatch(YamlWriter::holdsMappings);
            case Scalar scalar -> false;
            case Nothing nothing -> false;
            case Broken broken -> false;
        };
    }

    private static String line(Node node) {
        return switch (node) {
            case Scalar(String text, String place) -> text(text);
            case Scalar(Object value, String place) -> Definition.asText(value);
            case Listing(List<Node> items, String place) ->
                    items.stream()
                            .map(YamlWriter::line)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Mapping(Map<String, Node> entries, String place) ->
                    entries.entrySet().stream()
                            .map(entry -> text(entry.getKey()) + ": " + line(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Nothing nothing -> "null";
            case Broken broken -> "null";
        };
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        var plainCharacters = text.codePoints().allMatch(YamlWriter::needsNoEscape);
        return text.contains("\"") && plainCharacters
                ? "'" + text.replace("'", "''") + "'"
                : '"' + escaped(text) + '"';
    }

    private static boolean needsNoEscape(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        escaped.append('\\').appendCodePoint(point);
                    } else if (point == '\n') {
                        escaped.append("\\n");
                    } else if (needsNoEscape(point)) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append("\\U%08X".formatted(point));
                    }
                });
        return escaped.toString();
    }
}
