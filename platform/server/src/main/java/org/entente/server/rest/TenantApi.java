package org.entente.server.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.entente.server.body.JsonBodies;
import org.entente.server.body.ZipBodies;

/** The API inside a tenant. */
@ApplicationPath("t")
public class TenantApi extends Application {

    /** Its resources. */
    public static final Set<Class<?>> RESOURCES =
            Set.of(
                    DataResource.class,
                    FileResource.class,
                    ChangeResource.class,
                    JobResource.class,
                    MetaResource.class,
                    ChangeSetResource.class,
                    VersionResource.class,
                    PackResource.class,
                    UserResource.class,
                    OpenApiResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new java.util.LinkedHashSet<>(RESOURCES);
        classes.addAll(Set.of(JsonBodies.class, ZipBodies.class, Edge.class, RouteGuard.class));
        return classes;
    }
}
