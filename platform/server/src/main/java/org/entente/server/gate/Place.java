package org.entente.server.gate;

import java.util.regex.Pattern;
import org.entente.spi.Tenant;

/**
 * What a path leads to. It is read from the path as it came, for the container's own normalised
 * path and the one that routes are matched against may differ.
 */
sealed interface Place {

    /** A tenant's API. */
    record TenantApi(String tenant) implements Place {}

    /** A page of a tenant's console. */
    record TenantPage(String tenant) implements Place {}

    /** A tenant's console without the slash that its relative addresses need. */
    record TenantWithoutSlash(String tenant) implements Place {}

    /** The page where one chooses a tenant. */
    record RootPage() implements Place {}

    /** A file of the console, the same for everybody. */
    record Asset(String file) implements Place {}

    /** The API of operators. */
    record OperatorApi() implements Place {}

    /** The API of whoever is signed in. */
    record OwnApi() implements Place {}

    /** Signing in and out. */
    record Door() implements Place {}

    /** A path that could be read in two ways. */
    record Odd() implements Place {}

    /** Nothing that we serve. */
    record Nowhere() implements Place {}

    /** Dot segments, empty segments, path parameters, and escapes that hide those. */
    Pattern ODD =
            Pattern.compile(
                    "//|/\\.{1,2}(/|$)|[;\\\\]|%(2e|2f|5c|3b|25|00)", Pattern.CASE_INSENSITIVE);

    Pattern OF_TENANT = Pattern.compile("/t/([^/%]+)(/.*)?");
    Pattern FILE =
            Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-]+(\\.[A-Za-z0-9]+)+");

    /** The place of a path that begins with a slash. */
    static Place of(String path) {
        if (ODD.matcher(path).find()) {
            return new Odd();
        }
        var ofTenant = OF_TENANT.matcher(path);
        if (ofTenant.matches() && Tenant.isName(ofTenant.group(1))) {
            return inTenant(ofTenant.group(1), ofTenant.group(2) == null ? "" : ofTenant.group(2));
        }
        return switch (path) {
            case "/" -> new RootPage();
            case "/login", "/oidc-start", "/logout", "/bye" -> new Door();
            case "/api/v1/me" -> new OwnApi();
            default -> outsideTenants(path);
        };
    }

    private static Place inTenant(String tenant, String path) {
        if (path.isEmpty()) {
            return new TenantWithoutSlash(tenant);
        }
        if (path.startsWith("/api/")) {
            return path.startsWith("/api/v1/") ? new TenantApi(tenant) : new Nowhere();
        }
        if (path.contains(".")) {
            return FILE.matcher(path).matches() ? new Asset(path) : new Nowhere();
        }
        return new TenantPage(tenant);
    }

    private static Place outsideTenants(String path) {
        if (path.startsWith("/api/v1/platform/")) {
            return new OperatorApi();
        }
        var file = !path.startsWith("/t/") && !path.startsWith("/api/");
        return file && FILE.matcher(path).matches() ? new Asset(path) : new Nowhere();
    }
}
