package org.entente.server.outside;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One request, before it is sent.
 *
 * @param path raw, as it goes over the wire
 */
record Call(
        String method, String path, List<Map.Entry<String, String>> headers, BodyPublisher body) {

    Call {
        headers = List.copyOf(headers);
    }

    static Call of(String method, String path) {
        return new Call(method, path, List.of(), BodyPublishers.noBody());
    }

    Call header(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(Map.entry(name, value));
        return new Call(method, path, all, body);
    }

    /** With a JSON body; a text is taken as JSON that is written already. */
    Call json(Object tree) {
        return body("application/json", BodyPublishers.ofString(Json.write(tree)));
    }

    Call body(String contentType, BodyPublisher content) {
        return new Call(method, path, headers, content).header("Content-Type", contentType);
    }
}
