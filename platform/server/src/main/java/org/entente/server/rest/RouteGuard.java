package org.entente.server.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.server.openapi.Right;
import org.entente.server.openapi.Route;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Serves only what is declared: routes with their annotation, and their own query parameters. */
@Provider
@ApplicationScoped
public class RouteGuard implements ContainerRequestFilter {

    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var route = method == null ? null : method.getAnnotation(Route.class);
        if (route == null) {
            request.abortWith(answers.refusal(List.of(Problem.of(ProblemCode.NOT_FOUND))));
            return;
        }
        if (isUnsafe(request, route) && request.getHeaderString(Once.HEADER) != null) {
            request.abortWith(answers.refusal(List.of(keyNotTaken())));
            return;
        }
        var unknown =
                request.getUriInfo().getQueryParameters().keySet().stream()
                        .filter(name -> !takes(route, name))
                        .sorted()
                        .map(RouteGuard::unknown)
                        .toList();
        if (!unknown.isEmpty()) {
            request.abortWith(answers.refusal(unknown));
        }
    }

    /** Whether it would be done twice when it is sent twice. */
    private static boolean isUnsafe(ContainerRequestContext request, Route route) {
        return !route.once()
                && route.right() != Right.READ
                && !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    private static Problem keyNotTaken() {
        return Problem.of(
                ProblemCode.UNKNOWN_PARAMETER, "/" + Once.HEADER, Map.of("name", Once.HEADER));
    }

    static boolean takes(Route route, String name) {
        return Arrays.stream(route.query())
                .anyMatch(known ->
                        known.endsWith("*")
                                ? name.startsWith(known.substring(0, known.length() - 1))
                                : name.equals(known));
    }

    private static Problem unknown(String name) {
        return Problem.of(ProblemCode.UNKNOWN_PARAMETER, "/" + name, Map.of("name", name));
    }
}
