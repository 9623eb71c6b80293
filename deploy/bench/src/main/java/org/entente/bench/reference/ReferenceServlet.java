package org.entente.bench.reference;

import jakarta.annotation.Resource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would write by hand for two tables: no model, no rights, no audit, one known token.
 */
@WebServlet(urlPatterns = "/*", loadOnStartup = 1)
public final class ReferenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] EXPECTED = "Bearer reference".getBytes(StandardCharsets.UTF_8);

    @Resource(lookup = "jdbc/bench-reference")
    @SuppressWarnings("NullAway.Init") // set by the container
    private transient DataSource database;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!knows(request.getHeader("Authorization"))) {
            response.setStatus(401);
            return;
        }
        try {
            send(response, answer(request));
        } catch (SQLException e) {
            log(e.toString());
            response.setStatus(500);
        }
    }

    private static boolean knows(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(EXPECTED, header.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> answer(HttpServletRequest request) throws SQLException, IOException {
        var accounts = new Accounts(database);
        var path = request.getPathInfo().substring(1);
        return switch (request.getMethod() + " " + path.replaceAll("/.*", "/")) {
            case "GET account/" -> accounts.get(path.substring("account/".length()));
            case "PATCH account/" ->
                    accounts.rescore(
                            path.substring("account/".length()), values(request).getInt("score"));
            case "POST account" -> Optional.of(accounts.create(values(request)));
            case "POST accounts" ->
                    Optional.of(
                            accounts.createAll(
                                    body(request)
                                            .getJsonArray("all")
                                            .getValuesAs(JsonObject.class)));
            case "POST field" -> Optional.of(accounts.addField(request.getParameter("name")));
            case "GET accounts" ->
                    Optional.of(
                            accounts.newest(
                                    request.getParameter("industry"),
                                    request.getParameter("above")));
            case "GET contacts" -> Optional.of(accounts.contacts(request.getParameter("industry")));
            case "GET aggregate" -> Optional.of(accounts.byIndustry());
            case "GET named" -> Optional.of(accounts.named(request.getParameter("part")));
            default -> Optional.empty();
        };
    }

    private static JsonObject values(HttpServletRequest request) throws IOException {
        return body(request).getJsonObject("values");
    }

    private static JsonObject body(HttpServletRequest request) throws IOException {
        try (var reader = Json.createReader(request.getInputStream())) {
            return reader.readObject();
        }
    }

    private static void send(HttpServletResponse response, Optional<String> answer)
            throws IOException {
        response.setStatus(answer.isPresent() ? 200 : 404);
        var bytes = answer.orElse("{}").getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
