package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.query.RecordView;
import org.junit.jupiter.api.Test;

class ExportLinesTest {

    private static final UUID ID = UUID.fromString("01a21326-5a27-7bdb-8b4f-6f011dd8cd42");

    private static String line(Object value) {
        var asked =
                Map.of(
                        "kind", "export",
                        "entity", "deed",
                        "filter", "true",
                        "fields", List.of("paper"));
        var lines = new ExportLines(done(ExportDefinition.fromJson(asked)));
        var record = new RecordView("deed", ID, 1, Map.of("paper", value));
        var text = new String(lines.of(record), StandardCharsets.UTF_8).strip();
        return text.replace(ID.toString(), "ID");
    }

    @Test
    void namesAFileAndAReference() {
        var file = Map.of("id", "x", "name", "a.pdf", "size", 3, "sha256", "00");
        var unlike = line(Map.of("id", "y", "entity", "user", "label", "Ada"));
        assertEquals(line("a.pdf"), line(file));
        assertEquals(line("Ada"), unlike);
    }

    @Test
    void guardsNamesThatASpreadsheetWouldRun() {
        var file = Map.of("id", "x", "name", "=cmd()", "size", 3, "sha256", "00");
        assertEquals(line("=cmd()"), line(file));
        assertEquals(false, line(file).endsWith(",=cmd()"));
    }
}
