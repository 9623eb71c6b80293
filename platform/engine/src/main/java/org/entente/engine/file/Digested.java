package org.entente.engine.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stream that knows the SHA-256 of what was read of it. */
public final class Digested extends FilterInputStream {

    private final MessageDigest digest;

    public Digested(InputStream in) {
        super(in);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) {
            digest.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var n = super.read(bytes, offset, length);
        if (n > 0) {
            digest.update(bytes, offset, n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** To be asked for once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
