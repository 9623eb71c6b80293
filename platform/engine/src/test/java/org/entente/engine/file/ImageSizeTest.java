package org.entente.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void readsWhatLibrariesWrite(String format) {
        assertEquals(
                Optional.of(new ImageSize("image/" + format, 640, 48)),
                ImageSize.of(Samples.image(format, 640, 48)));
    }

    @Test
    void readsAllThreeKindsOfWebp() {
        var lossy = new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) 0x80, 2, 0x30, 0};
        assertEquals(
                Optional.of(new ImageSize("image/webp", 640, 48)),
                ImageSize.of(Samples.webp("VP8 ", lossy)));
        var bits = 639 | 47 << 14;
        var lossless =
                new byte[] {
                    0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)
                };
        assertEquals(
                Optional.of(new ImageSize("image/webp", 640, 48)),
                ImageSize.of(Samples.webp("VP8L", lossless)));
        var extended = new byte[] {0, 0, 0, 0, 0x7f, 2, 0, 0x2f, 0, 0};
        assertEquals(
                Optional.of(new ImageSize("image/webp", 640, 48)),
                ImageSize.of(Samples.webp("VP8X", extended)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
                "<html><script>alert(1)</script>",
                "BM, and whatever a bitmap has",
                "RIFF....WAVEfmt ",
            })
    void seesNoImageInAnythingElse(String text) {
        assertEquals(Optional.empty(), ImageSize.of(Samples.ascii(text)));
    }

    @Test
    void survivesEveryCutAndWhateverIsBroken() {
        var random = new Random(20_261_125);
        for (var format : new String[] {"png", "jpeg", "gif"}) {
            var whole = Samples.image(format, 12, 12);
            for (var length = 0; length < whole.length; length++) {
                ImageSize.of(Arrays.copyOf(whole, length));
            }
            for (var round = 0; round < 2_000; round++) {
                var broken = whole.clone();
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                ImageSize.of(broken);
            }
        }
    }

    @Test
    void bearsNoMonsters() {
        assertTrue(new ImageSize("image/png", 8_000, 8_000).isBearable());
        assertFalse(new ImageSize("image/png", 8_001, 8_000).isBearable());
        assertFalse(new ImageSize("image/png", 16_385, 1).isBearable());
        assertFalse(new ImageSize("image/png", Integer.MAX_VALUE, Integer.MAX_VALUE).isBearable());
    }
}
