package org.entente.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.entente.engine.access.SessionStore;
import org.entente.engine.access.Sessions;
import org.entente.engine.tenancy.Users.FirstPasswords;
import org.entente.identity.KeycloakAddress;
import org.entente.identity.KeycloakDirectory;
import org.entente.server.gate.Askers;
import org.entente.server.gate.LibertyBearerCheck;
import org.entente.server.installation.Installation;
import org.entente.server.problem.ProblemTexts;
import org.entente.server.problem.ProblemWriter;

/** Makes what stands around the use cases: who asks, where we are, what is outside. */
@ApplicationScoped
public class Wiring {

    private static final String REALM = "entente";

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Installation installation(Config config) {
        return new Installation(
                URI.create(config.getValue("ENTENTE_PUBLIC_URL", String.class)),
                config.getValue("ENTENTE_KEYCLOAK_URL", String.class),
                REALM,
                config.getOptionalValue("ENTENTE_EMBEDDED", Boolean.class).orElse(false));
    }

    @Produces
    @Singleton
    KeycloakDirectory directory(Installation installation, Config config, Clock clock) {
        var secret = config.getValue("ENTENTE_ADMIN_CLIENT_SECRET", String.class);
        return new KeycloakDirectory(
                new KeycloakAddress(installation.keycloakUrl(), REALM, "entente-admin", secret),
                clock);
    }

    /** In a demonstration everybody knows their password: it is their username. */
    @Produces
    @Singleton
    FirstPasswords firstPasswords(Installation installation) {
        return person ->
                installation.embedded() ? Optional.of(person.username()) : Optional.empty();
    }

    @Produces
    @Singleton
    ProblemWriter problems() {
        return new ProblemWriter(new ProblemTexts());
    }

    @Produces
    @Singleton
    Sessions sessions(SessionStore store, Clock clock) {
        return new Sessions(store, clock);
    }

    @Produces
    @Singleton
    Askers askers(Sessions sessions, Installation installation, Clock clock) {
        return new Askers(sessions, installation, new LibertyBearerCheck(), clock);
    }
}
