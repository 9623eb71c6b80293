package org.entente.server.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.server.installation.Installation;
import org.entente.server.problem.Languages;

/** The headers that every response carries. */
@Dependent
final class ResponseHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final Installation installation;

    @Inject
    ResponseHeaders(Installation installation) {
        this.installation = installation;
    }

    /** As for data, which nobody may keep or show in a frame; pages loosen what they need. */
    void set(HttpServletRequest request, HttpServletResponse response, String requestId) {
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Content-Language", language(request));
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-store");
        if (installation.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static String language(HttpServletRequest request) {
        return Languages.of(request.getHeader("Accept-Language")).getLanguage();
    }
}
