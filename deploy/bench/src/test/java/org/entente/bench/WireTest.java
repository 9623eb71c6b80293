package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final byte[] ASKED = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void readsOneAnswerAfterTheOther() throws Exception {
        var answers =
                """
                HTTP/1.1 200 OK\r
                Content-Length: 5\r
                \r
                helloHTTP/1.1 404 Not Found\r
                transfer-encoding: chunked\r
                \r
                3\r
                abc\r
                A\r
                0123456789\r
                0\r
                \r
                HTTP/1.1 204 No Content\r
                \r
                """;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> answer(server, answers));
            try (var wire = new Wire(server.getLocalPort())) {
                assertEquals(200, wire.send(ASKED));
                assertEquals(404, wire.send(ASKED));
                assertEquals(204, wire.send(ASKED));
                assertThrows(IOException.class, () -> wire.send(ASKED));
            }
            answering.join();
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
