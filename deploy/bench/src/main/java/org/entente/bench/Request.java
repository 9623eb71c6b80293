package org.entente.bench;

import java.nio.charset.StandardCharsets;

/** One HTTP request as the bytes that go over the wire. */
record Request(String method, String path, String body) {
    static Request get(String path) {
        return new Request("GET", path, "");
    }

    byte[] bytes(int port, String token) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(1_800);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost:");
        head.append(port).append("\r\nAccept: application/json\r\n");
        if (method.equals("PATCH")) {
            head.append("If-Match: *\r\n");
        }
        if (content.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ");
            head.append(content.length).append("\r\n");
        }
        head.append("Authorization: Bearer ").append(token).append("\r\n\r\n");
        return join(head.toString().getBytes(StandardCharsets.UTF_8), content);
    }

    private static byte[] join(byte[] head, byte[] content) {
        var all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }
}
