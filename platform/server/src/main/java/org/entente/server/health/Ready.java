package org.entente.server.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.entente.engine.feed.Signals;
import org.entente.identity.KeycloakDirectory;
import org.entente.spi.EntenteException;
import org.jspecify.annotations.Nullable;

/** Up while requests can be served: the start is over, the database and Keycloak answer. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    @Inject private Progress progress;
    @Inject private KeycloakDirectory directory;
    @Inject private Signals signals;

    @Resource(lookup = "jdbc/entente-read")
    private @Nullable DataSource database;

    @Override
    public HealthCheckResponse call() {
        var started = progress.started();
        var stored = databaseAnswers();
        var identified = directory.reachable();
        return HealthCheckResponse.named("ready")
                .withData("feed_lag_ms", stored ? lag() : -1)
                .withData("started", started)
                .withData("database", stored)
                .withData("identity", identified)
                .status(started && stored && identified)
                .build();
    }

    /** A late feed is told, and no reason to take a node out. */
    private long lag() {
        try {
            return signals.lag().toMillis();
        } catch (EntenteException away) {
            return -1;
        }
    }

    private boolean databaseAnswers() {
        if (database == null) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
