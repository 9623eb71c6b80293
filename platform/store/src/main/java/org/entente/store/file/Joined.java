package org.entente.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Streams one after the other, each opened when the one before is at its end. */
final class Joined extends InputStream {

    private final Iterator<Supplier<InputStream>> parts;
    private InputStream current = InputStream.nullInputStream();

    Joined(List<Supplier<InputStream>> parts) {
        this.parts = parts.iterator();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var n = current.read(bytes, offset, length);
        while (n < 0 && parts.hasNext()) {
            current.close();
            current = parts.next().get();
            n = current.read(bytes, offset, length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
