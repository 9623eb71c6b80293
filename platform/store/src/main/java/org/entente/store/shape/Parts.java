package org.entente.store.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.Model;
import org.entente.store.shape.Part.Index.Kind;

/** Which indexes and constraints the table of an entity has. */
final class Parts {

    /** An entry of an index holds 2,704 bytes, and a character takes up to four. */
    private static final int LONGEST_INDEXED = 600;

    private final Shape shape;
    private final Model model;
    private final TableShape table;
    private final List<Owned> parts = new ArrayList<>();
    private List<String> owner = List.of();

    private Parts(Shape shape, Model model, TableShape table) {
        this.shape = shape;
        this.model = model;
        this.table = table;
    }

    /**
     * A part and whose it is.
     *
     * @param fields names of the fields that asked for it; none for those of every table
     */
    record Owned(Part part, List<String> fields) {}

    /** All of them; fields that have no column yet have none. */
    static List<Part> of(Shape shape, Model model, Entity entity) {
        return owned(shape, model, entity).stream().map(Owned::part).toList();
    }

    static List<Owned> owned(Shape shape, Model model, Entity entity) {
        var table = shape.tables().get(entity.key());
        if (table == null) {
            return List.of();
        }
        var parts = new Parts(shape, model, table);
        parts.system();
        entity.kept().forEach(parts::field);
        entity.unique().forEach(group -> parts.group(entity, group));
        return parts.parts;
    }

    /**
     * Newest first is how lists stand when nobody asks otherwise. What every write changes is in no
     * index: a row that keeps its place in all of them is written into its own page, and no index
     * hears of it.
     */
    private void system() {
        var number = table.number();
        index("ix_" + number + "_created", "created_at desc, id");
        index("ix_" + number + "_owned", "owner_id, created_at desc, id");
    }

    private void index(String name, String columns) {
        add(new Part.Index(name, Kind.ORDERED, columns));
    }

    private void add(Part part) {
        parts.add(new Owned(part, owner));
    }

    private void field(Field field) {
        owner = List.of(field.name());
        table.column(model, field)
                .ifPresent(column -> {
                    checks(column);
                    sequence(column);
                    reference(column);
                    if (field.sensitivity() != Sensitivity.SECRET) {
                        indexes(column);
                    }
                });
    }

    private void checks(StoredColumn column) {
        var name = column.name();
        var condition =
                switch (column.storage()) {
                    case NUMBER, MONEY ->
                            "%1$s > '-Infinity' and %1$s < 'Infinity'".formatted(name);
                    case DATE ->
                            "%1$s between date '0001-01-01' and date '9999-12-31'".formatted(name);
                    case INSTANT ->
                            "%1$s >= timestamptz '0001-01-01 00:00:00Z' and %1$s < timestamptz '10000-01-01 00:00:00Z'"
                                    .formatted(name);
                    case GEO ->
                            "%1$s_lat between -90 and 90 and %1$s_lon between -180 and 180"
                                    .formatted(name);
                    case TEXT,
                            INTEGER,
                            BOOLEAN_VALUE,
                            DURATION,
                            CHOICE,
                            OPTIONS,
                            JSON,
                            FILE,
                            ADDRESS,
                            REFERENCE,
                            REFERENCES,
                            TRAIT_REFERENCE ->
                            "";
                };
        if (!condition.isEmpty()) {
            add(new Part.Check("ck_" + number(column), condition));
        }
    }

    private void sequence(StoredColumn column) {
        if (column.field().type() instanceof AutoNumberType) {
            add(new Part.Sequence(sequenceOf(column)));
        }
    }

    static String sequenceOf(StoredColumn column) {
        return "sq_" + number(column);
    }

    private void reference(StoredColumn column) {
        if (column.field().type() instanceof ReferenceType reference) {
            Storage.target(model, reference)
                    .flatMap(shape::table)
                    .ifPresent(target ->
                            add(
                                    new Part.ForeignKey(
                                            "fk_" + number(column), column.name(), target.name())));
        }
    }

    private void indexes(StoredColumn column) {
        var storage = column.storage();
        var flags = column.field().flags();
        if (storage == Storage.REFERENCE || storage == Storage.TRAIT_REFERENCE) {
            newest(column);
        } else if (storage == Storage.REFERENCES) {
            members(column, "uuid");
        } else if (flags.filterable()) {
            filterable(column);
        }
        if (flags.searchable() && storage == Storage.TEXT) {
            var name = "ix_" + number(column) + "_part";
            var columns = column.name() + " entente.gin_trgm_ops";
            add(new Part.Index(name, Kind.TRIGRAMS, columns));
        }
        if (flags.unique() && storage != Storage.MONEY && storage != Storage.ADDRESS) {
            add(new Part.Index(unique(column), Kind.UNIQUE, uniqueColumns(column)));
        }
    }

    /** What has few values is asked for newest first, and never sorted by as it is kept. */
    private void newest(StoredColumn column) {
        index("ix_" + number(column) + "_newest", column.name() + ", created_at desc, id");
    }

    private void filterable(StoredColumn column) {
        var name = column.name();
        var number = number(column);
        switch (column.storage()) {
            case TEXT -> {
                if (isShort(column.field())) {
                    var language = model.settings().languages().getFirst();
                    index("ix_" + number, name + ", id");
                    index(
                            "ix_" + number + "_" + Collations.code(language),
                            "%s collate \"%s\", id".formatted(name, Collations.of(language)));
                }
            }
            case ADDRESS -> {
                index("ix_" + number + "_city", name + "_city, id");
                index("ix_" + number + "_postal_code", name + "_postal_code, id");
            }
            case OPTIONS -> members(column, "text");
            case REFERENCES -> members(column, "uuid");
            case GEO -> index("ix_" + number, name + "_lat, " + name + "_lon, id");
            case JSON, FILE -> {}
            case BOOLEAN_VALUE, CHOICE, REFERENCE, TRAIT_REFERENCE -> newest(column);
            case INTEGER, NUMBER, MONEY, DATE, INSTANT, DURATION ->
                    index("ix_" + number, name + ", id");
        }
    }

    /** Over the form in which a list stands in expressions. */
    private void members(StoredColumn column, String type) {
        var list = "(coalesce(%s, cast(array[] as %s[])))".formatted(column.name(), type);
        add(new Part.Index("ix_" + number(column), Kind.MEMBERS, list));
    }

    private String uniqueColumns(StoredColumn column) {
        return column.storage() == Storage.TEXT && !isShort(column.field())
                ? "md5(" + column.name() + ")"
                : String.join(", ", column.names());
    }

    private void group(Entity entity, List<String> group) {
        owner = group;
        var index = table.groups().get(groupKey(entity, group));
        if (index == null) {
            return;
        }
        var columns =
                group.stream()
                        .flatMap(name -> entity.field(name).stream())
                        .flatMap(field -> table.column(model, field).stream())
                        .map(this::uniqueColumns)
                        .collect(Collectors.joining(", "));
        add(new Part.Index(index, Kind.UNIQUE, columns));
    }

    private static boolean isShort(Field field) {
        var type = field.type();
        return type instanceof EmailType
                || type instanceof PhoneType
                || type instanceof AutoNumberType
                || (type instanceof TextType(var max) && max <= LONGEST_INDEXED);
    }

    /** Whether a part forbids what the definition allows by now. */
    static boolean forbids(String name, List<Part> wanted) {
        return name.startsWith("uq_") && isSurplus(name, wanted);
    }

    /** Whether it is an index that nothing asks for any more; conditions of columns stay. */
    static boolean isSurplus(String name, List<Part> wanted) {
        return (name.startsWith("uq_") || name.startsWith("ix_"))
                && wanted.stream().noneMatch(part -> part.name().equals(name));
    }

    static String unique(StoredColumn column) {
        return "uq_" + number(column);
    }

    private static String number(StoredColumn column) {
        return column.name().substring(column.name().indexOf('_') + 1);
    }

    /** What names a group of fields that are unique together, whatever they are called. */
    static String groupKey(Entity entity, List<String> group) {
        return group.stream()
                .map(name -> entity.field(name).map(Field::key).orElse(name))
                .collect(Collectors.joining("+"));
    }

    static Set<String> groupKeys(Entity entity) {
        return entity.unique().stream()
                .map(group -> groupKey(entity, group))
                .collect(Collectors.toSet());
    }
}
