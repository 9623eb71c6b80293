package org.entente.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.tenancy.Directory.Person;
import org.entente.spi.EntenteException;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeycloakDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

    private final Tenant acme = new Tenant(UUID.randomUUID(), 1, "acme");
    private final Person ann = new Person("ann", "Ann@Acme.example", "Ann van Dyke");

    private FakeKeycloak keycloak;
    private KeycloakDirectory directory;

    @BeforeEach
    void start() throws IOException {
        keycloak = new FakeKeycloak();
        directory = new KeycloakDirectory(keycloak.address(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        keycloak.close();
    }

    @Test
    void anOrganizationIsMadeOnceAndCarriesTheTenantsId() {
        directory.ensureOrganization(acme, "Acme SA");
        directory.ensureOrganization(acme, "Acme SA");

        assertEquals(1, keycloak.organizations().size());
        var made = keycloak.organizations().values().iterator().next();
        assertEquals(
                acme.id().toString(), made.path("attributes").path("tenant").get(0).asString());
    }

    @Test
    void anOrganizationOfAnotherTimeDoesNotStandInTheWay() {
        var before = new Tenant(UUID.randomUUID(), 1, "acme");
        directory.ensureOrganization(before, "Acme");
        var now = new Tenant(UUID.randomUUID(), 2, "acme");
        directory.ensureOrganization(now, "Acme");
        directory.ensureOrganization(now, "Acme");
        assertEquals(2, keycloak.organizations().size());
    }

    @Test
    void aPersonIsMadeOnceAndJoinsTheOrganization() {
        directory.ensureOrganization(acme, "Acme");
        var first = directory.ensureMember(acme, ann, Optional.of("ann"));
        var again = directory.ensureMember(acme, ann, Optional.of("another"));

        assertEquals(first, again);
        var organization = keycloak.organizations().keySet().iterator().next();
        assertEquals(List.of(first), keycloak.members(organization));
        var made = keycloak.user(first);
        assertEquals("ann@acme.example", made.path("email").asString());
        assertEquals("Ann van", made.path("firstName").asString());
        assertEquals("Dyke", made.path("lastName").asString());
        assertEquals("ann", made.path("credentials").get(0).path("value").asString());
    }

    @Test
    void aPersonWithoutAFirstPasswordHasNoCredentials() {
        directory.ensureOrganization(acme, "Acme");
        var subject = directory.ensureMember(acme, ann, Optional.empty());
        assertTrue(keycloak.user(subject).path("credentials").isEmpty());
    }

    @Test
    void aUsernameOfSomebodyElseIsRefused() {
        directory.ensureOrganization(acme, "Acme");
        directory.ensureMember(acme, ann, Optional.empty());
        var other = new Person("ann", "other@acme.example", "Other");

        var refusal =
                assertThrows(
                        EntenteException.class,
                        () -> directory.ensureMember(acme, other, Optional.empty()));
        assertEquals(ProblemCode.NOT_UNIQUE, refusal.problem().code());
    }

    @Test
    void theTokenIsFetchedOnce() {
        directory.ensureOrganization(acme, "Acme");
        directory.ensureMember(acme, ann, Optional.empty());
        assertEquals(1, keycloak.tokensGiven());
    }

    @Test
    void aTokenThatIsNoLongerKnownIsReplaced() {
        directory.ensureOrganization(acme, "Acme");
        keycloak.forgetTokens();
        directory.ensureMember(acme, ann, Optional.empty());
        assertEquals(2, keycloak.tokensGiven());
    }

    @Test
    void aTokenIsReplacedBeforeItsEnd() {
        var clock = new SteppingClock(NOW);
        var patient = new KeycloakDirectory(keycloak.address(), clock);
        patient.ensureOrganization(acme, "Acme");
        clock.step(Duration.ofSeconds(41));
        patient.ensureOrganization(acme, "Acme");
        assertEquals(2, keycloak.tokensGiven());
    }

    @Test
    void aBrokenKeycloakIsUnavailable() {
        keycloak.failNext(1);
        var failure =
                assertThrows(
                        EntenteException.class, () -> directory.ensureOrganization(acme, "Acme"));
        assertEquals(ProblemCode.UNAVAILABLE, failure.problem().code());
    }

    @Test
    void aKeycloakThatIsAwayIsUnavailable() {
        assertTrue(directory.reachable());
        keycloak.close();
        var failure =
                assertThrows(
                        EntenteException.class, () -> directory.ensureOrganization(acme, "Acme"));
        assertEquals(ProblemCode.UNAVAILABLE, failure.problem().code());
        assertFalse(directory.reachable());
    }

    @Test
    void anAddressDoesNotShowItsSecret() {
        assertFalse(keycloak.address().toString().contains("secret"));
    }

    /** A clock that goes on when it is told to. */
    private static final class SteppingClock extends Clock {
        private Instant now;

        private SteppingClock(Instant now) {
            this.now = now;
        }

        private void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
