package org.entente.engine.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.engine.job.ValueShape.Kind;
import org.entente.engine.query.Asked;
import org.entente.metadata.expression.Fold;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.GeoType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.PercentType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.UrlType;

/**
 * Where the columns of a file probably go: by the name or a label of a field in any language, else
 * by what the cells look like when only one field takes such values.
 */
final class Proposal {

    private static final Map<String, List<String>> COORDINATES =
            Map.of(
                    "lat", List.of("lat", "latitude"),
                    "lon", List.of("lon", "lng", "long", "longitude"));

    private static final Map<String, List<String>> PARTS =
            Map.of(
                    "street", List.of("street", "rue", "adresse", "address", "voie"),
                    "line2", List.of("line2", "complement", "complementadresse"),
                    "postal_code", List.of("postalcode", "codepostal", "zip", "zipcode", "cp"),
                    "city", List.of("city", "ville", "commune", "town"),
                    "region", List.of("region", "state", "etat", "departement"),
                    "country", List.of("country", "pays"));

    private final Asked asked;
    private final Map<String, Target> byName = new LinkedHashMap<>();
    private final Set<String> labels;
    private final Entity entity;
    private final Locale country;

    Proposal(Asked asked, Entity entity) {
        this.asked = asked;
        this.entity = entity;
        this.country = Locale.of("", asked.model().settings().country());
        for (var field : entity.kept()) {
            if (asked.rights().readable(entity, field) && !(field.type() instanceof Attached)) {
                names(field).forEach(name -> byName.putIfAbsent(name, target(field)));
            }
        }
        this.labels = Set.copyOf(byName.keySet());
        for (var field : entity.kept()) {
            if (asked.rights().readable(entity, field)) {
                further(field);
            }
        }
    }

    /** Letters and figures alone, without accents or case: {@code dateCréation}, Date_creation. */
    static String bare(String name) {
        return Fold.fold(name).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static List<String> names(Field field) {
        return Stream.concat(Stream.of(field.name()), field.label().byLanguage().values().stream())
                .map(Proposal::bare)
                .toList();
    }

    /** A reference is found by the first unique field of what it leads to. */
    private Target target(Field field) {
        return led(field).stream()
                .flatMap(this::unique)
                .findFirst()
                .map(Target.of(field.name())::withBy)
                .orElse(Target.of(field.name()));
    }

    private static Optional<String> led(Field field) {
        return switch (field.type()) {
            case ReferenceType type -> Optional.of(type.to());
            case MultiReferenceType type -> Optional.of(type.to());
            default -> Optional.empty();
        };
    }

    private Stream<String> unique(String entity) {
        return asked.model().entity(entity).filter(asked.rights()::readable).stream()
                .flatMap(to ->
                        to.fields().values().stream()
                                .filter(f -> f.flags().unique())
                                .filter(f -> asked.rights().readable(to, f))
                                .map(Field::name));
    }

    private void further(Field field) {
        switch (field.type()) {
            case AddressType address ->
                    PARTS.forEach((part, words) -> {
                        var target = Target.of(field.name()).withPart(part);
                        byName.putIfAbsent(bare(field.name() + part), target);
                        words.forEach(word -> {
                            byName.putIfAbsent(word, target);
                            names(field).forEach(name -> byName.putIfAbsent(name + word, target));
                        });
                    });
            case ReferenceType type -> keys(field, type.to());
            case MultiReferenceType type -> keys(field, type.to());
            case GeoType point ->
                    COORDINATES.forEach((part, words) -> {
                        var target = Target.of(field.name()).withPart(part);
                        byName.putIfAbsent(bare(field.name() + part), target);
                        words.forEach(word -> byName.putIfAbsent(word, target));
                    });
            case MoneyType money ->
                    byName.putIfAbsent(
                            bare(field.name() + "currency"),
                            Target.of(field.name()).withPart("currency"));
            default -> {}
        }
    }

    private void keys(Field field, String entity) {
        unique(entity)
                .forEach(key ->
                        names(field)
                                .forEach(name ->
                                        byName.putIfAbsent(
                                                name + bare(key),
                                                Target.of(field.name()).withBy(key))));
    }

    /** A target for some of the columns; no field twice. */
    Map<String, Target> of(List<Column> columns) {
        var proposed = new LinkedHashMap<String, Target>();
        for (var column : columns) {
            Optional.ofNullable(byName.get(bare(column.name())))
                    .filter(target -> !target.clashes(proposed))
                    .ifPresent(target -> proposed.put(column.name(), spelled(target, column)));
        }
        var left = columns.stream().filter(c -> !proposed.containsKey(c.name())).toList();
        for (var column : left) {
            byShape(column, left, proposed)
                    .ifPresent(target -> proposed.put(column.name(), target));
        }
        return proposed;
    }

    /** How far a proposal is to be trusted. */
    enum Confidence {
        /** The column is called as the field is. */
        HIGH,
        /** It is called as such things usually are. */
        MEDIUM,
        /** Only its cells tell. */
        LOW
    }

    /** How far what is proposed for a column is to be trusted. */
    Confidence confidence(Column column) {
        var name = bare(column.name());
        return labels.contains(name)
                ? Confidence.HIGH
                : byName.containsKey(name) ? Confidence.MEDIUM : Confidence.LOW;
    }

    ValueShape shape(Column column) {
        return ValueShape.of(column, country);
    }

    private Target spelled(Target target, Column column) {
        var shape = shape(column);
        var type = entity.field(target.field()).map(Field::type);
        return type.isPresent() && shape.format().isPresent() && suits(type.get(), shape.kind())
                ? target.withFormat(shape.format().get())
                : target;
    }

    private static boolean suits(FieldType type, Kind kind) {
        return switch (kind) {
            case DATE -> type instanceof DateType || type instanceof DateTimeType;
            case DATE_TIME -> type instanceof DateTimeType || type instanceof DateType;
            case NUMBER ->
                    type instanceof IntegerType
                            || type instanceof DecimalType
                            || type instanceof PercentType
                            || type instanceof MoneyType
                            || type instanceof GeoType;
            case EMAIL -> type instanceof EmailType;
            case PHONE -> type instanceof PhoneType;
            case URL -> type instanceof UrlType;
            case TEXT -> false;
        };
    }

    /** Only a shape that leaves no choice, of columns nor of fields, says where to. */
    private Optional<Target> byShape(
            Column column, List<Column> left, Map<String, Target> proposed) {
        var kind = shape(column).kind();
        if (kind != Kind.EMAIL && kind != Kind.PHONE && kind != Kind.URL) {
            return Optional.empty();
        }
        var alone = left.stream().filter(c -> shape(c).kind() == kind).count() == 1;
        var free = new ArrayList<Field>();
        for (var field : entity.kept()) {
            if (suits(field.type(), kind)
                    && asked.rights().readable(entity, field)
                    && !Target.of(field.name()).clashes(proposed)) {
                free.add(field);
            }
        }
        return alone && free.size() == 1
                ? Optional.of(Target.of(free.getFirst().name()))
                : Optional.empty();
    }
}
