package org.entente.server.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.entente.server.problem.Languages;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** One request on its way through the gate. */
record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        FilterChain chain,
        Refusals refusals) {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    String path() {
        return request.getRequestURI();
    }

    /** The path with its query, as it came. */
    String address() {
        var query = request.getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    Locale language() {
        return Languages.of(request.getHeader("Accept-Language"));
    }

    boolean reads() {
        return READING.contains(request.getMethod());
    }

    /** Whether a person with a browser asks for a page. */
    boolean wantsPage() {
        return reads()
                && Collections.list(request.getHeaders("Accept")).stream()
                        .anyMatch(types -> types.contains("text/html"));
    }

    void pass() throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    /** Lets it into a tenant's API, whose routes are matched without the tenant. */
    void passInto(String tenant) throws IOException, ServletException {
        chain.doFilter(new InsideTenant(request, tenant), response);
    }

    void refuse(ProblemCode code) throws IOException {
        refusals.refuse(request, response, Problem.of(code));
    }

    void refuse(Problem problem) throws IOException {
        refusals.refuse(request, response, problem);
    }

    void redirect(int status, String location) {
        response.setStatus(status);
        response.setHeader("Location", location);
    }

    void signIn() {
        redirect(302, "/login?next=" + URLEncoder.encode(address(), StandardCharsets.UTF_8));
    }
}
