package org.entente.server.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.server.gate.BearerClaims.Bearer;

/**
 * Tokens that were found good a moment ago: to ask the identity provider at each request costs more
 * than most requests do. What it takes back is felt within five seconds, as a suspension is; no
 * token outlives its own end. Only a digest of the token is kept.
 */
final class RememberedTokens {

    static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final Cache<ByteBuffer, Remembered> tokens =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    private record Remembered(Bearer bearer, Instant until) {}

    /** Who shows this token, if it was found good at most so long ago and has not ended since. */
    Optional<Bearer> find(String token, Instant now) {
        return Optional.ofNullable(tokens.getIfPresent(digest(token)))
                .filter(found -> now.isBefore(found.until()))
                .map(Remembered::bearer);
    }

    /** Notes that a token is good now. */
    void note(String token, Bearer bearer, Instant now) {
        var soon = now.plus(REMEMBERED);
        var until = bearer.end().isBefore(soon) ? bearer.end() : soon;
        tokens.put(digest(token), new Remembered(bearer, until));
    }

    private static ByteBuffer digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
