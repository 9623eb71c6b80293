package org.entente.server.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.spi.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTextTest {

    @Test
    void readsTheYamlFilesAlone() throws IOException {
        var archive =
                zip(
                        Map.of(
                                "tenant.yaml",
                                "tenant: a".getBytes(StandardCharsets.UTF_8),
                                "model/é.txt".replace("é", "e"),
                                new byte[] {(byte) 0xff}));
        assertEquals(
                Outcome.done(new ZipBody(Map.of("tenant.yaml", "tenant: a"))),
                ZipText.read(archive));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.yaml",
                "/x.yaml",
                "a/../../x.yaml",
                "a\\x.yaml",
                "./x.yaml",
                "a//x.yaml"
            })
    void aPathThatLeadsElsewhereIsRefused(String path) throws IOException {
        assertEquals("odd_path", reason(zip(Map.of(path, new byte[1]))));
    }

    @Test
    void aBombIsRefused() throws IOException {
        assertEquals("too_large_unpacked", reason(zip(Map.of("x.yaml", new byte[6_000_000]))));
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i <= 2_000; i++) {
            files.put("f" + i + ".yaml", new byte[] {'a'});
        }
        assertEquals("too_many_entries", reason(zip(files)));
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertEquals("empty", reason("no zip at all".getBytes(StandardCharsets.UTF_8)));
        assertEquals("empty", reason(new byte[0]));
    }

    @Test
    void aBrokenZipIsRefused() throws IOException {
        var archive = zip(Map.of("x.yaml", "a: b".repeat(100).getBytes(StandardCharsets.UTF_8)));
        archive[40] = (byte) ~archive[40];
        assertEquals("not_zip", reason(archive));
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        assertEquals("not_utf8", reason(zip(Map.of("x.yaml", new byte[] {(byte) 0xff}))));
    }

    private static String reason(byte[] archive) {
        return switch (ZipText.read(archive)) {
            case Outcome.Done<ZipBody>(var body) -> throw new AssertionError(body.toString());
            case Outcome.Refused<ZipBody>(var problems) ->
                    String.valueOf(problems.getFirst().details().get("reason"));
        };
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
