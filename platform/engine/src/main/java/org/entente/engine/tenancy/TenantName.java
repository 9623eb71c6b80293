package org.entente.engine.tenancy;

import java.util.Map;
import java.util.Set;
import org.entente.engine.request.Arguments;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** The name of a tenant in a request: well formed, and none that our own addresses need. */
final class TenantName {

    private static final Set<String> RESERVED =
            Set.of(
                    "admin",
                    "api",
                    "assets",
                    "auth",
                    "console",
                    "entente",
                    "health",
                    "host",
                    "login",
                    "logout",
                    "metrics",
                    "oidc",
                    "operator",
                    "platform",
                    "public",
                    "static",
                    "status",
                    "support",
                    "system",
                    "www");

    private TenantName() {}

    static String read(Arguments arguments) {
        var name = arguments.requiredText("name");
        if (RESERVED.contains(name)) {
            arguments.problem(ProblemCode.RESERVED_NAME, "/name", Map.of("name", name));
        } else if (arguments.has("name") && !Tenant.isName(name)) {
            arguments.problem(ProblemCode.INVALID_NAME, "/name", Map.of("name", name));
        }
        return name;
    }
}
