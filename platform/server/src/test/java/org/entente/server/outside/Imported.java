package org.entente.server.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A file on its way into an entity, as a client sends it: sniffed, written down, sent, run. */
final class Imported {

    private static final int HEAD = 1 << 18;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Visitor visitor;
    private final String id;

    private Imported(Visitor visitor, String id) {
        this.visitor = visitor;
        this.id = id;
    }

    /** What the server makes of the first bytes of a file. */
    static JsonNode sniffed(Visitor visitor, String entity, byte[] file) {
        var head = java.util.Arrays.copyOf(file, Math.min(HEAD, file.length));
        return visitor.send(
                        Call.of("POST", "/jobs/sniff?entity=" + entity)
                                .body("text/csv", BodyPublishers.ofByteArray(head)))
                .expect(200)
                .json();
    }

    /** A job by the server's own proposal, with more members, and the file sent. */
    static Imported sent(Visitor visitor, String entity, byte[] file, Map<String, Object> more) {
        var sniffed = sniffed(visitor, entity, file);
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "import");
        body.put("entity", entity);
        body.put("mapping", sniffed.path("mapping"));
        body.put("format", sniffed.path("format"));
        body.putAll(more);
        var id = visitor.post("/jobs", body).expect(201).id();
        visitor.send(
                        Call.of("PUT", "/jobs/" + id + "/parts/1")
                                .body("text/csv", BodyPublishers.ofByteArray(file)))
                .expect(200);
        return new Imported(visitor, id);
    }

    Answer preview() {
        return visitor.post("/jobs/" + id + "/preview?rows=100").expect(200);
    }

    /** Runs it to its end. */
    JsonNode run() {
        visitor.post("/jobs/" + id + "/run").expect(202);
        return ended(id);
    }

    /** Takes it back; the job that did so, at its end. */
    JsonNode undo() {
        return ended(visitor.post("/jobs/" + id + "/undo").expect(202).id());
    }

    String id() {
        return id;
    }

    private JsonNode ended(String id) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var job = visitor.get("/jobs/" + id).expect(200).json();
            if (!job.path("state").asString().equals("running")) {
                return job;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("an import does not end: " + job);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The rows of a result, as CSV. */
    String result(String kind) {
        return visitor.get("/jobs/" + id + "/results/" + kind).expect(200).text();
    }

    /** Where the samples are on this machine, if they are here at all. */
    static Path samples() {
        var beside = House.projectRoot().resolveSibling("shared");
        return Path.of(System.getProperty("entente.shared", beside.toString())).resolve("data");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
