package org.entente.engine.file;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.fake.MemoryFiles;
import org.entente.metadata.model.FieldType.FileType;
import org.entente.metadata.model.FieldType.ImageType;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.StoredFile;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

/** Contents come, are kept as long as somebody speaks of them, and go. */
class LeftoversTest {

    private static final FileType ANY = new FileType(10, List.of());

    private final Tenant tenant = new Tenant(UUID.randomUUID(), 1, "acme");
    private final Contents contents = new Contents(new MemoryFiles());

    private StoredFile taken(String text) {
        return done(contents.take(tenant, ANY, "a.txt", stream(text)));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(Samples.ascii(text));
    }

    private static Clock in(Duration time) {
        return Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    }

    private int swept(Clock clock, FileUses uses) {
        var leftovers = new Leftovers(contents, uses, clock);
        return leftovers.folders(tenant).stream()
                .mapToInt(folder -> leftovers.remove(tenant, folder))
                .sum();
    }

    @Test
    void keepsWhatSomebodySpeaksOf() throws IOException {
        var spoken = taken("spoken of");
        var forgotten = taken("forgotten");
        var removed = swept(in(Duration.ofDays(2)), (of, ids, since) -> Set.of(spoken.id()));
        assertEquals(1, removed);
        try (var in = contents.open(tenant, spoken, 0, 100)) {
            assertEquals(
                    "spoken of",
                    new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        var lost =
                assertThrows(
                        EntenteException.class, () -> contents.open(tenant, forgotten, 0, 100));
        assertEquals(ProblemCode.UNAVAILABLE, lost.problem().code());
    }

    @Test
    void leavesAloneWhatIsJustArriving() {
        taken("arriving");
        assertEquals(0, swept(in(Duration.ofHours(23)), (of, ids, since) -> Set.of()));
        assertEquals(1, swept(in(Duration.ofHours(25)), (of, ids, since) -> Set.of()));
    }

    @Test
    void asksForThirtyDaysOfTalk() {
        taken("a");
        var clock = in(Duration.ofDays(100));
        swept(
                clock,
                (of, ids, since) -> {
                    assertEquals(clock.instant().minus(Duration.ofDays(30)), since);
                    return Set.copyOf(ids);
                });
    }

    @Test
    void keepsNothingOfWhatIsRefused() {
        assertEquals("too_large file", refused(ANY, "eleven byte"));
        assertEquals("required empty_file", refused(ANY, ""));
        var text = new FileType(100, List.of("application/pdf"));
        assertEquals("unsupported_media_type file", refused(text, "plain"));
        var image = new ImageType(100, ImageType.KINDS);
        assertEquals(
                "unsupported_media_type file",
                refused(image, "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertEquals("out_of_range pixels", refused(image, "GIF89a\u0000\u007f\u0000\u007f..."));
        assertEquals(List.of(), contents.folders(tenant));
    }

    private String refused(org.entente.metadata.model.FieldType.Attached type, String text) {
        var outcome = contents.take(tenant, type, "a.txt", stream(text));
        Problem problem = ((Outcome.Refused<StoredFile>) outcome).problems().getFirst();
        return problem.code().text() + " " + problem.details().get("reason");
    }
}
