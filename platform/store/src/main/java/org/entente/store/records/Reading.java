package org.entente.store.records;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Labelled;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Several;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.Model;
import org.entente.spi.Address;
import org.entente.spi.GeoPoint;
import org.entente.spi.Json;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes values of what the database answers; columns are counted from one, as JDBC does. */
final class Reading {

    private static final int NANO_DIGITS = 9;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Model model;
    private final ResultSet row;

    Reading(Model model, ResultSet row) {
        this.model = model;
        this.row = row;
    }

    /** A field's value as its type documents it, from all its pieces. */
    @Nullable Object field(FieldType type, int at) throws SQLException {
        return switch (type) {
            case IntegerType _ -> whole(at);
            case ReferenceType(var to, _, _) -> reference(at, to);
            case TraitReferenceType _ -> traitReference(at);
            case FieldType other -> whole(ValueType.of(other), at);
        };
    }

    /** A whole value of an expression, from as many columns as a field of this type has pieces. */
    @Nullable Object whole(ValueType type, int at) throws SQLException {
        return switch (type) {
            case Simple.MONEY -> money(at);
            case Simple.ADDRESS -> address(at);
            case Simple.GEO -> point(at);
            case Simple.FILE -> file(at);
            case ToTrait _ -> traitReference(at);
            case ValueType simple -> value(simple, at);
        };
    }

    /** A value that stands in one column. */
    @Nullable Object value(ValueType type, int at) throws SQLException {
        return switch (type) {
            case Simple.BOOLEAN -> row.getObject(at, Boolean.class);
            case Simple.INTEGER, Simple.DECIMAL, Simple.MONEY, Simple.GEO -> row.getBigDecimal(at);
            case Simple.JSON -> json(row.getString(at));
            case Simple.TEXT, Simple.NULL, Simple.ADDRESS, Simple.FILE -> row.getString(at);
            case Simple.DATE -> row.getObject(at, LocalDate.class);
            case Simple.DATE_TIME -> instant(at);
            case Simple.DURATION -> duration(at);
            case Choice(var choice) -> optionName(choice, row.getString(at));
            case ToEntity(var entity) -> reference(at, entity);
            case ToTrait _ -> reference(at, "");
            case Several(var of) -> several(of, at);
        };
    }

    /**
     * A reference and its label: the id, for a trait the entity's key, then one label.
     *
     * @param type of the reference
     */
    @Nullable Object labelled(ValueType type, int at) throws SQLException {
        var reference = (Reference) whole(type, at);
        if (reference == null) {
            return null;
        }
        var label = row.getString(at + (type instanceof ToTrait ? 2 : 1));
        return new Labelled(reference, Optional.ofNullable(label));
    }

    /** Several references, whose labels stand in one JSON object by their ids. */
    @Nullable Object listed(ValueType type, int at) throws SQLException {
        var references = Targets.of(value(type, at));
        var labels = json(row.getString(at + 1));
        var byId = labels != null && labels.tree() instanceof Map<?, ?> tree ? tree : Map.of();
        return references.isEmpty()
                ? null
                : references.stream()
                        .map(one -> new Labelled(one, label(byId.get(one.id().toString()))))
                        .toList();
    }

    private static Optional<String> label(@Nullable Object label) {
        return Optional.ofNullable(label).map(Object::toString);
    }

    private @Nullable Long whole(int at) throws SQLException {
        return row.getObject(at, Long.class);
    }

    private @Nullable Instant instant(int at) throws SQLException {
        var moment = row.getObject(at, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Intervals are asked for as seconds. */
    private @Nullable Duration duration(int at) throws SQLException {
        var seconds = row.getBigDecimal(at);
        if (seconds == null) {
            return null;
        }
        var whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).longValue());
    }

    private @Nullable Reference reference(int at, String entity) throws SQLException {
        var id = row.getObject(at, UUID.class);
        return id == null ? null : new Reference(id, entity);
    }

    private @Nullable Reference traitReference(int at) throws SQLException {
        var key = row.getString(at + 1);
        if (key == null) {
            return null;
        }
        var entity =
                model.entities().values().stream()
                        .filter(known -> known.key().equals(key))
                        .map(Entity::name)
                        .findFirst();
        return entity.isPresent() ? reference(at, entity.get()) : null;
    }

    private static @Nullable String optionName(ChoiceType choice, @Nullable String key) {
        for (var option : choice.options().values()) {
            if (option.key().equals(key)) {
                return option.name();
            }
        }
        return null;
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(JSON.readValue(text, Object.class));
    }

    private @Nullable GeoPoint point(int at) throws SQLException {
        var latitude = row.getBigDecimal(at);
        var longitude = row.getBigDecimal(at + 1);
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    private @Nullable StoredFile file(int at) throws SQLException {
        var id = row.getObject(at, UUID.class);
        return id == null
                ? null
                : new StoredFile(
                        id,
                        row.getString(at + 1),
                        row.getString(at + 2),
                        row.getLong(at + 3),
                        row.getString(at + 4));
    }

    /** None are no value. */
    private @Nullable List<?> several(ValueType of, int at) throws SQLException {
        var array = row.getArray(at);
        if (array == null) {
            return null;
        }
        var items = List.of((Object[]) array.getArray());
        var values =
                switch (of) {
                    case Choice(var choice) -> names(choice, items);
                    case ToEntity(var entity) ->
                            items.stream().map(id -> new Reference((UUID) id, entity)).toList();
                    case ValueType _ -> List.of();
                };
        return values.isEmpty() ? null : values;
    }

    private static List<String> names(ChoiceType choice, List<?> keys) {
        return choice.options().values().stream()
                .filter(option -> keys.contains(option.key()))
                .map(Option::name)
                .toList();
    }

    private @Nullable Money money(int at) throws SQLException {
        BigDecimal amount = row.getBigDecimal(at);
        var currency = row.getString(at + 1);
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private @Nullable Address address(int at) throws SQLException {
        var street = row.getString(at);
        var line2 = row.getString(at + 1);
        var postalCode = row.getString(at + 2);
        var city = row.getString(at + 3);
        var region = row.getString(at + 4);
        var country = row.getString(at + 5);
        return street == null
                        && line2 == null
                        && postalCode == null
                        && city == null
                        && region == null
                        && country == null
                ? null
                : new Address(street, line2, postalCode, city, region, country);
    }
}
