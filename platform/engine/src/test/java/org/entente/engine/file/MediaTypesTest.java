package org.entente.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 etc | contract.pdf | application/pdf",
                "%PDF-1.7 etc | holiday.png | application/pdf",
                "plain words | notes.txt | text/plain",
                "a;b;c | list.csv | text/csv",
                "<html><body>hello</body></html> | page.html | text/html",
                "<html><body>hello</body></html> | invoice.pdf | text/html",
                "<!DOCTYPE html><script>alert(1)</script> | photo.png | text/html",
                "<svg xmlns='http://www.w3.org/2000/svg'/> | photo.png | image/svg+xml",
                "alert(1) | evil.html | text/html",
            })
    void believesTheBytes(String content, String name, String type) {
        assertEquals(type, MediaTypes.of(Samples.ascii(content), name));
    }

    @Test
    void knowsNothingOfBytesThatSayNothing() {
        var bytes = new byte[] {0, 1, 2, 3, (byte) 200, 0, 7};
        assertEquals("application/octet-stream", MediaTypes.of(bytes, "contract.pdf"));
        assertEquals("application/octet-stream", MediaTypes.of(bytes, "photo.png"));
    }

    @Test
    void tellsImagesByTheirBytes() {
        assertEquals("image/png", MediaTypes.of(Samples.image("png", 2, 2), "a.txt"));
        assertEquals("image/jpeg", MediaTypes.of(Samples.image("jpeg", 2, 2), "a"));
    }

    @Test
    void asksTheNameWhichZipItIs() {
        var zip = Samples.zip("[Content_Types].xml", "<Types/>");
        assertEquals(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                MediaTypes.of(zip, "letter.docx"));
        assertEquals("application/zip", MediaTypes.of(Samples.zip("a", "b"), "a.zip"));
        assertEquals("application/zip", MediaTypes.of(Samples.zip("a", "b"), "a.pdf"));
    }

    @Test
    void acceptsAllOrWhatIsNamed() {
        assertTrue(MediaTypes.accepts(List.of(), "text/html"));
        assertTrue(MediaTypes.accepts(List.of("image/*"), "image/png"));
        assertTrue(MediaTypes.accepts(List.of("text/plain", "image/png"), "image/png"));
        assertFalse(MediaTypes.accepts(List.of("image/*"), "imagery/png"));
        assertFalse(MediaTypes.accepts(List.of("image/png"), "image/png+xml"));
    }
}
