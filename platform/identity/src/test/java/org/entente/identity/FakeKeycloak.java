package org.entente.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** As much of a Keycloak as the adapter speaks to, with the same answers, in memory. */
final class FakeKeycloak implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final Map<String, JsonNode> organizations = new LinkedHashMap<>();
    private final Map<String, JsonNode> users = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private String token = "";
    private int tokensGiven;
    private int failing;

    FakeKeycloak() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    KeycloakAddress address() {
        var url = "http://localhost:" + server.getAddress().getPort();
        return new KeycloakAddress(url, "entente", "entente-admin", "secret&more");
    }

    JsonNode user(String id) {
        return users.getOrDefault(id, MissingNode.getInstance());
    }

    Map<String, JsonNode> organizations() {
        return organizations;
    }

    List<String> members(String organization) {
        return members.getOrDefault(organization, List.of());
    }

    int tokensGiven() {
        return tokensGiven;
    }

    /** As after a restart: tokens given before are worth nothing. */
    void forgetTokens() {
        token = "forgotten";
    }

    /** Answers so many requests with 500. */
    void failNext(int requests) {
        failing = requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (failing > 0) {
                failing--;
                answer(exchange, 500, Map.of("error", "broken"));
            } else if (path.endsWith("/protocol/openid-connect/token")) {
                giveToken(exchange);
            } else if (path.endsWith("/openid-configuration")) {
                answer(exchange, 200, Map.of());
            } else if (!bearer(exchange).equals("Bearer " + token)) {
                answer(exchange, 401, Map.of("error", "HTTP 401 Unauthorized"));
            } else {
                administer(exchange, path.replace("/admin/realms/entente", ""));
            }
        }
    }

    private static String bearer(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        var form = text(exchange);
        if (!form.contains("client_secret=secret%26more")) {
            answer(exchange, 401, Map.of("error", "unauthorized_client"));
            return;
        }
        tokensGiven++;
        token = "token-" + tokensGiven;
        answer(exchange, 200, Map.of("access_token", token, "expires_in", 60));
    }

    private void administer(HttpExchange exchange, String path) throws IOException {
        var post = exchange.getRequestMethod().equals("POST");
        if (path.endsWith("/members")) {
            join(exchange, path.split("/", -1)[2]);
        } else if (path.equals("/organizations")) {
            if (post) {
                make(exchange, organizations, "name");
            } else {
                search(exchange, organizations);
            }
        } else if (post) {
            make(exchange, users, "username");
        } else {
            search(exchange, users);
        }
    }

    private void make(HttpExchange exchange, Map<String, JsonNode> things, String unique)
            throws IOException {
        var thing = json.readTree(text(exchange));
        var name = thing.path(unique).asString();
        if (things.values().stream().anyMatch(t -> t.path(unique).asString().equals(name))) {
            answer(exchange, 409, Map.of("errorMessage", "exists with same " + unique));
            return;
        }
        var id = UUID.randomUUID().toString();
        things.put(id, thing);
        exchange.getResponseHeaders()
                .set("Location", "http://localhost" + exchange.getRequestURI() + "/" + id);
        answer(exchange, 201, Map.of());
    }

    private void search(HttpExchange exchange, Map<String, JsonNode> things) throws IOException {
        var query =
                URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        var wanted = query.substring(query.lastIndexOf(query.contains(":") ? ':' : '=') + 1);
        var found = new ArrayList<Map<String, String>>();
        things.forEach((id, thing) -> {
            if (thing.toString().contains("\"" + wanted + "\"")) {
                found.add(Map.of("id", id));
            }
        });
        answer(exchange, 200, found);
    }

    private void join(HttpExchange exchange, String organization) throws IOException {
        var user = json.readTree(text(exchange)).asString();
        var joined = members.computeIfAbsent(organization, id -> new ArrayList<>());
        if (joined.contains(user)) {
            answer(exchange, 409, Map.of("errorMessage", "User is already a member"));
            return;
        }
        joined.add(user);
        answer(exchange, 201, Map.of());
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
