package org.entente.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The files of csv-spectrum, each beside the JSON that it is to be read as. */
class SpectrumTest {

    /** The sample's JSON tells another number than its own CSV. */
    private static final String MISTOLD = "Contact Phone Number";

    private static Path samples() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var found = folder.resolve("shared/data/csv-spectrum");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Path.of("no-samples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsAFileAsItIsMeant(String name) throws IOException {
        assumeTrue(Files.isDirectory(samples()), "the samples of csv-spectrum are not here");
        var bytes = Files.readAllBytes(samples().resolve("csvs/" + name + ".csv"));
        var json = Files.readString(samples().resolve("json/" + name + ".json"));
        var tree = JsonMapper.shared().readValue(json, Object.class);
        var expected = tree instanceof List<?> list ? list : List.of(tree);
        assertEquals(told(expected), told(read(bytes)));
    }

    private static List<Map<String, String>> read(byte[] bytes) {
        var read = new ArrayList<Map<String, String>>();
        var dialect = DialectSniff.of(bytes, true);
        try (var rows = CsvRows.open(new ByteArrayInputStream(bytes), dialect)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                var cells = new LinkedHashMap<String, String>();
                for (var i = 0; i < rows.columns().size(); i++) {
                    cells.put(rows.columns().get(i), row.cells().get(i));
                }
                read.add(cells);
            }
        }
        return read;
    }

    private static List<Map<?, ?>> told(List<?> rows) {
        var told = new ArrayList<Map<?, ?>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<Object, Object>((Map<?, ?>) row);
            cells.remove(MISTOLD);
            told.add(cells);
        }
        return told;
    }
}
