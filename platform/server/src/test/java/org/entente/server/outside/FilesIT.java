package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of records, from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class FilesIT {

    private static final int LARGEST = 3_000_000;
    private static final String DEED =
            """
            {"label": {"fr": "Acte", "en": "Deed"}, "name": "title", "fields": {
              "title": {"type": "text", "max": 80},
              "sealed": {"type": "boolean"},
              "paper": {"type": "file", "max_size": 3000000, "accept": ["text/plain", "application/pdf", "image/*", "text/html"]},
              "any":   {"type": "file"},
              "proof": {"type": "file", "required": "sealed == true"},
              "photo": {"type": "image"}}}
            """;

    private final House house = House.running();
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void furnish() {
        tenant = house.freshTenant("files", "xrm");
        admin = tenant.admin();
        new Edits()
                .put("entities/deed", DEED)
                .put("roles/clerk", "{\"grants\": [{\"entity\": \"deed\", \"can\": [\"read\"]}]}")
                .put(
                        "roles/stranger",
                        "{\"grants\": [{\"entity\": \"organization\", \"can\": [\"read\"]}]}")
                .apply(admin);
    }

    private String deed() {
        return admin.create("deed", Map.of("title", "Deed"));
    }

    private static String file(String id, String field) {
        return "/data/deed/" + id + "/files/" + field;
    }

    private static byte[] png() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, Object> cleared(String field) {
        return Map.of("values", Collections.singletonMap(field, null));
    }

    @Test
    void comesBackByteForByte() {
        var id = deed();
        var content = new byte[LARGEST - 1];
        new Random(7).nextBytes(content);
        content[0] = '%';
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);

        var put = admin.send(Files.put(file(id, "paper"), 1, "Été 2026.pdf", content)).expect(200);

        assertEquals("\"2\"", put.header("ETag").orElse(""));
        var told = put.at("/values/paper");
        assertEquals("Été 2026.pdf", told.path("name").asString());
        assertEquals("application/pdf", told.path("type").asString());
        assertEquals(content.length, told.path("size").asInt());
        assertEquals(sha256(content), told.path("sha256").asString());
        assertArrayEquals(content, admin.bytes(file(id, "paper")));
        assertEquals(told, admin.get("/data/deed/" + id).expect(200).at("/values/paper"));
    }

    @Test
    void isServedSoThatNothingRuns() {
        var id = deed();
        var page = "<html><body><script>alert(1)</script></body></html>";
        admin.send(Files.put(file(id, "paper"), 1, "p\".html", page)).expect(200);
        var got = admin.get(file(id, "paper")).expect(200);

        assertEquals("application/octet-stream", got.header("Content-Type").orElse(""));
        assertEquals("nosniff", got.header("X-Content-Type-Options").orElse(""));
        var policy = got.header("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("sandbox"), policy);
        assertEquals(
                "attachment; filename=\"p_.html\"; filename*=UTF-8''p%22.html",
                got.header("Content-Disposition").orElse(""));
        assertEquals("private, no-store", got.header("Cache-Control").orElse(""));
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        admin.send(Files.put(file(id, "paper"), 2, "photo.png", svg)).expect(200);
        var image = admin.get(file(id, "paper")).expect(200);
        assertEquals("application/octet-stream", image.header("Content-Type").orElse(""));
        assertTrue(image.header("Content-Disposition").orElse("").startsWith("attachment"));
    }

    @Test
    void showsImagesWhereTheyStand() {
        var id = deed();
        admin.send(Files.put(file(id, "photo"), 1, "a.txt", png())).expect(200);
        var got = admin.get(file(id, "photo")).expect(200);
        assertEquals("image/png", got.header("Content-Type").orElse(""));
        assertTrue(got.header("Content-Disposition").orElse("").startsWith("inline"));
    }

    @Test
    void spareWhoHasItAlready() {
        var id = deed();
        admin.send(Files.put(file(id, "paper"), 1, "a.txt", "0123456789")).expect(200);
        var tag = admin.get(file(id, "paper")).expect(200).header("ETag").orElse("");
        assertEquals('"' + sha256("0123456789".getBytes(StandardCharsets.UTF_8)) + '"', tag);
        var known = Call.of("GET", file(id, "paper")).header("If-None-Match", tag);
        assertEquals("", admin.send(known).expect(304).text());
        var part = Call.of("GET", file(id, "paper")).header("Range", "bytes=3-5");
        var some = admin.send(part).expect(206);
        assertEquals("345", some.text());
        assertEquals("bytes 3-5/10", some.header("Content-Range").orElse(""));
        var beyond = Call.of("GET", file(id, "paper")).header("Range", "bytes=10-");
        admin.send(beyond).expect(416);
        var head = admin.send(Call.of("HEAD", file(id, "paper"))).expect(200);
        assertEquals("10", head.header("Content-Length").orElse(""));
    }

    @Test
    void isReplacedAndTakenAway() {
        var id = deed();
        var one = admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        var two = admin.send(Files.put(file(id, "paper"), 2, "two.txt", "two")).expect(200);
        assertNotEquals(one.at("/values/paper/id"), two.at("/values/paper/id"));
        assertEquals("two", admin.get(file(id, "paper")).expect(200).text());

        var history = admin.get("/data/deed/" + id + "/history").expect(200);
        assertEquals("one.txt", history.at("/data/0/changes/paper/old/name").asString());
        assertEquals("two.txt", history.at("/data/0/changes/paper/new/name").asString());

        var gone = admin.delete(file(id, "paper"), 3).expect(200);
        assertTrue(gone.at("/values/paper").isNull());
        assertEquals(4, gone.at("/version").asInt());
        admin.get(file(id, "paper")).refused(404, "not_found");
        assertEquals(4, admin.delete(file(id, "paper"), 4).expect(200).at("/version").asInt());
    }

    @Test
    void isTakenAwayByAnUpdateAndGivenByNone() {
        var id = deed();
        var put = admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        var told = Map.of("values", Map.of("paper", put.at("/values/paper")));
        admin.patch("/data/deed/" + id, 2, told).refused(422, "read_only", "/values/paper");
        admin.post("/data/deed", told).refused(422, "read_only", "/values/paper");
        var text = Map.of("values", Map.of("paper", "one.txt"));
        admin.patch("/data/deed/" + id, 2, text).refused(422, "read_only", "/values/paper");
        admin.patch("/data/deed/" + id, 2, cleared("paper")).expect(200);
        admin.get(file(id, "paper")).refused(404, "not_found");
    }

    @Test
    void takesTheVersionThatWasRead() {
        var id = deed();
        var none =
                Call.of("PUT", file(id, "paper"))
                        .header("Content-Disposition", "attachment; filename=a.txt");
        admin.send(none).refused(428, "precondition_required");
        admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        var stale = admin.send(Files.put(file(id, "paper"), 1, "two.txt", "two"));
        stale.refused(412, "stale");
        assertEquals("paper", stale.at("/differing/0").asString());
        admin.delete(file(id, "paper"), 1).refused(412, "stale");
        assertEquals("one", admin.get(file(id, "paper")).expect(200).text());
    }

    @Test
    void refusesWhatTheFieldDoesNotTake() {
        var id = deed();
        admin.send(Files.put(file(id, "paper"), 1, "a.txt", ""))
                .refused(422, "required", "/values/paper");
        admin.send(Files.put(file(id, "paper"), 1, "a.txt", new byte[LARGEST + 1]))
                .refused(415, "unsupported_media_type", "/values/paper");
        var long1 = new byte[LARGEST + 1];
        Arrays.fill(long1, (byte) 'a');
        admin.send(Files.put(file(id, "paper"), 1, "a.txt", long1))
                .refused(413, "too_large", "/values/paper");
        admin.send(Files.put(file(id, "photo"), 1, "a.png", "<svg/>"))
                .refused(415, "unsupported_media_type", "/values/photo");
        admin.send(Files.put(file(id, "photo"), 1, "a.png", huge()))
                .refused(422, "out_of_range", "/values/photo");
        admin.get(file(id, "paper")).refused(404, "not_found");
        assertEquals(1, admin.get("/data/deed/" + id).expect(200).at("/version").asInt());
    }

    /** Says that it is 40,000 pixels wide. */
    private static byte[] huge() {
        var image = png();
        image[18] = (byte) (40_000 >> 8);
        image[19] = (byte) 40_000;
        return image;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment | 422 | required",
                "attachment; filename=\"..\" | 422 | invalid_value",
                "attachment; filename*=UTF-8''a%00.txt | 422 | invalid_value",
                "attachment; filename*=UTF-8''gpj%E2%80%AE.exe | 422 | invalid_value",
                "attachment; filename*=UTF-8''%ff | 400 | malformed",
            })
    void refusesNamesThatMeanHarm(String disposition, int status, String code) {
        var id = deed();
        var call =
                Call.of("PUT", file(id, "any"))
                        .header("If-Match", "*")
                        .header("Content-Disposition", disposition)
                        .body("text/plain", java.net.http.HttpRequest.BodyPublishers.ofString("x"));
        admin.send(call).refused(status, code, "/name");
        var outside = Files.put(file(id, "any"), 1, "../../../etc/passwd", "x");
        assertEquals("passwd", admin.send(outside).expect(200).at("/values/any/name").asString());
    }

    @Test
    void isForThoseWhoMay() {
        var id = deed();
        admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        var clerk = tenant.member("clerk");
        assertEquals("one", clerk.get(file(id, "paper")).expect(200).text());
        clerk.send(Files.put(file(id, "paper"), 2, "two.txt", "two")).refused(403, "forbidden");
        clerk.delete(file(id, "paper"), 2).refused(403, "forbidden");
        var stranger = tenant.member("stranger");
        stranger.get(file(id, "paper")).refused(404, "not_found");
        stranger.send(Files.put(file(id, "paper"), 2, "x.txt", "x")).refused(404, "not_found");
        for (var field : List.of("title", "nothing", "owner")) {
            admin.get(file(id, field)).refused(404, "not_found");
            admin.send(Files.put(file(id, field), 2, "x.txt", "x")).refused(404, "not_found");
        }
    }

    @Test
    void isDoneOnceUnderItsKey() {
        var id = deed();
        var key = "key-" + House.unique();
        var call = Files.put(file(id, "paper"), 1, "one.txt", "one").header("Idempotency-Key", key);
        var first = admin.send(call).expect(200);
        assertEquals(first.json(), admin.send(call).expect(200).json());
        var other =
                Files.put(file(id, "paper"), 1, "one.txt", "two").header("Idempotency-Key", key);
        admin.send(other).refused(422, "key_reused");
        assertEquals("one", admin.get(file(id, "paper")).expect(200).text());
    }

    @Test
    void keepsNothingOfARehearsal() {
        var id = deed();
        var rehearsal = Files.put(file(id, "paper") + "?dry_run=true", 1, "one.txt", "one");
        assertEquals(2, admin.send(rehearsal).expect(200).at("/version").asInt());
        admin.get(file(id, "paper")).refused(404, "not_found");
    }

    @Test
    void followsItsRecordThroughTheRecycleBin() {
        var id = deed();
        admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        admin.delete("/data/deed/" + id, 2).expect(204);
        admin.get(file(id, "paper")).refused(404, "not_found");
        admin.send(Files.put(file(id, "paper"), 3, "x.txt", "x")).refused(404, "not_found");
        admin.post("/data/deed/" + id + "/actions/restore").expect(200);
        assertEquals("one", admin.get(file(id, "paper")).expect(200).text());
    }

    @Test
    void comesBackWithItsField() {
        var id = deed();
        new Edits().put("entities/deed/fields/extra", "{\"type\": \"file\"}").apply(admin);
        admin.send(Files.put(file(id, "extra"), 1, "one.txt", "one")).expect(200);
        var before = admin.get("/meta/model").expect(200).at("/version").asLong();
        var drop =
                Map.of(
                        "title",
                        "Drop",
                        "edits",
                        List.of(Map.of("op", "remove", "path", "entities/deed/fields/extra")));
        var set = admin.post("/meta/changesets", drop).expect(201).id();
        admin.post("/meta/changesets/" + set + "/apply").expect(200);
        admin.get(file(id, "extra")).refused(404, "not_found");
        admin.post("/meta/versions/" + before + "/rollback").expect(200);
        assertEquals("one", admin.get(file(id, "extra")).expect(200).text());
    }

    @Test
    void becomesNoOtherType() {
        var text =
                new Edits().put("entities/deed/fields/any", "{\"type\": \"text\"}").create(admin);
        admin.post("/meta/changesets/" + text + "/apply").refused(422, "change_not_supported");
    }

    @Test
    void isAskedForByItsParts() {
        var id = admin.create("deed", Map.of("title", "asked"));
        admin.send(Files.put(file(id, "paper"), 1, "one.txt", "seven b")).expect(200);
        admin.create("deed", Map.of("title", "asked"));
        var named = "title == \"asked\" && ";
        assertEquals(1, found(named + "paper != null"));
        assertEquals(1, found(named + "paper == null"));
        assertEquals(1, found(named + "paper.size == 7 && paper.name == \"one.txt\""));
        assertEquals(0, found(named + "paper.type == \"image/png\""));
        admin.get("/data/deed", Map.of("sort", "paper")).refused(400, "type_error", "/sort");
        var group =
                Map.of(
                        "group", List.of(Map.of("by", "paper")),
                        "measures", List.of(Map.of("as", "n", "fn", "count")));
        assertEquals(400, admin.post("/data/deed/aggregate", group).status());
    }

    private int found(String filter) {
        return admin.get("/data/deed", Map.of("filter", filter)).expect(200).at("/data").size();
    }

    @Test
    void isNeededOnceTheRuleSaysSo() {
        var id = deed();
        var sealed = Map.of("values", Map.of("sealed", true));
        admin.patch("/data/deed/" + id, 1, sealed).refused(422, "required", "/values/proof");
        admin.send(Files.put(file(id, "proof"), 1, "proof.txt", "proof")).expect(200);
        admin.patch("/data/deed/" + id, 2, sealed).expect(200);
        admin.delete(file(id, "proof"), 3).refused(422, "required", "/values/proof");
    }

    @Test
    void isToldOfAsItWas() {
        var id = deed();
        admin.send(Files.put(file(id, "paper"), 1, "one.txt", "one")).expect(200);
        var at = admin.get("/data/deed/" + id).expect(200).at("/values/updated_at").asString();
        admin.send(Files.put(file(id, "paper"), 2, "two.txt", "two")).expect(200);
        var then = admin.get("/data/deed/" + id, Map.of("as_of", at)).expect(200);
        assertEquals("one.txt", then.at("/values/paper/name").asString());
    }
}
