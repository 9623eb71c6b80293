package org.entente.metadata.definition;

import static org.entente.metadata.definition.Shape.Leaf.ANYTHING;
import static org.entente.metadata.definition.Shape.Leaf.BOOLEAN;
import static org.entente.metadata.definition.Shape.Leaf.EXPRESSION;
import static org.entente.metadata.definition.Shape.Leaf.KEY;
import static org.entente.metadata.definition.Shape.Leaf.LOCALIZED;
import static org.entente.metadata.definition.Shape.Leaf.NAME;
import static org.entente.metadata.definition.Shape.Leaf.NAME_OR_ALL;
import static org.entente.metadata.definition.Shape.Leaf.PATH;
import static org.entente.metadata.definition.Shape.Leaf.SORT;
import static org.entente.metadata.definition.Shape.Leaf.TEXT;
import static org.entente.metadata.definition.Shape.Leaf.WHOLE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.metadata.definition.Shape.Items;
import org.entente.metadata.definition.Shape.Keywords;
import org.entente.metadata.definition.Shape.Named;
import org.entente.metadata.definition.Shape.Named.Rule;
import org.entente.metadata.definition.Shape.OfField;
import org.entente.metadata.definition.Shape.Word;
import org.entente.spi.ProblemCode;

/** The shapes of MODEL.md; the one list of what may be written where. */
final class Shapes {

    /** Field types that are built, with the keywords that only they have. */
    static final Map<String, Map<String, Shape>> FIELD_TYPES =
            Map.ofEntries(
                    Map.entry("text", Map.of("max", WHOLE)),
                    Map.entry("long_text", Map.of("format", word("plain", "rich"))),
                    Map.entry("integer", Map.of()),
                    Map.entry("decimal", Map.of("precision", WHOLE, "scale", WHOLE)),
                    Map.entry("money", Map.of("currency", TEXT)),
                    Map.entry("percent", Map.of()),
                    Map.entry("boolean", Map.of()),
                    Map.entry("date", Map.of()),
                    Map.entry("date_time", Map.of()),
                    Map.entry("duration", Map.of()),
                    Map.entry("choice", Map.of("options", options())),
                    Map.entry("multi_choice", Map.of("options", options())),
                    Map.entry("auto_number", Map.of("pattern", TEXT)),
                    Map.entry("email", Map.of()),
                    Map.entry("phone", Map.of()),
                    Map.entry("url", Map.of()),
                    Map.entry("address", Map.of()),
                    Map.entry("json", Map.of()),
                    Map.entry("geo", Map.of()),
                    Map.entry("file", attached()),
                    Map.entry("image", attached()),
                    Map.entry("reference", reference()),
                    Map.entry("multi_reference", multiReference()),
                    Map.entry("formula", formula()),
                    Map.entry("roll_up", rollUp()));

    static final Word TYPE =
            new Word(
                    ProblemCode.UNKNOWN_TYPE,
                    List.copyOf(new TreeSet<>(FIELD_TYPES.keySet())),
                    Set.of());

    /** Keywords that every field has. */
    static final Map<String, Shape> OF_EVERY_FIELD =
            Map.ofEntries(
                    Map.entry("type", TYPE),
                    Map.entry("key", KEY),
                    Map.entry("override", BOOLEAN),
                    Map.entry("label", LOCALIZED),
                    Map.entry("help", LOCALIZED),
                    Map.entry("purpose", LOCALIZED),
                    Map.entry("required", EXPRESSION),
                    Map.entry("default", EXPRESSION),
                    Map.entry("visible", EXPRESSION),
                    Map.entry("sensitivity", word("normal", "personal", "secret")),
                    Map.entry("unique", BOOLEAN),
                    Map.entry("searchable", BOOLEAN),
                    Map.entry("filterable", BOOLEAN),
                    Map.entry("tracked", BOOLEAN));

    private static final Shape FIELDS = new Named(new OfField(), Rule.NOT_RESERVED);

    private static final Keywords RULE =
            keywords(
                    Map.ofEntries(
                            Map.entry("key", KEY),
                            Map.entry("override", BOOLEAN),
                            Map.entry("check", EXPRESSION),
                            Map.entry("at", NAME),
                            Map.entry("message", LOCALIZED)));

    private static final Keywords VIEW =
            keywords(
                    Map.ofEntries(
                            Map.entry("key", KEY),
                            Map.entry("override", BOOLEAN),
                            Map.entry("label", LOCALIZED),
                            Map.entry("filter", EXPRESSION),
                            Map.entry("columns", new Items(PATH)),
                            Map.entry("sort", new Items(SORT)),
                            Map.entry("kind", word("table", "board", "calendar"))));

    private static final Keywords SECTION =
            keywords(
                    Map.ofEntries(
                            Map.entry("label", LOCALIZED),
                            Map.entry("columns", WHOLE),
                            Map.entry("fields", new Items(NAME))));

    private static final Keywords TAB =
            keywords(
                    Map.ofEntries(
                            Map.entry("label", LOCALIZED),
                            Map.entry("sections", new Items(SECTION)),
                            Map.entry("related", new Items(NAME))));

    private static final Keywords LAYOUT =
            keywords(
                    Map.ofEntries(
                            Map.entry("override", BOOLEAN),
                            Map.entry("highlights", new Items(NAME)),
                            Map.entry("tabs", new Items(TAB))));

    private static final Keywords ENTITY =
            new Keywords(
                    Map.ofEntries(
                            Map.entry("key", KEY),
                            Map.entry("override", BOOLEAN),
                            Map.entry("label", LOCALIZED),
                            Map.entry("plural", LOCALIZED),
                            Map.entry("traits", new Items(NAME)),
                            Map.entry("name", EXPRESSION),
                            Map.entry("fields", FIELDS),
                            Map.entry("unique", new Items(new Items(NAME))),
                            Map.entry("rules", new Named(RULE, Rule.NAME)),
                            Map.entry("views", new Named(VIEW, Rule.NAME)),
                            Map.entry("layout", LAYOUT)),
                    Set.of());

    private static final Keywords TRAIT =
            keywords(
                    Map.ofEntries(
                            Map.entry("key", KEY),
                            Map.entry("override", BOOLEAN),
                            Map.entry("label", LOCALIZED),
                            Map.entry("fields", FIELDS)));

    private static final Keywords GRANT =
            new Keywords(
                    Map.ofEntries(
                            Map.entry("entity", NAME_OR_ALL),
                            Map.entry("trait", NAME),
                            Map.entry(
                                    "can",
                                    new Items(
                                            new Word(
                                                    ProblemCode.UNKNOWN_OPTION,
                                                    List.of(
                                                            "read", "create", "update", "delete",
                                                            "model", "users"),
                                                    Set.of("export", "share", "merge"))))),
                    Set.of("when", "fields"));

    private static final Keywords ROLE =
            keywords(
                    Map.ofEntries(
                            Map.entry("key", KEY),
                            Map.entry("override", BOOLEAN),
                            Map.entry("label", LOCALIZED),
                            Map.entry("grants", new Items(GRANT))));

    private static final Keywords TENANT =
            keywords(
                    Map.ofEntries(
                            Map.entry("tenant", TEXT),
                            Map.entry("title", LOCALIZED),
                            Map.entry("languages", new Items(TEXT)),
                            Map.entry("time_zone", TEXT),
                            Map.entry("country", TEXT),
                            Map.entry("currency", TEXT),
                            Map.entry("packs", new Items(TEXT)),
                            Map.entry("plugins", ANYTHING)));

    private static final Keywords PACK =
            keywords(
                    Map.ofEntries(
                            Map.entry("pack", TEXT),
                            Map.entry("title", LOCALIZED),
                            Map.entry("description", LOCALIZED),
                            Map.entry("version", ANYTHING)));

    /** Values as they are written or answered; a record is named by {@code $} and its name. */
    private static final Shape VALUES = new Named(ANYTHING, Rule.FREE);

    private static final Keywords GIVEN =
            keywords(
                    Map.ofEntries(
                            Map.entry("entity", NAME),
                            Map.entry("as", NAME),
                            Map.entry("values", VALUES)));

    private static final Keywords WHEN =
            keywords(
                    Map.ofEntries(
                            Map.entry("create", NAME),
                            Map.entry("update", TEXT),
                            Map.entry("delete", TEXT),
                            Map.entry("restore", TEXT),
                            Map.entry("read", TEXT),
                            Map.entry("list", NAME),
                            Map.entry("form", NAME),
                            Map.entry("as", NAME),
                            Map.entry("values", VALUES),
                            Map.entry("view", NAME),
                            Map.entry("filter", EXPRESSION)));

    private static final Keywords THEN =
            keywords(
                    Map.ofEntries(
                            Map.entry("problem", NAME),
                            Map.entry("at", NAME),
                            Map.entry("values", VALUES),
                            Map.entry("absent", new Items(NAME)),
                            Map.entry("holds", new Items(EXPRESSION)),
                            Map.entry("records", new Items(TEXT)),
                            Map.entry("visible", new Items(NAME)),
                            Map.entry("hidden", new Items(NAME)),
                            Map.entry("required", new Items(NAME)),
                            Map.entry("optional", new Items(NAME))));

    private static final Keywords CHECK =
            keywords(
                    Map.ofEntries(
                            Map.entry("now", TEXT),
                            Map.entry("roles", new Items(NAME)),
                            Map.entry("given", new Items(GIVEN)),
                            Map.entry("when", WHEN),
                            Map.entry("then", THEN)));

    /** A whole layer. */
    static final Keywords LAYER =
            keywords(
                    Map.ofEntries(
                            Map.entry("tenant", TENANT),
                            Map.entry("pack", PACK),
                            Map.entry("entities", new Named(ENTITY, Rule.NOT_RESERVED)),
                            Map.entry("traits", new Named(TRAIT, Rule.NAME)),
                            Map.entry("roles", new Named(ROLE, Rule.NAME)),
                            Map.entry("checks", new Named(CHECK, Rule.FREE))));

    /** What a file may define, by the keyword that begins it. */
    static Map<String, Keywords> fileKinds() {
        return new TreeMap<>(
                Map.of(
                        "entity", ENTITY,
                        "trait", TRAIT,
                        "role", ROLE,
                        "check", CHECK,
                        "tenant", TENANT,
                        "pack", PACK));
    }

    private Shapes() {}

    private static Map<String, Shape> reference() {
        return Map.of(
                "to", NAME,
                "to_trait", NAME,
                "related", NAME,
                "on_delete", word("restrict", "clear", "cascade"));
    }

    /** Who holds several is not gone with one of them. */
    private static Map<String, Shape> multiReference() {
        return Map.of("to", NAME, "related", NAME, "on_delete", word("restrict", "clear"));
    }

    private static Map<String, Shape> attached() {
        return Map.of("max_size", WHOLE, "accept", new Items(TEXT));
    }

    private static Map<String, Shape> formula() {
        return Map.of(
                "as",
                word("text", "integer", "decimal", "percent", "boolean", "date", "date_time"),
                "formula",
                EXPRESSION);
    }

    private static Map<String, Shape> rollUp() {
        return Map.of(
                "over", NAME,
                "fn", word("count", "sum", "min", "max", "avg"),
                "of", EXPRESSION,
                "when", EXPRESSION);
    }

    private static Shape options() {
        return new Named(
                keywords(
                        Map.ofEntries(
                                Map.entry("key", KEY),
                                Map.entry("override", BOOLEAN),
                                Map.entry("label", LOCALIZED),
                                Map.entry("color", TEXT),
                                Map.entry("retired", BOOLEAN))),
                Rule.NAME);
    }

    /** Keywords of all field types together, for a restatement that does not repeat the type. */
    static Map<String, Shape> ofAnyField() {
        var all = new TreeMap<String, Shape>();
        FIELD_TYPES.values().forEach(all::putAll);
        all.putAll(OF_EVERY_FIELD);
        return all;
    }

    private static Word word(String... words) {
        return new Word(ProblemCode.UNKNOWN_OPTION, List.of(words), Set.of());
    }

    private static Keywords keywords(Map<String, Shape> shapes) {
        return new Keywords(shapes, Set.of());
    }
}
