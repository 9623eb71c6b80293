package org.entente.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prepares the tenant as any client would; nothing here is measured. */
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The realm's tokens live for five minutes. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings.House house;
    private final Map<String, Taken> tokens = new HashMap<>();

    Api(Settings.House house) {
        this.house = house;
    }

    /** A bearer token that has some minutes to live. */
    String token(String user) {
        var known = tokens.get(user);
        if (known == null || known.taken().plus(FRESH).isBefore(Instant.now())) {
            known = new Taken(granted(user), Instant.now());
            tokens.put(user, known);
        }
        return known.token();
    }

    private record Taken(String token, Instant taken) {}

    private String granted(String user) {
        var form =
                "grant_type=password&client_id=entente-cli&scope=openid&username=%1$s&password=%1$s"
                        .formatted(encode(user));
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        house.keycloak()
                                                + "/realms/entente/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return good(send(request)).path("access_token").asString();
    }

    JsonNode get(String path, String token) {
        return good(send(request(path, token).GET().build()));
    }

    /** What the hand-written application answers. */
    void reference(String path, String body) {
        good(posted("/reference/" + path, "reference", body));
    }

    JsonNode post(String path, String token, String body) {
        return good(posted(path, token, body));
    }

    /** The same for what may be there already. */
    boolean created(String path, String token, String body) {
        var answer = posted(path, token, body);
        if (answer.statusCode() == 409 || answer.statusCode() == 422) {
            return false;
        }
        good(answer);
        return true;
    }

    private HttpResponse<String> posted(String path, String token, String body) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(house.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BenchFailure(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static JsonNode good(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new BenchFailure(
                    answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
