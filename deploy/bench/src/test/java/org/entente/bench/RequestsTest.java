package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private final Requests requests =
            new Requests(
                    IntStream.range(0, 1_000).mapToObj(i -> "id" + i).toList(),
                    List.of("zzz", "Labs"),
                    new Values(List.of("o1", "o2")));

    @Test
    void bothSidesAreAskedForTheSame() {
        for (var seed = 0; seed < 20; seed++) {
            var ours = requests.get().ours().apply(new Random(seed)).path();
            var reference = requests.get().reference().apply(new Random(seed)).path();
            assertEquals(last(ours), last(reference));
        }
    }

    @Test
    void bothSidesAreGivenTheSameValues() {
        var create = requests.create();
        assertEquals(
                create.ours().apply(new Random(7)).body(),
                create.reference().apply(new Random(7)).body());
        assertNotEquals(
                create.ours().apply(new Random(7)).body(),
                create.ours().apply(new Random(8)).body());
    }

    @Test
    void aFilterTravelsEncoded() {
        var path = requests.newest().ours().apply(new Random(1)).path();
        assertTrue(path.contains("filter=industry%20%3D%3D%20%22"), path);
    }

    @Test
    void aRequestIsWhatGoesOverTheWire() {
        var bytes = new Request("PATCH", "/a", "{}").bytes(9280, "secret");
        assertEquals(
                """
                PATCH /a HTTP/1.1\r
                Host: localhost:9280\r
                Accept: application/json\r
                If-Match: *\r
                Content-Type: application/json\r
                Content-Length: 2\r
                Authorization: Bearer secret\r
                \r
                {}\
                """,
                new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
