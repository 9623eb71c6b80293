package org.entente.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept connection that sends and waits; so little that the generator takes few of the cores it
 * shares.
 */
final class Wire implements AutoCloseable {
    private static final int TIMEOUT = 120_000;

    private final Socket socket;
    private final InputStream in;
    private int length;
    private boolean chunked;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    /** Sends a request, reads all of its answer and tells the status. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        headers();
        if (chunked) {
            chunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void headers() throws IOException {
        length = 0;
        chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            }
        }
    }

    private void chunks() throws IOException {
        for (var size = chunk(); size > 0; size = chunk()) {
            in.skipNBytes(size + 2L);
        }
        line();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new byte[256];
        var size = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r' && size < line.length) {
                line[size++] = (byte) next;
            }
        }
        return new String(line, 0, size, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
