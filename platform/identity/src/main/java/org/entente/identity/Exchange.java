package org.entente.identity;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One request and its answer; says UNAVAILABLE when Keycloak is away, slow or broken. */
final class Exchange {

    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECTING).build();
    private final JsonMapper json = JsonMapper.shared();

    Answer send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw unavailable(new IOException("Keycloak answered " + response.statusCode()));
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    body(response));
        } catch (IOException away) {
            throw unavailable(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable(stopped);
        }
    }

    private JsonNode body(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.body().isBlank() || !type.startsWith("application/json")) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException broken) {
            throw unavailable(broken);
        }
    }

    private static EntenteException unavailable(Throwable cause) {
        var problem =
                Problem.of(ProblemCode.UNAVAILABLE, "", Map.of("dependency", "identity provider"));
        return new EntenteException(problem, cause);
    }

    /**
     * What came back.
     *
     * @param location the new resource; empty when there is none
     */
    record Answer(int status, String location, JsonNode body) {

        boolean done() {
            return status / 100 == 2;
        }

        /** This answer, unless it is a refusal that nobody expected. */
        Answer orThrow(String what) {
            if (done()) {
                return this;
            }
            var reason = body.path("errorMessage").asString(body.path("error").asString(""));
            throw unexpected("Keycloak refused " + what + ": " + status + " " + reason, null);
        }

        /** The last part of the address of what was made. */
        String madeId() {
            return location.substring(location.lastIndexOf('/') + 1);
        }

        private static EntenteException unexpected(String what, @Nullable Throwable cause) {
            var failure = new IllegalStateException(what, cause);
            return new EntenteException(Problem.of(ProblemCode.INTERNAL), failure);
        }
    }
}
