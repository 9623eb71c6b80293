package org.entente.engine.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of many kinds. */
public final class Samples {

    private Samples() {}

    /** An image as a library writes it. */
    public static byte[] image(String format, int width, int height) {
        try (var out = new ByteArrayOutputStream()) {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("nobody writes " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a WebP file with a chunk of some kind. */
    static byte[] webp(String kind, byte[] data) {
        return ByteBuffer.allocate(20 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(12 + data.length)
                .put(ascii("WEBP"))
                .put(ascii(kind))
                .putInt(data.length)
                .put(data)
                .array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A zip with one entry. */
    static byte[] zip(String entry, String text) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
