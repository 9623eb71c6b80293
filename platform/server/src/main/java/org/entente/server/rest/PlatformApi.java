package org.entente.server.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.server.body.JsonBodies;

/** The API outside of tenants: of operators, and of whoever is signed in. */
@ApplicationPath("api/v1")
public class PlatformApi extends Application {

    /** Its resources. */
    public static final Set<Class<?>> RESOURCES = Set.of(TenantResource.class, OwnResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new LinkedHashSet<>(RESOURCES);
        classes.addAll(Set.of(JsonBodies.class, Edge.class, RouteGuard.class));
        return classes;
    }
}
