package org.entente.server.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.entente.engine.access.Sessions;
import org.entente.server.gate.Asker.Impostor;
import org.entente.server.gate.Asker.Known;
import org.entente.server.gate.Asker.Nobody;
import org.entente.server.gate.BearerClaims.Bearer;
import org.entente.server.installation.Installation;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks. Whoever shows a token is judged by it alone: the cookie does not help, and a
 * bad token is not the same as none.
 */
public final class Askers {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_COOKIE = 200;

    private final Sessions sessions;
    private final String cookieName;
    private final BearerClaims claims;
    private final BearerCheck check;
    private final Clock clock;
    private final RememberedTokens remembered = new RememberedTokens();

    public Askers(Sessions sessions, Installation installation, BearerCheck check, Clock clock) {
        this.sessions = sessions;
        this.cookieName = installation.cookieName();
        this.claims = new BearerClaims(installation.issuer());
        this.check = check;
        this.clock = clock;
    }

    /** Who sends this request. */
    public Asker of(HttpServletRequest request, HttpServletResponse response) {
        var authorization = Collections.list(request.getHeaders("Authorization"));
        if (authorization.isEmpty()) {
            return byCookie(request.getCookies());
        }
        if (authorization.size() > 1 || !authorization.getFirst().startsWith(SCHEME)) {
            return new Impostor();
        }
        var token = authorization.getFirst().substring(SCHEME.length()).strip();
        var now = clock.instant();
        return remembered
                .find(token, now)
                .or(() ->
                        check.verified(request, response)
                                .filter(token::equals)
                                .flatMap(ours -> remember(ours, now)))
                .map(bearer -> (Asker) bearer.known())
                .orElseGet(Impostor::new);
    }

    private Optional<Bearer> remember(String token, Instant now) {
        var bearer = claims.bearer(token, now);
        bearer.ifPresent(found -> remembered.note(token, found, now));
        return bearer;
    }

    private Asker byCookie(Cookie @Nullable [] cookies) {
        return secret(cookies)
                .flatMap(sessions::find)
                .map(session ->
                        (Asker)
                                new Known(
                                        session.subject(),
                                        session.name(),
                                        session.operator(),
                                        true))
                .orElseGet(Nobody::new);
    }

    /** The secret in the cookie; two cookies of one name are the work of somebody else. */
    public Optional<String> secret(Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return Optional.empty();
        }
        var ours =
                Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName))
                        .toList();
        return ours.size() == 1
                ? Optional.of(ours.getFirst().getValue())
                        .filter(value -> value.length() <= LONGEST_COOKIE)
                : Optional.empty();
    }
}
