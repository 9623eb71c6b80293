package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.engine.fake.House;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.RecordView;
import org.entente.spi.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export writes, an import reads: the same records with the same values. */
class ThereAndBackTest {

    private static final List<String> FIELDS =
            List.of("title", "pages", "price", "out", "lent", "authors", "editor", "kinds");

    private final House house = new House();
    private final MemoryJobs memory = new MemoryJobs();
    private final JobPorts ports = memory.ports(house);
    private final Imports imports = new Imports(house.models, house.commands, ports);
    private final Jobs jobs =
            new Jobs(MemoryJobs.desk(house, ports), new CursorCodec(new byte[32]), List.of());
    private final Caller caller = house.administrator(house.tenant("acme"));

    ThereAndBackTest() {
        house.define(
                caller,
                Map.of(
                        "model/book.yaml",
                        """
                        entity: author
                        name: name
                        fields: {name: {type: text, unique: true, required: true}}
                        ---
                        entity: book
                        name: title
                        fields:
                          title: {type: text, required: true}
                          pages: {type: integer}
                          price: {type: decimal, precision: 12, scale: 2}
                          out: {type: date}
                          lent: {type: boolean}
                          authors: {type: multi_reference, to: author, related: books}
                          editor: {type: reference, to: author, related: edited}
                          kinds: {type: multi_choice, options: {sea: {}, land: {}, sky: {}}}
                        """));
        var ada = author("Ada");
        var odd = author("Smith; \"Bob\" | Co");
        var formula = author("=1+1");
        book("Tides", "authors", List.of(odd, ada, formula), "kinds", List.of("sea", "sky"));
        book("007", "authors", List.of(ada), "editor", odd, "price", "12.50", "pages", 7);
        book("-2.5", "out", "2026-05-01", "lent", true);
        book("=cmd", "lent", false, "authors", List.of(odd));
        book("Alone");
    }

    private String author(String name) {
        return done(house.create(caller, "author", Map.of("name", name))).id().toString();
    }

    private void book(String title, Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>(Map.of("title", title));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        done(house.create(caller, "book", Map.copyOf(values)));
    }

    private UUID run(UUID id) {
        done(jobs.begin(caller, id));
        MemoryJobs.work(jobs, caller.tenant(), () -> Optional.of(caller));
        return id;
    }

    private byte[] exported(String type) throws IOException {
        var body =
                Map.of(
                        "kind",
                        "export",
                        "entity",
                        "book",
                        "fields",
                        FIELDS,
                        "format",
                        Map.of("type", type));
        var id = run(done(jobs.create(caller, body)));
        var result = done(jobs.results(caller, id, Kind.OK));
        assertEquals(type, result.form());
        var out = new ByteArrayOutputStream();
        result.writeTo(out);
        return out.toByteArray();
    }

    /** Told by title, since ids are others when records come back. */
    private Map<String, List<String>> books() {
        return done(house.page(caller, "book", "true")).data().stream()
                .map(RecordView::values)
                .collect(
                        Collectors.toMap(
                                one -> String.valueOf(one.get("title")),
                                one ->
                                        FIELDS.stream()
                                                .map(name -> String.valueOf(one.get(name)))
                                                .toList()));
    }

    private void forgetBooks() {
        run(done(jobs.create(caller, Map.of("kind", "delete", "entity", "book"))));
        assertEquals(Map.of(), books());
    }

    private void imported(String type, byte[] file) {
        var sniffed = done(imports.sniff(caller, "book", Map.of(), new ByteArrayInputStream(file)));
        var mapping = new LinkedHashMap<String, Object>();
        if (sniffed.get("mapping") instanceof Map<?, ?> proposed) {
            proposed.forEach((column, target) -> mapping.put(String.valueOf(column), target));
        }
        if (type.equals("ndjson")) {
            mapping.remove("editor");
            mapping.put("editor.id", "editor");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "import");
        body.put("entity", "book");
        body.put("mapping", mapping);
        body.put("format", sniffed.getOrDefault("format", Map.of()));
        var id = done(jobs.create(caller, body));
        done(imports.part(caller, id, 1, new ByteArrayInputStream(file)));
        run(id);
        assertEquals(
                "{total=5, ok=5, failed=0}",
                String.valueOf(done(jobs.get(caller, id)).get("rows")),
                () -> failed(id));
    }

    private String failed(UUID id) {
        var out = new ByteArrayOutputStream();
        try {
            done(jobs.results(caller, id, Kind.FAILED)).writeTo(out);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "xlsx"})
    void comesBackAsItWent(String type) throws IOException {
        var before = books();
        var file = exported(type);
        forgetBooks();
        imported(type, file);
        assertEquals(before, books());
    }

    @Test
    void writesNoFormulaIntoACell() throws IOException {
        var lines = new String(exported("csv"), StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(",'=cmd,")), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains(",=")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains(",-2.5,")), lines::toString);
    }

    @Test
    void keepsKeysApartWhateverStandsInThem() {
        for (var key : List.of("Ada", "a;b", "a|b", "\"a\"", "a \"b\" c", "x\ny", "'; drop")) {
            assertEquals(
                    List.of(key, "Bob"), Keys.of(Keys.quoted(key) + "; " + Keys.quoted("Bob")));
        }
        assertEquals(List.of("a", "b", "c"), Keys.of(" a;b |; c\n"));
        assertEquals(List.of("\"a"), Keys.of("\"a"));
        assertEquals(List.of(), Keys.of(" ; "));
    }
}
