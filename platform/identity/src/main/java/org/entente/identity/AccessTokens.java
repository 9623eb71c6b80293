package org.entente.identity;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The service account's access token, kept until shortly before its end. */
final class AccessTokens {

    /** A token about to end would be refused on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private static final Token NONE = new Token("", Instant.MIN);

    private final KeycloakAddress address;
    private final Exchange exchange;
    private final Clock clock;
    private volatile Token current = NONE;

    private record Token(String text, Instant goodUntil) {}

    AccessTokens(KeycloakAddress address, Exchange exchange, Clock clock) {
        this.address = address;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** A token that is still good; two threads may fetch one each, which does no harm. */
    String current() {
        var token = current;
        if (clock.instant().isBefore(token.goodUntil())) {
            return token.text();
        }
        var fresh = fetch();
        current = fresh;
        return fresh.text();
    }

    /** Forgets a token that Keycloak has refused. */
    void forget(String refused) {
        if (current.text().equals(refused)) {
            current = NONE;
        }
    }

    private Token fetch() {
        var form =
                "grant_type=client_credentials&client_id="
                        + encode(address.clientId())
                        + "&client_secret="
                        + encode(address.clientSecret());
        var request =
                HttpRequest.newBuilder(address.tokens())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        var asked = clock.instant();
        var answer = exchange.send(request).orThrow("a token");
        var seconds = answer.body().path("expires_in").asLong(60);
        return new Token(
                answer.body().path("access_token").asString(),
                asked.plusSeconds(seconds).minus(MARGIN));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
