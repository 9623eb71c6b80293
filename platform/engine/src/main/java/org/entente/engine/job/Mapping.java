package org.entente.engine.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.query.Asked;
import org.entente.engine.request.Arguments;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.GeoType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Which column goes into which field. A column that is not named goes nowhere. */
record Mapping(Map<String, Target> targets) {

    private static final Set<String> ADDRESS =
            Set.of("street", "line2", "postal_code", "city", "region", "country");
    private static final Set<String> MONEY = Set.of("amount", "currency");
    private static final Set<String> GEO = Set.of("lat", "lon");

    Mapping {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    Map<String, Object> toJson() {
        var tree = new LinkedHashMap<String, Object>();
        targets.forEach((column, target) -> tree.put(column, target.toJson()));
        return tree;
    }

    /** Reads {@code {column: "field" | {field, by, entity, format, null} | null}}. */
    static Outcome<Mapping> fromJson(
            Map<String, @Nullable Object> json, Asked asked, Entity entity) {
        var gathering = new Gathering();
        var targets = new LinkedHashMap<String, Target>();
        json.forEach((column, wire) -> {
            if (wire != null) {
                var at = "/mapping/" + column.replace("~", "~0").replace("/", "~1");
                gathering
                        .keep(target(wire, at).then(t -> checked(t, asked, entity, at)))
                        .ifPresent(target -> {
                            if (target.clashes(targets)) {
                                gathering.add(twice(at, target));
                            }
                            targets.put(column, target);
                        });
            }
        });
        if (gathering.clean() && targets.isEmpty()) {
            gathering.add(Problem.of(ProblemCode.REQUIRED, "/mapping", Map.of("name", "mapping")));
        }
        return gathering.outcome(() -> new Mapping(targets));
    }

    private static Problem twice(String at, Target target) {
        return Problem.of(
                ProblemCode.INVALID_VALUE,
                at,
                Map.of("reason", "mapped_twice", "name", target.path()));
    }

    private static Outcome<Target> target(Object wire, String at) {
        if (wire instanceof String path) {
            return Outcome.done(split(path));
        }
        var arguments = Arguments.of(wire, at).only("field", "by", "entity", "format", "null");
        var plain = split(arguments.requiredText("field"));
        var nulls = new LinkedHashSet<String>();
        arguments
                .texts("null")
                .ifPresent(all -> all.forEach(t -> nulls.add(t.strip().toLowerCase(Locale.ROOT))));
        var by = arguments.text("by");
        var of = arguments.text("entity");
        var format = arguments.text("format");
        if (format.isPresent() && !Spelling.isFormat(format.get())) {
            arguments.problem(
                    ProblemCode.INVALID_VALUE, at + "/format", Map.of("reason", "format"));
        }
        return arguments.outcome(
                () -> new Target(plain.field(), plain.part(), by, of, nulls, format));
    }

    private static Target split(String path) {
        var parts = path.split("\\.", 2);
        return parts.length == 2 ? Target.of(parts[0]).withPart(parts[1]) : Target.of(path);
    }

    private static Outcome<Target> checked(Target target, Asked asked, Entity entity, String at) {
        var field = entity.field(target.field()).filter(f -> asked.rights().readable(entity, f));
        if (field.isEmpty() || (target.part().isPresent() && !hasPart(field.get(), target))) {
            return unknown(at, target.path(), entity);
        }
        if (field.get().type() instanceof Attached) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.READ_ONLY,
                            at,
                            Map.of("name", target.field(), "reason", "file")));
        }
        if (field.get().readOnly() && !field.get().name().equals("owner")) {
            return Outcome.refused(
                    Problem.of(ProblemCode.READ_ONLY, at, Map.of("name", target.field())));
        }
        return target.by().isEmpty()
                ? Outcome.done(target)
                : reference(target, field.get(), asked, at);
    }

    private static boolean hasPart(Field field, Target target) {
        var part = target.part().orElse("");
        return switch (field.type()) {
            case AddressType address -> ADDRESS.contains(part);
            case MoneyType money -> MONEY.contains(part);
            case GeoType point -> GEO.contains(part);
            default -> false;
        };
    }

    /** The key of a reference is a unique field of what it leads to, and readable there. */
    private static Outcome<Target> reference(Target target, Field field, Asked asked, String at) {
        var name = target.by().orElse("");
        var to = led(field, target).flatMap(asked.model()::entity).filter(asked.rights()::readable);
        var known =
                to.flatMap(entity ->
                        entity.field(name)
                                .filter(f -> f.flags().unique())
                                .filter(f -> asked.rights().readable(entity, f)));
        return known.isPresent()
                ? Outcome.done(target)
                : Outcome.refused(
                        Problem.of(
                                ProblemCode.UNKNOWN_FIELD,
                                at + "/by",
                                Map.of("name", name, "options", List.of())));
    }

    private static Optional<String> led(Field field, Target target) {
        return switch (field.type()) {
            case ReferenceType type -> Optional.of(type.to());
            case MultiReferenceType type -> Optional.of(type.to());
            case TraitReferenceType type -> target.entity();
            default -> Optional.empty();
        };
    }

    private static Outcome<Target> unknown(String at, String name, Entity entity) {
        return Outcome.refused(
                Problem.of(
                        ProblemCode.UNKNOWN_FIELD,
                        at,
                        Map.of("name", name, "entity", entity.name())));
    }
}
