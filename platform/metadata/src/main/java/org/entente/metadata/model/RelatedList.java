package org.entente.metadata.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.metadata.model.FieldType.Pointing;

/**
 * The other side of a reference: the records that point at one.
 *
 * @param name unique among those of the entity that is pointed at
 * @param entity the entity of the records in the list
 * @param field its reference
 */
public record RelatedList(String name, Entity entity, Field field) {

    /** The lists of an entity, in the order of the references that make them. */
    public static List<RelatedList> of(Model model, Entity target) {
        var lists = new ArrayList<RelatedList>();
        for (var entity : model.entities().values()) {
            for (var field : entity.fields().values()) {
                if (pointsAt(field, target)) {
                    related(field)
                            .ifPresent(name -> lists.add(new RelatedList(name, entity, field)));
                }
            }
        }
        return lists;
    }

    /** Whether a field is a reference that may lead to records of an entity. */
    public static boolean pointsAt(Field field, Entity target) {
        return field.type() instanceof Pointing type && type.pointsAt(target);
    }

    private static Optional<String> related(Field field) {
        return field.type() instanceof Pointing type ? type.related() : Optional.empty();
    }
}
