package org.entente.engine.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * A zipped workbook in a file of this machine, since its parts are not read in their order. What it
 * claims to hold is not believed: everything is unpacked once and counted before anybody reads it.
 */
record Spool(Path file) implements AutoCloseable {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 2L << 30;

    /** What is not a sheet is held in memory. */
    private static final long MOST_HELD = 64L << 20;

    private static final int MOST_RATIO = 200;
    private static final long SMALL = 10L << 20;
    private static final int BLOCK = 1 << 16;

    /** Refuses what is no zip, or would be far larger than it looks. */
    static Spool of(InputStream content) {
        try (content) {
            var spool = new Spool(Files.createTempFile("entente", ".xlsx"));
            try {
                Files.copy(content, spool.file(), StandardCopyOption.REPLACE_EXISTING);
                spool.check();
                return spool;
            } catch (IOException | RuntimeException refused) {
                spool.close();
                throw refused;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void check() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge(MOST_ENTRIES);
            }
            var total = 0L;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                total += unpacked(zip, entries.nextElement(), MOST_BYTES - total);
            }
        } catch (java.util.zip.ZipException broken) {
            throw new EntenteException(CsvRows.malformed("not_xlsx"));
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        var most = entry.getName().contains("worksheets/") ? left : Math.min(left, MOST_HELD);
        var packed = Math.max(1, entry.getCompressedSize());
        var bytes = 0L;
        try (var in = zip.getInputStream(entry)) {
            var block = new byte[BLOCK];
            for (var n = in.read(block); n >= 0; n = in.read(block)) {
                bytes += n;
                if (bytes > most || (bytes > SMALL && bytes / packed > MOST_RATIO)) {
                    throw tooLarge(most);
                }
            }
        }
        return bytes;
    }

    private static EntenteException tooLarge(long most) {
        return new EntenteException(
                Problem.of(ProblemCode.TOO_LARGE, "", Map.of("reason", "unpacked", "max", most)));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillThere) {
            throw new UncheckedIOException(stillThere);
        }
    }
}
