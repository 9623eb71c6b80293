package org.entente.store.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Part;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.Model;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.entente.spi.StoredFile;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Tables for a model's records, and queries over them whose paths are shared left joins. */
final class Tables {

    private static final List<Part> FILE = List.of(Part.NAME, Part.TYPE, Part.SHA256);
    private static final List<Part> ADDRESS =
            List.of(
                    Part.STREET,
                    Part.LINE2,
                    Part.POSTAL_CODE,
                    Part.CITY,
                    Part.REGION,
                    Part.COUNTRY);

    private final DSLContext database;
    private final String schema;
    private final Model model;

    Tables(DSLContext database, String schema, Model model) {
        this.database = database;
        this.schema = schema;
        this.model = model;
    }

    void create(RandomRecords records) {
        for (var entity : model.entities().values()) {
            var columns = new ArrayList<String>(List.of("id uuid primary key"));
            for (var field : RandomRecords.fields(entity)) {
                columnTypes(field).forEach((name, type) -> columns.add(name + " " + type));
            }
            database.execute(
                    "create table "
                            + schema
                            + ".e_"
                            + entity.name()
                            + " ("
                            + String.join(", ", columns)
                            + ")");
            records.of(entity.name()).forEach(stored -> insert(entity, stored));
        }
    }

    private static Map<String, String> columnTypes(Field field) {
        var columns = new LinkedHashMap<String, String>();
        var name = "f_" + field.name();
        switch (field.type()) {
            case FieldType.TextType _,
                    FieldType.LongTextType _,
                    FieldType.EmailType _,
                    FieldType.PhoneType _,
                    FieldType.UrlType _,
                    FieldType.AutoNumberType _,
                    FieldType.ChoiceType _ ->
                    columns.put(name, "text");
            case FieldType.IntegerType _ -> columns.put(name, "bigint");
            case FieldType.DecimalType(var precision, var scale) ->
                    columns.put(name, "numeric(" + precision + "," + scale + ")");
            case FieldType.PercentType _ -> columns.put(name, "numeric");
            case FieldType.MoneyType _ ->
                    columns.putAll(Map.of(name + "_amount", "numeric", name + "_currency", "text"));
            case FieldType.BooleanType _ -> columns.put(name, "boolean");
            case FieldType.DateType _ -> columns.put(name, "date");
            case FieldType.DateTimeType _ -> columns.put(name, "timestamptz");
            case FieldType.DurationType _ -> columns.put(name, "interval");
            case FieldType.MultiChoiceType _ -> columns.put(name, "text[]");
            case FieldType.JsonType _ -> columns.put(name, "jsonb");
            case FieldType.Attached _ -> file(name, columns);
            case FieldType.GeoType _ ->
                    List.of("_lat", "_lon").forEach(part -> columns.put(name + part, "numeric"));
            case FieldType.AddressType _ ->
                    ADDRESS.forEach(part -> columns.put(name + suffix(part), "text"));
            case FieldType.ReferenceType _ -> columns.put(name, "uuid");
            case FieldType.MultiReferenceType _ -> columns.put(name, "uuid[]");
            case FieldType.TraitReferenceType _ -> {
                columns.put(name, "uuid");
                columns.put(name + "_entity", "text");
            }
            case FieldType.Computed _ -> {}
        }
        return columns;
    }

    private static void file(String name, Map<String, String> columns) {
        columns.put(name, "uuid");
        columns.put(name + "_size", "bigint");
        FILE.forEach(part -> columns.put(name + suffix(part), "text"));
    }

    private static String suffix(Part part) {
        return "_" + part.name().toLowerCase(Locale.ROOT);
    }

    private static void put(String name, StoredFile file, Map<String, @Nullable Object> columns) {
        columns.put(name, file.id());
        columns.put(name + "_name", file.name());
        columns.put(name + "_type", file.type());
        columns.put(name + "_size", file.size());
        columns.put(name + "_sha256", file.sha256());
    }

    private void insert(Entity entity, RandomRecords.Stored stored) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", stored.id());
        for (var field : RandomRecords.fields(entity)) {
            var name = "f_" + field.name();
            switch (stored.values().get(field.name())) {
                case null -> {}
                case Money(var amount, var currency) -> {
                    columns.put(name + "_amount", amount);
                    columns.put(name + "_currency", currency);
                }
                case GeoPoint(var latitude, var longitude) -> {
                    columns.put(name + "_lat", latitude);
                    columns.put(name + "_lon", longitude);
                }
                case StoredFile file -> put(name, file, columns);
                case Address address ->
                        ADDRESS.forEach(
                                part -> columns.put(name + suffix(part), part(address, part)));
                case Reference(var id, var target) -> {
                    columns.put(name, id);
                    if (field.type() instanceof FieldType.TraitReferenceType) {
                        columns.put(name + "_entity", target);
                    }
                }
                case Instant instant -> columns.put(name, instant.atOffset(ZoneOffset.UTC));
                case String option when field.type() instanceof FieldType.ChoiceType choice ->
                        columns.put(
                                name,
                                Optional.ofNullable(choice.options().get(option))
                                        .orElseThrow()
                                        .key());
                case Object plain ->
                        columns.put(name, SqlValues.value(plain, ValueType.of(field.type())));
            }
        }
        var row = new LinkedHashMap<org.jooq.Field<?>, @Nullable Object>();
        columns.forEach((name, value) -> row.put(DSL.field(DSL.name(name)), value));
        database.insertInto(table(entity.name())).set(row).execute();
    }

    private static @Nullable String part(Address address, Part part) {
        return switch (part) {
            case STREET -> address.street();
            case LINE2 -> address.line2();
            case POSTAL_CODE -> address.postalCode();
            case CITY -> address.city();
            case REGION -> address.region();
            case COUNTRY -> address.country();
            case AMOUNT, CURRENCY, LAT, LON, CONTENT, NAME, TYPE, SIZE, SHA256 -> null;
        };
    }

    private Table<?> table(String entity) {
        return DSL.table(DSL.name(schema, "e_" + entity));
    }

    /** A query over the rows; rendering an expression adds the joins that it needs. */
    Query query() {
        return new Query();
    }

    /** One row's columns, and the records that references lead to. */
    final class Query implements Columns {

        private final Map<List<Step>, List<String>> aliases = new LinkedHashMap<>();
        private Table<?> from = table(RandomModel.ROW).as("t0");

        Query() {
            aliases.put(List.of(), List.of("t0"));
        }

        Table<?> from() {
            return from;
        }

        @Override
        public org.jooq.Field<?> column(Path path) {
            var name = "f_" + path.field().name();
            if (path.part().isPresent()) {
                return at(path.through(), name + suffix(path.part().get()));
            }
            return switch (path.field().type()) {
                case FieldType.MoneyType _ -> at(path.through(), name + "_amount");
                case FieldType.GeoType _ -> at(path.through(), name + "_lat");
                case FieldType.AddressType _ ->
                        DSL.coalesce(
                                at(path.through(), name + "_street"),
                                ADDRESS.stream()
                                        .map(part -> at(path.through(), name + suffix(part)))
                                        .toArray(org.jooq.Field[]::new));
                default -> at(path.through(), name);
            };
        }

        @Override
        public org.jooq.Field<?> self(Self self) {
            return at(self.through(), "id");
        }

        @Override
        public org.jooq.Field<?> alias(Alias alias) {
            throw new IllegalArgumentException("a row has no aliases");
        }

        @Override
        public Inner items(Items items) {
            throw new IllegalArgumentException("lists are asked for through the store's own door");
        }

        private org.jooq.Field<?> at(List<Step> through, String column) {
            var found =
                    reach(through).stream()
                            .map(alias -> DSL.field(DSL.name(alias, column)))
                            .toList();
            return found.size() == 1
                    ? found.getFirst()
                    : DSL.coalesce(found.getFirst(), found.getLast());
        }

        private List<String> reach(List<Step> through) {
            var known = aliases.get(through);
            if (known != null) {
                return known;
            }
            var step = through.getLast();
            var reference = at(through.subList(0, through.size() - 1), "f_" + step.field().name());
            var targets =
                    step.toTrait()
                            ? model.carriers(step.target()).stream().map(Entity::name).toList()
                            : List.of(step.target());
            var joined = new ArrayList<String>();
            for (var target : targets) {
                var alias = "t" + aliases.size() + "_" + joined.size();
                var id = DSL.field(DSL.name(alias, "id"), SQLDataType.UUID);
                from =
                        from.leftJoin(table(target).as(alias))
                                .on(id.eq(reference.coerce(SQLDataType.UUID)));
                joined.add(alias);
            }
            aliases.put(List.copyOf(through), joined);
            return joined;
        }
    }
}
