package org.entente.engine.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.entente.engine.query.CursorCodec.Cursor;
import org.entente.engine.query.PlannedQuery.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CursorCodecTest {

    private final CursorCodec codec = new CursorCodec(new byte[32]);
    private final Cursor cursor = new Cursor(position("Dupont"), Instant.EPOCH);

    private static Position position(@Nullable Object... values) {
        return new Position(Arrays.asList(values), new UUID(1, 2));
    }

    @Test
    void readsBackEveryKindOfValue() {
        var all =
                position(
                        null,
                        "",
                        "Zoé\u001f\u001es\u001ee 😀",
                        new BigDecimal("-12.500"),
                        true,
                        LocalDate.parse("2026-05-01"),
                        Instant.parse("2026-05-01T10:00:00.000001Z"),
                        Duration.parse("PT36H"),
                        new UUID(3, 4));
        var written = codec.write(new Cursor(all, Instant.EPOCH), "q");
        assertEquals(Optional.of(new Cursor(all, Instant.EPOCH)), codec.read(written, "q"));
    }

    @Test
    void isBoundToItsQuestion() {
        assertTrue(codec.read(codec.write(cursor, "mine"), "yours").isEmpty());
    }

    @Test
    void isBoundToItsKey() {
        var other = new byte[32];
        other[31] = 1;
        assertTrue(new CursorCodec(other).read(codec.write(cursor, "q"), "q").isEmpty());
    }

    @Test
    void refusesEveryChangedByte() {
        var bytes = Base64.getUrlDecoder().decode(codec.write(cursor, "q"));
        for (var i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertTrue(codec.read(text, "q").isEmpty(), "byte " + i);
        }
    }

    @Test
    void refusesWhateverIsNoCursor() {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        var random = new Random(seed);
        var texts = new ArrayList<>(java.util.List.of("", "x", "null", "%%%", "AAAA", "é"));
        for (var i = 0; i < 500; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            texts.add(Base64.getUrlEncoder().encodeToString(bytes));
        }
        texts.forEach(text -> assertTrue(codec.read(text, "q").isEmpty(), "seed " + seed));
    }

    @Test
    void wantsAKeyOfDecentLength() {
        assertThrows(IllegalArgumentException.class, () -> new CursorCodec(new byte[16]));
    }
}
