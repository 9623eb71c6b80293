package org.entente.engine.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How large an image is, read from its first bytes and nothing else: nobody unpacks what a stranger
 * sent. Formats: PNG (W3C), GIF89a, JPEG (ITU T.81), WebP (RFC 9649).
 */
public record ImageSize(String type, int width, int height) {

    /** So many pixels a side. */
    public static final int LONGEST_SIDE = 16_384;

    /** So many pixels in all. */
    public static final int MOST_PIXELS = 64_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int JPEG_MARK = 0xff;

    /** Empty when the bytes are none of these four, or do not say how large they are. */
    public static Optional<ImageSize> of(byte[] head) {
        try {
            return png(head)
                    .or(() -> gif(head))
                    .or(() -> webp(head))
                    .or(() -> jpeg(head))
                    .filter(size -> size.width() > 0 && size.height() > 0);
        } catch (IndexOutOfBoundsException cutOff) {
            return Optional.empty();
        }
    }

    /** Whether a browser can show it without running out of memory. */
    public boolean isBearable() {
        return width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }

    private static Optional<ImageSize> png(byte[] head) {
        if (!begins(head, 0, PNG) || !begins(head, 12, ascii("IHDR"))) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(head);
        return Optional.of(new ImageSize("image/png", bytes.getInt(16), bytes.getInt(20)));
    }

    private static Optional<ImageSize> gif(byte[] head) {
        if (!begins(head, 0, ascii("GIF87a")) && !begins(head, 0, ascii("GIF89a"))) {
            return Optional.empty();
        }
        return Optional.of(new ImageSize("image/gif", little(head, 6, 2), little(head, 8, 2)));
    }

    private static Optional<ImageSize> webp(byte[] head) {
        if (!begins(head, 0, ascii("RIFF")) || !begins(head, 8, ascii("WEBP"))) {
            return Optional.empty();
        }
        var chunk = new String(head, 12, 4, StandardCharsets.US_ASCII);
        return switch (chunk) {
            case "VP8 " -> webp(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff);
            case "VP8L" -> {
                var bits = little(head, 21, 4);
                yield webp((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
            }
            case "VP8X" -> webp(little(head, 24, 3) + 1, little(head, 27, 3) + 1);
            default -> Optional.empty();
        };
    }

    private static Optional<ImageSize> webp(int width, int height) {
        return Optional.of(new ImageSize("image/webp", width, height));
    }

    /** Goes from segment to segment until one tells of a frame. */
    private static Optional<ImageSize> jpeg(byte[] head) {
        var bytes = ByteBuffer.wrap(head).order(ByteOrder.BIG_ENDIAN);
        if (head.length < 4 || bytes.getShort(0) != (short) 0xffd8) {
            return Optional.empty();
        }
        var at = 2;
        while (Byte.toUnsignedInt(bytes.get(at)) == JPEG_MARK) {
            var marker = Byte.toUnsignedInt(bytes.get(at + 1));
            if (marker == JPEG_MARK) {
                at++;
            } else if (isFrame(marker)) {
                return Optional.of(
                        new ImageSize(
                                "image/jpeg",
                                Short.toUnsignedInt(bytes.getShort(at + 7)),
                                Short.toUnsignedInt(bytes.getShort(at + 5))));
            } else {
                at += 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(at + 2)));
            }
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15 but for the three that define tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static int little(byte[] head, int at, int length) {
        var value = 0;
        for (var i = length - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedInt(head[at + i]);
        }
        return value;
    }

    private static boolean begins(byte[] head, int at, byte[] expected) {
        return head.length >= at + expected.length
                && Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
