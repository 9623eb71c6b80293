package org.entente.metadata.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Field.Flags;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.ReferenceType;

/** The fields that every record has; they stand in its values beside the defined ones. */
public final class SystemFields {

    /** The user whose record it is; the only system field that a caller may set. */
    public static final Field OWNER =
            user("owner", Map.of("fr", "Propriétaire", "en", "Owner"), false);

    public static final Field CREATED_AT =
            instant("created_at", Map.of("fr", "Créé le", "en", "Created on"), true);
    public static final Field CREATED_BY =
            user("created_by", Map.of("fr", "Créé par", "en", "Created by"), true);

    /** Every write changes it, so an index of it would make every write dearer. */
    public static final Field UPDATED_AT =
            instant("updated_at", Map.of("fr", "Modifié le", "en", "Updated on"), false);

    public static final Field UPDATED_BY =
            user("updated_by", Map.of("fr", "Modifié par", "en", "Updated by"), true);

    /** All of them, in the order in which they are shown. */
    public static final List<Field> ALL =
            List.of(OWNER, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);

    private SystemFields() {}

    /** The system field of this name. */
    public static Optional<Field> named(String name) {
        return ALL.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static Field user(String name, Map<String, String> label, boolean system) {
        return field(
                name,
                new ReferenceType("user", Optional.empty(), OnDelete.RESTRICT),
                label,
                true,
                system);
    }

    private static Field instant(String name, Map<String, String> label, boolean filterable) {
        return field(name, new DateTimeType(), label, filterable, true);
    }

    private static Field field(
            String name,
            FieldType type,
            Map<String, String> label,
            boolean filterable,
            boolean system) {
        return new Field(
                name,
                name,
                Rank.PLATFORM,
                type,
                new Text(label),
                Optional.empty(),
                Optional.empty(),
                new Requirement.Never(),
                Optional.empty(),
                Optional.empty(),
                Sensitivity.NORMAL,
                new Flags(false, false, filterable, false),
                system);
    }
}
