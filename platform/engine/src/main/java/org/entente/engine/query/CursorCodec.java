package org.entente.engine.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.engine.query.PlannedQuery.Position;
import org.jspecify.annotations.Nullable;

/**
 * Writes where a page ended as an opaque text, and reads it back only for the same question of the
 * same caller. The text is authenticated by HMAC-SHA-256 (RFC 2104) over the content and the
 * question.
 */
public final class CursorCodec {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_LENGTH = 16;
    private static final char SEPARATOR = '\u001f';
    private static final char ESCAPE = '\u001e';

    private final SecretKeySpec key;

    /**
     * @param key at least 32 random bytes, the same on every node
     */
    public CursorCodec(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a cursor key has at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Where a page ended.
     *
     * @param at the instant of the first page
     */
    record Cursor(Position position, Instant at) {}

    String write(Cursor cursor, String question) {
        var content = new StringBuilder();
        content.append(cursor.at()).append(SEPARATOR).append(cursor.position().id());
        for (var value : cursor.position().values()) {
            content.append(SEPARATOR).append(write(value));
        }
        var bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        var mac = mac(bytes, question);
        var all = new byte[bytes.length + MAC_LENGTH];
        System.arraycopy(mac, 0, all, 0, MAC_LENGTH);
        System.arraycopy(bytes, 0, all, MAC_LENGTH, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Where a list ended that is in the order of its ids. */
    public String writeId(UUID id, String question) {
        return write(new Cursor(new Position(List.of(), id), Instant.EPOCH), question);
    }

    /** The id that {@link #writeId} wrote for the same question. */
    public Optional<UUID> readId(String text, String question) {
        return read(text, question).map(cursor -> cursor.position().id());
    }

    Optional<Cursor> read(String text, String question) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (all.length <= MAC_LENGTH) {
            return Optional.empty();
        }
        var mac = java.util.Arrays.copyOf(all, MAC_LENGTH);
        var bytes = java.util.Arrays.copyOfRange(all, MAC_LENGTH, all.length);
        if (!MessageDigest.isEqual(mac, mac(bytes, question))) {
            return Optional.empty();
        }
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<Cursor> parse(String content) {
        var parts = List.of(content.split(String.valueOf(SEPARATOR), -1));
        try {
            var values = new ArrayList<@Nullable Object>();
            for (var part : parts.subList(2, parts.size())) {
                values.add(parseValue(part));
            }
            var position = new Position(values, UUID.fromString(parts.get(1)));
            return Optional.of(new Cursor(position, Instant.parse(parts.getFirst())));
        } catch (IllegalArgumentException | DateTimeParseException oldForm) {
            return Optional.empty();
        }
    }

    private static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "n";
            case String text -> "s" + escape(text);
            case BigDecimal number -> "d" + number.toPlainString();
            case Long number -> "d" + number;
            case Integer number -> "d" + number;
            case Boolean flag -> "b" + flag;
            case LocalDate date -> "l" + date;
            case Instant instant -> "i" + instant;
            case Duration duration -> "p" + duration;
            case UUID id -> "u" + id;
            default -> throw new IllegalArgumentException("no sort key: " + value.getClass());
        };
    }

    private static @Nullable Object parseValue(String part) {
        var text = part.substring(1);
        return switch (part.charAt(0)) {
            case 'n' -> null;
            case 's' -> unescape(text);
            case 'd' -> new BigDecimal(text);
            case 'b' -> Boolean.valueOf(text);
            case 'l' -> LocalDate.parse(text);
            case 'i' -> Instant.parse(text);
            case 'p' -> Duration.parse(text);
            case 'u' -> UUID.fromString(text);
            default -> throw new IllegalArgumentException("unknown value in a cursor");
        };
    }

    private static String escape(String text) {
        return text.replace(String.valueOf(ESCAPE), ESCAPE + "e")
                .replace(String.valueOf(SEPARATOR), ESCAPE + "s");
    }

    private static String unescape(String text) {
        return text.replace(ESCAPE + "s", String.valueOf(SEPARATOR))
                .replace(ESCAPE + "e", String.valueOf(ESCAPE));
    }

    private byte[] mac(byte[] content, String question) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(question.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return java.util.Arrays.copyOf(mac.doFinal(content), MAC_LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", missing);
        }
    }
}
