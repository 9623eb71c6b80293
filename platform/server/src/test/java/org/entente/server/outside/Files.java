package org.entente.server.outside;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Requests that send files to fields of records. */
final class Files {

    private Files() {}

    static Call put(String path, long version, String name, byte[] content) {
        return Call.of("PUT", path)
                .header("If-Match", "\"" + version + "\"")
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''" + Visitor.segment(name).replace("*", "%2A"))
                .body("application/octet-stream", BodyPublishers.ofByteArray(content));
    }

    static Call put(String path, long version, String name, String content) {
        return put(path, version, name, content.getBytes(StandardCharsets.UTF_8));
    }
}
