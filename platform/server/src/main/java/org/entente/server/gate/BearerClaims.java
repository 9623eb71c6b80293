package org.entente.server.gate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.entente.server.gate.Asker.Known;
import org.entente.server.installation.Installation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bearer token says. Its signature has been checked by the container; this checks again what
 * the container checks loosely or not at all: type, audience, issuer, end.
 */
final class BearerClaims {

    private final String issuer;
    private final JsonMapper json = JsonMapper.shared();

    BearerClaims(String issuer) {
        this.issuer = issuer;
    }

    /**
     * Somebody who shows a good token.
     *
     * @param end from when on it is good no more
     */
    record Bearer(Known known, Instant end) {}

    /** Whom the token speaks of, if it is an access token for our API and still good. */
    Optional<Bearer> bearer(String token, Instant now) {
        return payload(token).filter(claims -> fit(claims, now)).map(BearerClaims::bearer);
    }

    private static Bearer bearer(JsonNode claims) {
        var known =
                new Known(
                        claims.path("sub").asString(),
                        PersonClaims.name(claims),
                        PersonClaims.isOperator(claims),
                        false);
        return new Bearer(known, Instant.ofEpochSecond(claims.path("exp").asLong(0)));
    }

    private Optional<JsonNode> payload(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(parts[1]);
            return Optional.of(json.readTree(new String(bytes, StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private boolean fit(JsonNode claims, Instant now) {
        var subject = claims.path("sub");
        return "Bearer".equals(claims.path("typ").asString(""))
                && issuer.equals(claims.path("iss").asString(""))
                && forUs(claims.path("aud"))
                && claims.path("exp").isNumber()
                && claims.path("exp").asLong(0) > now.getEpochSecond()
                && subject.isString()
                && !subject.asString().isBlank();
    }

    private static boolean forUs(JsonNode audience) {
        if (audience.isString()) {
            return audience.asString().equals(Installation.AUDIENCE);
        }
        for (var one : audience) {
            if (one.isString() && one.asString().equals(Installation.AUDIENCE)) {
                return true;
            }
        }
        return false;
    }
}
