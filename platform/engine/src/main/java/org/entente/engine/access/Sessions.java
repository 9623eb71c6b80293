package org.entente.engine.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sessions of people who signed in with a browser. A session ends after 30 minutes without use and
 * after 10 hours in any case.
 */
public final class Sessions {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins a session; the answer is the secret that the browser keeps. */
    public String begin(String subject, String name, String idToken, boolean operator) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        store.begin(digest(secret), new Session(subject, name, idToken, operator, now, now));
        return secret;
    }

    /** The session of a secret, if it still lives; using it keeps it alive. */
    public Optional<Session> find(String secret) {
        var now = clock.instant();
        var digest = digest(secret);
        var session = store.find(digest, now.minus(IDLE), now.minus(LONGEST));
        session.filter(found -> found.usedAt().plus(TOUCH_AFTER).isBefore(now))
                .ifPresent(found -> store.touch(digest, now));
        return session;
    }

    public void end(String secret) {
        store.end(digest(secret));
    }

    private static String digest(String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
