package org.entente.metadata.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.SystemFields;

/** The fields that a scope can see; what it cannot see is as if it were not there. */
final class Fields {

    private final Scope scope;

    Fields(Scope scope) {
        this.scope = scope;
    }

    Optional<Field> of(String entity, String name) {
        return visible(entity).flatMap(found -> found.field(name).filter(f -> sees(found, f)));
    }

    Set<String> names(String entity) {
        var names = new LinkedHashSet<String>();
        visible(entity)
                .ifPresent(found -> {
                    found.fields().values().stream()
                            .filter(field -> sees(found, field))
                            .forEach(field -> names.add(field.name()));
                    SystemFields.ALL.stream()
                            .filter(field -> sees(found, field))
                            .forEach(field -> names.add(field.name()));
                    RelatedList.of(scope.model(), found).stream()
                            .filter(list -> list(entity, list.name()).isPresent())
                            .forEach(list -> names.add(list.name()));
                });
        return names;
    }

    /**
     * A field that a trait brings. Every entity in sight that carries the trait must show it, with
     * one type, else it means nothing.
     */
    Optional<Field> ofTrait(String trait, String name) {
        if (!broughtBy(trait).contains(name)) {
            return Optional.empty();
        }
        var found = carriers(trait).stream().map(entity -> of(entity.name(), name)).toList();
        if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var first = found.getFirst().orElseThrow();
        return found.stream().allMatch(other -> other.orElseThrow().type().equals(first.type()))
                ? Optional.of(first)
                : Optional.empty();
    }

    Set<String> traitNames(String trait) {
        var names = new LinkedHashSet<String>();
        for (var name : broughtBy(trait)) {
            ofTrait(trait, name).ifPresent(field -> names.add(field.name()));
        }
        return names;
    }

    private List<String> broughtBy(String trait) {
        return scope.model().trait(trait).map(found -> found.fields()).orElse(List.of());
    }

    private List<Entity> carriers(String trait) {
        return scope.model().carriers(trait).stream().filter(scope.visibility()::readable).toList();
    }

    /** A list of records in sight that point at those of an entity. */
    Optional<RelatedList> list(String entity, String name) {
        return visible(entity).stream()
                .flatMap(target -> RelatedList.of(scope.model(), target).stream())
                .filter(list -> list.name().equals(name))
                .filter(list -> scope.visibility().readable(list.entity()))
                .filter(list -> sees(list.entity(), list.field()))
                .findFirst();
    }

    static Use.Meaning use(RelatedList list) {
        return new Use.Meaning.OfList(list.entity().name(), list.field().name(), list.name());
    }

    /** Whether records of an entity may be asked for anything. */
    boolean isVisible(String entity) {
        return visible(entity).isPresent();
    }

    private Optional<Entity> visible(String entity) {
        var row = scope.row().filter(own -> own.name().equals(entity));
        return row.or(() -> scope.model().entity(entity)).filter(scope.visibility()::readable);
    }

    private boolean sees(Entity entity, Field field) {
        return field.sensitivity() != Sensitivity.SECRET
                && scope.visibility().readable(entity, field);
    }
}
