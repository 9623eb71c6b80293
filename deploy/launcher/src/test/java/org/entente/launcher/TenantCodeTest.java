package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a tenant's folder, against a server that answers as the API does. */
class TenantCodeTest {
    private static final String SETS = "/meta/changesets";
    private static final String GOOD = "{\"problems\": [], \"effects\": [], \"affected\": []}";

    @TempDir Path place;
    private final Map<String, Queue<Reply>> replies = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server = server();

    /** A body of letters that each stand for a byte. */
    private record Reply(int status, String body) {}

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectories(place.resolve("north/model"));
        Files.writeString(place.resolve("north/tenant.yaml"), "tenant: north\n");
        Files.writeString(place.resolve("north/model/order.yaml"), "entity: order\n");
        reply("POST " + SETS, 201, "{\"id\": \"c1\"}");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(call);
        exchange.getRequestBody().readAllBytes();
        var known = replies.getOrDefault(call, new ArrayDeque<>());
        var reply =
                known.isEmpty()
                        ? new Reply(404, "{}")
                        : known.size() == 1 ? known.element() : known.remove();
        var bytes = reply.body().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One after the other; the last one again and again. */
    private void reply(String call, int status, String body) {
        reply(call, new Reply(status, body));
    }

    private void reply(String call, Reply reply) {
        replies.computeIfAbsent(call, name -> new ArrayDeque<>()).add(reply);
    }

    private void plan(String plan) {
        reply("POST " + SETS + "/c1/plan", 200, plan);
    }

    private void export(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(bytes(namesAndTexts[i + 1]));
            }
        }
        reply("GET /meta/export", new Reply(200, bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    private TenantFolder folder() {
        return new TenantFolder(place.resolve("north"));
    }

    private TenantCode code() {
        return new TenantCode(
                new Web(),
                "http://localhost:" + server.getAddress().getPort(),
                "token",
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String effect(String fate, long count, boolean exact) {
        return """
        {"problems": [], "affected": [{"path": "entities/order/views/open"}], "effects": [
          {"kind": "field_removed", "path": "entities/order/fields/note", "rows": 90,
           "values": {"fate": "%s", "count": %d, "exact": %b, "samples": []}}]}
        """
                .formatted(fate, count, exact);
    }

    @Test
    void tellsWhatAPlanWouldDoAndToWhat() throws IOException {
        plan(effect("staying", 12, false));
        assertTrue(code().plan(folder()));
        assertTrue(said().contains("entities/order/fields/note  90 rows"), said());
        assertTrue(said().contains("at least 12 that stay as they are"), said());
        assertTrue(said().contains("affects                      entities/order/views/open"));
        assertTrue(said().contains("1 changes, no problem."), said());
    }

    @Test
    void failsAPlanThatSomethingStandsAgainst() throws IOException {
        plan(
                """
                {"problems": [{"pointer": "/fields/x", "code": "required", "message": "No type."}],
                 "effects": [], "affected": []}
                """);
        assertFalse(code().plan(folder()));
        assertTrue(said().contains("/fields/x  No type."), said());
        assertFalse(code().apply(folder(), true));
        assertFalse(asked.contains("POST " + SETS + "/c1/apply"));
    }

    @Test
    void losesValuesOnlyWhenThatIsMeant() throws IOException {
        reply("POST " + SETS + "/c1/apply", 200, "{\"version\": 8}");
        for (var fate : List.of("kept", "emptied")) {
            plan(effect(fate, 3, true));
            assertFalse(code().apply(folder(), false), fate);
            assertFalse(asked.contains("POST " + SETS + "/c1/apply"), fate);
            replies.remove("POST " + SETS + "/c1/plan");
        }
        assertTrue(said().contains("3 lost"), said());
        plan(effect("kept", 3, true));
        assertTrue(code().apply(folder(), true));
        assertTrue(said().contains("Published as version 8."), said());
    }

    @Test
    void followsTheJobOfAChangeThatTakesLong() throws IOException {
        plan(GOOD);
        reply("POST " + SETS + "/c1/apply", 202, "{\"job\": \"j1\"}");
        reply("GET /jobs/j1", 200, job("running", 500));
        reply("GET /jobs/j1", 200, job("running", 500));
        reply("GET /jobs/j1", 200, job("done", 900));
        reply("GET " + SETS + "/c1", 200, "{\"version\": 9}");
        assertTrue(code().apply(folder(), false));
        assertEquals(
                List.of(
                        "0 changes, no problem.",
                        "  500 of 900 records looked at",
                        "  900 of 900 records looked at",
                        "Published as version 9."),
                said().lines().toList());
    }

    private static String job(String state, long ok) {
        return "{\"state\": \"%s\", \"rows\": {\"total\": 900, \"ok\": %d}, \"problem\": \"Why.\"}"
                .formatted(state, ok);
    }

    @Test
    void failsWhereTheJobDoes() {
        plan(GOOD);
        reply("POST " + SETS + "/c1/apply", 202, "{\"job\": \"j1\"}");
        reply("GET /jobs/j1", 200, job("interrupted", 500));
        var failure = assertThrows(LaunchFailure.class, () -> code().apply(folder(), false));
        assertTrue(String.valueOf(failure.getMessage()).contains("interrupted: Why."));
    }

    @Test
    void exportsIntoAnEmptyFolderAndReplacesOnlyWhenToldTo() throws IOException {
        export("tenant.yaml", "tenant: north\n", "model/deal.yaml", "entity: deal\n");
        assertThrows(LaunchFailure.class, () -> code().export(folder(), false));
        assertTrue(code().export(folder(), true));
        assertFalse(Files.exists(place.resolve("north/model/order.yaml")));
        assertEquals("entity: deal\n", Files.readString(place.resolve("north/model/deal.yaml")));
    }

    @Test
    void comparesLineByLine() throws IOException {
        export("model/deal.yaml", "entity: deal\nname: code\n");
        export("model/deal.yaml", "entity: deal\nname: title\n");
        assertFalse(code().diff(folder()));
        assertTrue(said().contains("-name: code") && said().contains("+name: title"), said());
        assertTrue(code().diff(folder()), "the last answer is the same twice");
        assertTrue(said().contains("No difference."), said());
    }

    @Test
    void saysWhyACallWasRefused() {
        replies.clear();
        reply(
                "POST " + SETS,
                403,
                "{\"errors\": [{\"pointer\": \"\", \"code\": \"forbidden\", \"message\": \"No.\"}]}");
        var failure = assertThrows(LaunchFailure.class, () -> code().plan(folder()));
        assertTrue(String.valueOf(failure.getMessage()).contains("forbidden"));
    }
}
