package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.entity;
import static org.entente.metadata.definition.Sources.field;
import static org.entente.metadata.definition.Sources.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Role.Grant;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.model.Role.Scope;
import org.junit.jupiter.api.Test;

class PlatformLayerTest {

    private final org.entente.metadata.model.Model model = model();

    @Test
    void definesUsersTheirRolesAndTeams() {
        assertEquals(Set.of("user", "user_role", "team"), model.entities().keySet());
        assertEquals(Rank.PLATFORM, entity(model, "user").rank());
        assertEquals("name", entity(model, "user").naming());
        for (var name : List.of("email", "username")) {
            assertTrue(field(model, "user", name).flags().unique(), name);
        }
        for (var name : List.of("name", "email")) {
            assertEquals(new Requirement.Always(), field(model, "user", name).required());
        }
        assertEquals(List.of(List.of("user", "role")), entity(model, "user_role").unique());
        assertTrue(
                field(model, "user_role", "user").type()
                                instanceof ReferenceType(String to, var related, OnDelete onDelete)
                        && to.equals("user")
                        && onDelete == OnDelete.CASCADE);
    }

    @Test
    void definesTheAdministrator() {
        var role = model.roles().values().iterator().next();
        assertEquals("administrator", role.name());
        assertEquals(
                List.of(
                        new Grant(
                                new Scope.EveryEntity(),
                                Set.of(
                                        Operation.READ,
                                        Operation.CREATE,
                                        Operation.UPDATE,
                                        Operation.DELETE)),
                        new Grant(new Scope.OfTenant(), Set.of(Operation.MODEL, Operation.USERS))),
                role.grants());
    }

    /** Tables of every tenant are found by these keys: they must never change. */
    @Test
    void itsKeysStayAsTheyAre() {
        assertEquals(
                List.of("klj6kxsvh", "krr7gjyfc", "k4oxur3iq"),
                model.entities().values().stream().map(entity -> entity.key()).toList());
        assertEquals("k3nzoziwq", field(model, "user", "email").key());
    }
}
