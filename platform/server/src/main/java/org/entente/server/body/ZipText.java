package org.entente.server.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * Reads the YAML files of a zip that a stranger sent: few entries, small in all, no bomb, no path
 * that leads elsewhere.
 */
public final class ZipText {

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_GROWTH = 100;
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_. -]*(/[A-Za-z0-9_][A-Za-z0-9_. -]*)*/?");

    private ZipText() {}

    /** The files; MALFORMED or TOO_LARGE with a {@code reason} otherwise. */
    public static Outcome<ZipBody> read(byte[] archive) {
        var files = new LinkedHashMap<String, String>();
        var budget = Math.min(MOST_BYTES, (long) archive.length * MOST_GROWTH);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            var entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    return tooLarge("too_many_entries", MOST_ENTRIES);
                }
                if (!PATH.matcher(entry.getName()).matches()) {
                    return malformed("odd_path");
                }
                var bytes = zip.readNBytes(Math.toIntExact(budget) + 1);
                budget -= bytes.length;
                if (budget < 0) {
                    return tooLarge("too_large_unpacked", MOST_BYTES);
                }
                if (isText(entry) && files.put(entry.getName(), text(bytes)) != null) {
                    return malformed("entry_twice");
                }
            }
        } catch (CharacterCodingException notUtf8) {
            return malformed("not_utf8");
        } catch (IOException | IllegalArgumentException broken) {
            return malformed("not_zip");
        }
        return files.isEmpty() ? malformed("empty") : Outcome.done(new ZipBody(files));
    }

    private static boolean isText(ZipEntry entry) {
        return entry.getName().endsWith(".yaml") || entry.getName().endsWith(".yml");
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Outcome<ZipBody> malformed(String reason) {
        return Outcome.refused(Problem.of(ProblemCode.MALFORMED, "", Map.of("reason", reason)));
    }

    private static Outcome<ZipBody> tooLarge(String reason, int max) {
        return Outcome.refused(
                Problem.of(ProblemCode.TOO_LARGE, "", Map.of("reason", reason, "max", max)));
    }
}
