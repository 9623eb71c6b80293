package org.entente.engine.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerCodec;

/**
 * A pack as it was at one time; the platform's own definitions count as one.
 *
 * @param digest tells its content from that of any other version
 */
public record Pack(Layer layer, String digest) {

    private static final int DIGEST_BYTES = 16;

    /** The pack that a layer is. */
    public static Pack of(Layer layer) {
        return new Pack(layer, digest(LayerCodec.encode(layer)));
    }

    public String name() {
        return layer.source();
    }

    public String version() {
        return layer.version();
    }

    private static String digest(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
