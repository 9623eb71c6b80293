package org.entente.server.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Text;
import org.entente.server.openapi.Right;
import org.entente.server.openapi.Scope;

/** Somebody who may do everything with the one entity that there is. */
final class EverythingScope implements Scope {

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public boolean grants(Right right) {
        return true;
    }

    @Override
    public List<Entity> entities(Right right) {
        return List.of(person());
    }

    @Override
    public List<Field> fields(Entity entity) {
        return List.copyOf(entity.fields().values());
    }

    private static Entity person() {
        var fields = new LinkedHashMap<String, Field>();
        List.of(
                        new FieldType.TextType(80),
                        new FieldType.MoneyType(Optional.empty()),
                        new FieldType.DateType(),
                        new FieldType.AddressType(),
                        new FieldType.ReferenceType(
                                "person", Optional.empty(), FieldType.OnDelete.CLEAR))
                .forEach(type -> fields.put(type.keyword(), field(type)));
        return new Entity(
                "person",
                "k",
                Rank.TENANT,
                Text.of("Person"),
                Text.of("People"),
                List.of(),
                "text",
                fields,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Field field(FieldType type) {
        return new Field(
                type.keyword(),
                type.keyword(),
                Rank.TENANT,
                type,
                Text.of(type.keyword()),
                Optional.empty(),
                Optional.empty(),
                new Field.Requirement.Never(),
                Optional.empty(),
                Optional.empty(),
                Field.Sensitivity.NORMAL,
                new Field.Flags(false, false, false, false),
                false);
    }
}
