package org.entente.server.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the declared routes of resource classes. */
public final class RouteReader {

    private static final String TENANT = "api/v1/";
    private static final Pattern CONSTRAINT = Pattern.compile("\\{(\\w+): (?:[^{}]|\\{[^{}]*})*}");

    /** Without these a route refuses; what else it reads, it can do without. */
    private static final List<String> NEEDED = List.of("If-Match", "Content-Disposition");

    private RouteReader() {}

    /**
     * A route.
     *
     * @param path below the root of its API, with a slash before it
     * @param consumes the media types of its body
     * @param headers the headers that it needs
     */
    public record Declared(
            String method, String path, Route route, List<String> consumes, List<String> headers) {
        public Declared {
            consumes = List.copyOf(consumes);
            headers = List.copyOf(headers);
        }

        /** The names in the path, in order. */
        List<String> pathParameters() {
            return Pattern.compile("\\{(\\w+)}")
                    .matcher(path)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    /** The routes of these classes, by path and method. */
    public static List<Declared> read(Collection<Class<?>> resources) {
        var routes = new ArrayList<Declared>();
        for (var resource : resources) {
            for (var method : resource.getDeclaredMethods()) {
                httpMethod(method)
                        .filter(http -> method.isAnnotationPresent(Route.class))
                        .ifPresent(http -> routes.add(declared(resource, method, http)));
            }
        }
        routes.sort(
                Comparator.comparing(Declared::path)
                        .thenComparing(Declared::method)
                        .thenComparing(declared -> declared.route().id()));
        return routes;
    }

    /** Methods that answer calls although nothing is declared about them. */
    public static List<String> undeclared(Collection<Class<?>> resources) {
        return resources.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method ->
                        httpMethod(method).isPresent() || method.isAnnotationPresent(Path.class))
                .filter(method -> !method.isAnnotationPresent(Route.class))
                .map(Method::toString)
                .sorted()
                .toList();
    }

    private static Declared declared(Class<?> resource, Method method, String http) {
        var consumes = method.getAnnotation(Consumes.class);
        var headers =
                Arrays.stream(method.getParameters())
                        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                        .filter(java.util.Objects::nonNull)
                        .map(HeaderParam::value)
                        .filter(NEEDED::contains)
                        .toList();
        return new Declared(
                http.toLowerCase(Locale.ROOT),
                path(resource, method),
                method.getAnnotation(Route.class),
                consumes == null ? List.of() : List.of(consumes.value()),
                headers);
    }

    private static String path(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var whole =
                resource.getAnnotation(Path.class).value()
                        + (below == null ? "" : "/" + below.value());
        var inTenant = whole.startsWith(TENANT) ? whole.substring(TENANT.length()) : whole;
        return ("/" + CONSTRAINT.matcher(inTenant).replaceAll("{$1}")).replace("//", "/");
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }
}
