package org.entente.metadata.value;

import static org.entente.metadata.value.Reading.done;
import static org.entente.metadata.value.Reading.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";

    @Test
    void readsReferencesToOneEntity() {
        var type = new ReferenceType("person", Optional.empty(), OnDelete.RESTRICT);
        var byId = new ReferenceInput.ById("person", UUID.fromString(ID));
        assertEquals(byId, done(ID, type));
        assertEquals(byId, done(ID.toUpperCase(Locale.ROOT), type));
        assertEquals(byId, done(Map.of("id", ID), type));
        assertEquals(byId, done(Map.of("id", ID, "entity", "person", "label", "Jo"), type));
        assertEquals(
                new ReferenceInput.ByField("person", "email", "a@b.fr"),
                done(Map.of("by", Map.of("email", "a@b.fr")), type));
        assertEquals(
                new ReferenceInput.ByField("person", "number", 3L),
                done(Map.of("by", Map.of("number", 3L)), type));
        assertEquals("invalid_value/entity", told(Map.of("id", ID, "entity", "claim"), type));
    }

    @Test
    void readsReferencesToATraitWithTheirEntity() {
        var type = new TraitReferenceType("party", Optional.empty(), OnDelete.RESTRICT);
        assertEquals(
                new ReferenceInput.ById("person", UUID.fromString(ID)),
                done(Map.of("entity", "person", "id", ID), type));
        assertEquals(
                new ReferenceInput.ByField("person", "email", "a@b.fr"),
                done(Map.of("entity", "person", "by", Map.of("email", "a@b.fr")), type));
        assertEquals("required/entity", told(ID, type));
        assertEquals("required/entity", told(Map.of("id", ID), type));
    }

    @Test
    void refusesUnfitReferences() {
        var type = new ReferenceType("person", Optional.empty(), OnDelete.RESTRICT);
        assertEquals("invalid_value", told("42", type));
        assertEquals("invalid_value", told("1-1-1-1-1", type));
        assertEquals("wrong_type", told(42L, type));
        assertEquals("invalid_value", told(Map.of(), type));
        assertEquals(
                "invalid_value", told(Map.of("id", ID, "by", Map.of("email", "a@b.fr")), type));
        assertEquals("invalid_value/id", told(Map.of("id", "x"), type));
        assertEquals("wrong_type/id", told(Map.of("id", 3), type));
        assertEquals("wrong_type/by", told(Map.of("by", "x"), type));
        assertEquals("wrong_type/by", told(Map.of("by", Map.of()), type));
        assertEquals("wrong_type/by", told(Map.of("by", Map.of("a", 1, "b", 2)), type));
        assertEquals("wrong_type/by", told(Map.of("by", Map.of("a", List.of())), type));
        assertEquals("wrong_type/entity", told(Map.of("id", ID, "entity", 1), type));
        assertEquals("unknown_field/ids", told(Map.of("id", ID, "ids", 1), type));
    }
}
