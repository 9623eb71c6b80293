package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.entente.engine.fake.House;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.RecordView;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

/** Files whose cells know what they are: workbooks, and objects of JSON. */
class TypedFilesTest {

    private final House house = new House();
    private final MemoryJobs memory = new MemoryJobs();
    private final JobPorts ports = memory.ports(house);
    private final Imports imports = new Imports(house.models, house.commands, ports);
    private final Jobs jobs =
            new Jobs(MemoryJobs.desk(house, ports), new CursorCodec(new byte[32]), List.of());
    private final Caller caller = house.administrator(house.tenant("acme"));

    TypedFilesTest() {
        house.define(
                caller,
                Map.of(
                        "model/firm.yaml",
                        """
                        entity: firm
                        label: Firm
                        name: name
                        fields:
                          name: {type: text, max: 50, required: true}
                          size: {type: integer}
                          price: {type: decimal, precision: 12, scale: 4}
                          share: {type: percent}
                          sure: {type: boolean}
                          since: {type: date}
                          seen: {type: date_time}
                          home: {type: address}
                        """));
    }

    private UUID imported(byte[] file) {
        var sniffed = done(imports.sniff(caller, "firm", Map.of(), new ByteArrayInputStream(file)));
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "import");
        body.put("entity", "firm");
        body.put("mapping", sniffed.getOrDefault("mapping", Map.of()));
        body.put("format", sniffed.getOrDefault("format", Map.of()));
        var id = done(jobs.create(caller, body));
        done(imports.part(caller, id, 1, new ByteArrayInputStream(file)));
        done(jobs.begin(caller, id));
        MemoryJobs.work(jobs, caller.tenant(), () -> Optional.of(caller));
        return id;
    }

    private String rows(UUID id) {
        return String.valueOf(done(jobs.get(caller, id)).get("rows"));
    }

    private String result(UUID id, Kind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        done(jobs.results(caller, id, kind)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, ?> firm(String name) {
        return done(house.page(caller, "firm", "name == \"" + name + "\"")).data().stream()
                .map(RecordView::values)
                .findFirst()
                .orElseThrow();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            filling.fill(book.newWorksheet("Firms"));
        }
        return out.toByteArray();
    }

    private static void header(Worksheet sheet, String... names) {
        for (var i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    @Test
    void readsCellsOfAWorkbookAsTheFieldsWantThem() throws IOException {
        var file =
                workbook(sheet -> {
                    header(sheet, "name", "size", "price", "share", "sure", "since", "seen");
                    sheet.value(1, 0, "A");
                    sheet.value(1, 1, 12);
                    sheet.value(1, 2, 1.234);
                    sheet.value(1, 3, new BigDecimal("0.125"));
                    sheet.value(1, 4, true);
                    sheet.value(1, 5, LocalDate.of(2026, 5, 1));
                    sheet.style(1, 5).format("dd/MM/yyyy").set();
                    sheet.value(1, 6, LocalDateTime.of(2026, 5, 1, 12, 30));
                    sheet.style(1, 6).format("yyyy-mm-dd hh:mm").set();
                    sheet.value(3, 0, "B");
                    sheet.value(3, 1, "many");
                });
        var id = imported(file);
        assertEquals("{total=2, ok=1, failed=1}", rows(id), result(id, Kind.FAILED));
        var firm = firm("A");
        assertEquals("12", String.valueOf(firm.get("size")));
        assertEquals("1.234", firm.get("price"));
        assertEquals("0.125", firm.get("share"));
        assertEquals(true, firm.get("sure"));
        assertEquals("2026-05-01", firm.get("since"));
        assertEquals("2026-05-01T10:30:00Z", firm.get("seen"));
        var failed = result(id, Kind.FAILED).lines().toList();
        assertEquals(
                "name,size,price,share,sure,since,seen,entente_reason,entente_code",
                failed.getFirst());
        assertTrue(failed.getLast().startsWith("B,many,,,,,,"), failed::toString);
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarMoreThanItIs() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var block = new byte[1 << 20];
            for (var i = 0; i < 40; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        var refused =
                problem(
                        imports.sniff(
                                caller,
                                "firm",
                                Map.of(),
                                new ByteArrayInputStream(out.toByteArray())));
        assertEquals(ProblemCode.TOO_LARGE, refused.code());
    }

    @Test
    void refusesWhatOnlyLooksLikeAWorkbook() {
        var bytes = new byte[] {'P', 'K', 3, 4, 1, 2, 3};
        var refused =
                problem(imports.sniff(caller, "firm", Map.of(), new ByteArrayInputStream(bytes)));
        assertEquals("not_xlsx", refused.details().get("reason"));
    }

    @Test
    void refusesAZipWithoutThePartsOfAWorkbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        var file = new ByteArrayInputStream(out.toByteArray());
        var refused = problem(imports.sniff(caller, "firm", Map.of(), file));
        assertEquals("not_xlsx", refused.details().get("reason"));
    }

    @Test
    void readsObjectsAndGivesTheRefusedOnesBack() throws IOException {
        var file =
                """
                {"name": "A", "size": 12, "price": 1.234, "home": {"city": "Évry"}, "sure": false}
                {"name": null, "size": 3, "extra": [1, 2]}

                not json
                {"name": "B", "seen": "2026-05-01T10:00:00Z"}
                """;
        var id = imported(file.getBytes(StandardCharsets.UTF_8));
        assertEquals("{total=4, ok=2, failed=2}", rows(id), result(id, Kind.FAILED));
        assertEquals(Map.of("city", "Évry"), firm("A").get("home"));
        assertEquals("1.234", firm("A").get("price"));
        assertEquals("2026-05-01T10:00:00Z", firm("B").get("seen"));
        var failed = result(id, Kind.FAILED).lines().toList();
        assertEquals(2, failed.size());
        assertTrue(
                failed.getFirst()
                        .startsWith(
                                "{\"name\":null,\"size\":3,\"extra\":[1,2],\"entente_reason\":"),
                failed::toString);
        assertTrue(failed.getLast().startsWith("{\"entente_raw\":\"not json\""), failed::toString);
        assertEquals("ndjson", done(jobs.results(caller, id, Kind.OK)).form());
    }

    @Test
    void knowsADateByItsFormat() {
        for (var format : List.of("dd/MM/yyyy", "[$-40C]d mmmm yyyy;@", "h:mm", "yyyy-mm-dd")) {
            assertTrue(XlsxCell.isDate(164, format), format);
        }
        for (var format : List.of("General", "0.00", "#,##0 \"days\"", "[Red]0", "0%")) {
            assertFalse(XlsxCell.isDate(164, format), format);
        }
    }

    @Test
    void countsDaysAsWorkbooksDo() {
        assertEquals("1900-01-01", XlsxCell.moment(new BigDecimal("1"), false));
        assertEquals("1900-03-01", XlsxCell.moment(new BigDecimal("61"), false));
        assertEquals("2026-05-01T12:00", XlsxCell.moment(new BigDecimal("46143.5"), false));
        assertEquals("1904-01-02", XlsxCell.moment(new BigDecimal("1"), true));
    }
}
