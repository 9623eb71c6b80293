package org.entente.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once the start is over. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

    @Inject private Progress progress;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(progress.started()).build();
    }
}
