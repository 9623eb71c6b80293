package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody who calls the API. Answers are taken as they come; nothing is followed or repeated. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String root;
    private final Supplier<Optional<String>> token;
    private final Duration patience;

    /**
     * @param root what every path is put behind
     */
    Visitor(HttpClient http, String root, Supplier<Optional<String>> token) {
        this(http, root, token, PATIENCE);
    }

    private Visitor(
            HttpClient http, String root, Supplier<Optional<String>> token, Duration patience) {
        this.http = http;
        this.root = root;
        this.token = token;
        this.patience = patience;
    }

    /** The same visitor, who waits longer for an answer. */
    Visitor waiting(Duration longer) {
        return new Visitor(http, root, token, longer);
    }

    /** The same visitor, all of whose paths lie below this one. */
    Visitor at(String path) {
        return new Visitor(http, root + path, token, patience);
    }

    /** The same visitor inside a tenant's API. */
    Visitor in(String tenant) {
        return at("/t/" + tenant + "/api/v1");
    }

    Answer get(String path) {
        return send(Call.of("GET", path));
    }

    /** Reads with query parameters, which are encoded here. */
    Answer get(String path, Map<String, String> query) {
        return get(path + "?" + Tokens.encoded(query));
    }

    Answer post(String path, Object body) {
        return send(Call.of("POST", path).json(body));
    }

    Answer post(String path) {
        return send(Call.of("POST", path));
    }

    Answer put(String path, Object body) {
        return send(Call.of("PUT", path).json(body));
    }

    /** Changes a record of which this version is known. */
    Answer patch(String path, long version, Object body) {
        return send(Call.of("PATCH", path).header("If-Match", quoted(version)).json(body));
    }

    Answer delete(String path, long version) {
        return send(Call.of("DELETE", path).header("If-Match", quoted(version)));
    }

    /** Makes a record and answers its id. */
    String create(String entity, Map<String, ?> values) {
        return post("/data/" + entity, Map.of("values", values)).expect(201).id();
    }

    /** How many records there are, by the API's own exact total. */
    long count(String entity) {
        return get("/data/" + entity + "?limit=1&total=exact")
                .expect(200)
                .at("/total/value")
                .asLong(-1);
    }

    Answer send(Call call) {
        var request = HttpRequest.newBuilder(URI.create(root + call.path())).timeout(patience);
        call.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        var chosen = call.headers().stream().anyMatch(h -> h.getKey().equals("Authorization"));
        if (!chosen) {
            token.get().ifPresent(text -> request.header("Authorization", "Bearer " + text));
        }
        return send(request.method(call.method(), call.body()).build());
    }

    /** What a good answer to a read brings, byte by byte. */
    byte[] bytes(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(patience);
        token.get().ifPresent(text -> request.header("Authorization", "Bearer " + text));
        var response = send(request.GET().build(), BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private Answer send(HttpRequest request) {
        var response = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException away) {
            throw new AssertionError(request + " was not answered", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String quoted(long version) {
        return "\"" + version + "\"";
    }
}
