package org.entente.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A plain HTTP client that speaks JSON, as any outside program would. */
final class Web {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PROBE = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    /** An answer; the body is a missing node when it was not JSON. */
    record Answer(int status, JsonNode body, String text) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /** True when the address answers 200 soon. */
    boolean ready(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PROBE).GET().build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    Answer get(String url, String token) {
        return send(authorized(url, token).GET());
    }

    Answer post(String url, String token, JsonNode body) {
        return send(json(authorized(url, token)).POST(BodyPublishers.ofString(body.toString())));
    }

    Answer put(String url, String token, JsonNode body) {
        return send(json(authorized(url, token)).PUT(BodyPublishers.ofString(body.toString())));
    }

    Answer post(String url, String token, String type, BodyPublisher body) {
        return send(authorized(url, token).header("Content-Type", type).POST(body));
    }

    Answer post(String url, String token) {
        return send(authorized(url, token).POST(BodyPublishers.noBody()));
    }

    Answer put(String url, String token, String type, BodyPublisher body) {
        return send(authorized(url, token).header("Content-Type", type).PUT(body));
    }

    /** An answer that is no JSON. */
    String text(String url, String token) {
        var answer = send(authorized(url, token).GET(), "text/csv");
        if (!answer.good()) {
            throw new LaunchFailure(url + " answers " + answer.status() + ".");
        }
        return answer.text();
    }

    /** An answer as it came. */
    byte[] bytes(String url, String token) {
        var request = authorized(url, token).GET().timeout(ANSWER).build();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                var text = new String(response.body(), StandardCharsets.UTF_8);
                Seeding.good(new Answer(response.statusCode(), parse(text), text), "The call");
            }
            return response.body();
        } catch (IOException e) {
            throw silent(request, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    Answer form(String url, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder authorized(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder builder) {
        return send(builder, "application/json");
    }

    private Answer send(HttpRequest.Builder builder, String accepted) {
        var request = builder.timeout(ANSWER).header("Accept", accepted).build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.body());
        } catch (IOException e) {
            throw silent(request, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LaunchFailure silent(HttpRequest request, IOException e) {
        return new LaunchFailure(
                request.uri() + " does not answer. Is the house up? (./entente status)", e);
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static LaunchFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LaunchFailure("Interrupted.", e);
    }
}
