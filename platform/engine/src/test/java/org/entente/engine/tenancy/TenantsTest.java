package org.entente.engine.tenancy;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.engine.fake.House;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.EntenteException;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantsTest {

    private final House house = new House();
    private final Map<String, Object> request =
            Map.of("name", "horizon", "title", "Horizon", "admin", Map.of("email", "a@b.fr"));

    @Test
    void theFirstAdministratorMayDoEverything() {
        var tenant = house.tenant("horizon");
        var admin = house.administrator(tenant);
        assertEquals(Set.of("administrator"), admin.roles());
        assertEquals("admin@horizon.example", admin.user().email());
    }

    @Test
    void aTitleMayBeSaidInSeveralLanguages() {
        var title = Map.of("fr", "Mutuelle");
        var both = Map.of("name", "m1", "title", title, "admin", Map.of("email", "a@b.fr"));
        var entry = done(house.tenants.create(house.operator, both));
        assertEquals("Mutuelle", entry.title());
        var settings = house.models.of(entry.tenant()).settings();
        assertEquals("Mutuelle", settings.title().in(Locale.FRENCH));
    }

    @Test
    void aMemberIsToldATitleInAllItsLanguages() {
        var title = Map.of("fr", "Mutuelle", "en", "Mutual");
        var both = Map.of("name", "m1", "title", title, "admin", Map.of("email", "a@b.fr"));
        done(house.tenants.create(house.operator, both));
        assertEquals(
                List.of(Map.of("name", "m1", "title", title)), house.users.tenants("subject-0"));
    }

    @Test
    void aTakenNameIsRefused() {
        house.tenant("horizon");
        var refused = problem(house.tenants.create(house.operator, request));
        assertEquals(ProblemCode.NAME_TAKEN, refused.code());
        assertEquals("/name", refused.at());
    }

    @ParameterizedTest
    @CsvSource({"api,RESERVED_NAME", "A,INVALID_NAME", "é,INVALID_NAME", "a_b,INVALID_NAME"})
    void anUnfitNameIsRefused(String name, ProblemCode code) {
        var unfit = Map.of("name", name, "admin", Map.of("email", "a@b.fr"));
        assertEquals(code, problem(house.tenants.create(house.operator, unfit)).code());
    }

    @Test
    void anUnknownPackIsRefusedBeforeAnythingIsMade() {
        var unknown =
                Map.of(
                        "name",
                        "x1",
                        "packs",
                        List.of("nothing"),
                        "admin",
                        Map.of("email", "a@b.fr"));
        assertEquals(
                ProblemCode.UNKNOWN_PACK,
                problem(house.tenants.create(house.operator, unknown)).code());
        assertTrue(house.catalog.all().isEmpty());
    }

    @Test
    void anInterruptedCreationIsBroughtToItsEnd() {
        house.directory.away(true);
        assertThrows(EntenteException.class, () -> house.tenants.create(house.operator, request));
        assertEquals(1, house.catalog.unfinished().size());
        assertTrue(house.callers.caller("subject-0", "horizon", Locale.FRENCH).isEmpty());
        house.directory.away(false);
        assertEquals(List.of(), house.tenants.resume());
        assertEquals(State.ACTIVE, house.catalog.named("horizon").orElseThrow().state());
    }

    @Test
    void resumingTwiceMakesNothingTwice() {
        house.directory.away(true);
        assertThrows(EntenteException.class, () -> house.tenants.create(house.operator, request));
        house.directory.away(false);
        house.tenants.resume();
        house.tenants.resume();
        var tenant = house.catalog.named("horizon").orElseThrow().tenant();
        var system = org.entente.engine.access.SystemUser.caller(tenant, House.NOW);
        assertEquals(1, done(house.page(system, "user", "")).data().size());
        assertEquals(1, done(house.page(system, "user_role", "")).data().size());
        assertEquals(1, house.directory.people());
    }

    @Test
    void nobodyCanTellAnUnknownTenantFromOneOfOthers() {
        house.tenant("horizon");
        house.tenant("atlas");
        assertTrue(house.callers.caller("subject-1", "horizon", Locale.FRENCH).isEmpty());
        assertTrue(house.callers.caller("subject-1", "nowhere", Locale.FRENCH).isEmpty());
        assertTrue(house.callers.caller("subject-1", "atlas", Locale.FRENCH).isPresent());
    }

    @Test
    void aUserNameCountsOnlyWhereNewPeopleHaveAPassword() {
        var admin = house.administrator(house.tenant("horizon"));
        var member = Map.of("username", "taken-elsewhere", "email", "m@b.fr", "name", "M");
        var user = done(house.users.add(admin, member));
        assertEquals("m@b.fr", user.values().get("username"));
    }

    @Test
    void addingAMemberAgainAddsOnlyWhatIsNew() {
        var tenant = house.tenant("horizon");
        var admin = house.administrator(tenant);
        var member = Map.of("email", "m@b.fr", "name", "M", "roles", List.of("administrator"));
        done(house.users.add(admin, member));
        done(house.users.add(admin, member));
        assertEquals(2, done(house.page(admin, "user", "")).data().size());
        assertEquals(2, done(house.page(admin, "user_role", "")).data().size());
    }
}
