package org.entente.server.outside;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The CSV files of the Northwind sample. What is empty, or the text {@code NULL}, is no value and
 * is missing from its row.
 */
final class NorthwindFiles {

    private final Path folder;

    NorthwindFiles(Path folder) {
        this.folder = folder;
    }

    /** Where the files are on this machine, if they are here at all. */
    static Path usualFolder() {
        var beside = House.projectRoot().resolveSibling("shared");
        return Path.of(System.getProperty("entente.shared", beside.toString()))
                .resolve("data/northwind");
    }

    boolean present() {
        return Files.isRegularFile(folder.resolve("orders.csv"));
    }

    /** The rows of a file; columns by name, whose case differs from file to file. */
    List<NorthwindRow> rows(String file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file + ".csv"))) {
            return reader.stream().map(row -> row(row.getFieldsAsMap())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static NorthwindRow row(Map<String, String> fields) {
        var row = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, text) -> {
            if (!text.isEmpty() && !text.equals("NULL")) {
                row.put(name, text);
            }
        });
        return new NorthwindRow(row);
    }
}
