package org.entente.metadata.definition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keys of definitions: {@code k} and eight letters or digits. */
final class Keys {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Keys() {}

    /** Forty bits as a key. */
    static String of(long bits) {
        var key = new StringBuilder("k");
        for (int shift = 35; shift >= 0; shift -= 5) {
            key.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return key.toString();
    }

    /**
     * The same key for the same parts everywhere and for ever, so that a pack's definition is the
     * same one in every tenant.
     */
    static String derived(String... parts) {
        var text = String.join("\n", parts);
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return of(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
