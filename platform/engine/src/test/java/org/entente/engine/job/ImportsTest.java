package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.engine.fake.House;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.RecordView;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

class ImportsTest {

    private final House house = new House();
    private final MemoryJobs memory = new MemoryJobs();
    private final JobPorts ports = memory.ports(house);
    private final Imports imports = new Imports(house.models, house.commands, ports);
    private final Jobs jobs =
            new Jobs(MemoryJobs.desk(house, ports), new CursorCodec(new byte[32]), List.of());
    private final Caller caller = house.administrator(house.tenant("acme"));

    ImportsTest() {
        house.define(
                caller,
                Map.of(
                        "model/firm.yaml",
                        """
                        entity: firm
                        label: {fr: Entreprise, en: Firm}
                        plural: {fr: Entreprises, en: Firms}
                        name: name
                        fields:
                          name: {type: text, max: 50, required: true, unique: true, label: {fr: Raison sociale, en: Name}}
                          size: {type: integer, label: {fr: Effectif, en: Size}}
                          turnover: {type: money, currency: EUR, label: {fr: Chiffre d'affaires, en: Turnover}}
                          since: {type: date, label: {fr: Depuis, en: Since}}
                          home: {type: address, label: {fr: Siège, en: Home}}
                          parent: {type: reference, to: firm, label: {fr: Maison mère, en: Parent}}
                          kind: {type: choice, options: {big: {label: {fr: Grande, en: Big}}, small: {label: {fr: Petite, en: Small}}}, label: Kind}
                        """));
    }

    private static final Map<String, Object> MAPPING = Map.of("name", "name", "size", "size");

    private UUID job(Map<String, Object> more, String file) {
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "import");
        body.put("entity", "firm");
        body.put("mapping", MAPPING);
        body.putAll(more);
        var id = done(jobs.create(caller, body));
        done(imports.part(caller, id, 1, new ByteArrayInputStream(bytes(file))));
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void run(UUID id) {
        run(id, () -> Optional.of(caller));
    }

    private void run(UUID id, Supplier<Optional<Caller>> member) {
        done(jobs.begin(caller, id));
        MemoryJobs.work(jobs, caller.tenant(), member);
    }

    private String state(UUID id) {
        return String.valueOf(done(jobs.get(caller, id)).get("state"));
    }

    private Object rows(UUID id) {
        return String.valueOf(done(jobs.get(caller, id)).get("rows"));
    }

    private String result(UUID id, Kind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        done(jobs.results(caller, id, kind)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Object> names(String filter) {
        return done(house.page(caller, "firm", filter)).data().stream()
                .map(RecordView::values)
                .<Object>map(values -> String.valueOf(values.get("name")))
                .sorted()
                .toList();
    }

    @Test
    void takesWhatIsFitAndGivesTheRestBackWithItsReason() throws IOException {
        var id = job(Map.of(), "name,size,note\nA,1,x\n,2,\"y, z\"\nC,many,=1+1\nD,,w\n");
        run(id);
        assertEquals("done", state(id));
        assertEquals("{total=4, ok=2, failed=2}", rows(id));
        assertEquals(List.of("A", "D"), names("true"));
        assertEquals(
                """
                name,size,note,entente_reason,entente_code\r
                ,2,"y, z",name: required,required\r
                C,many,=1+1,size: wrong_type,wrong_type\r
                """,
                result(id, Kind.FAILED));
        assertTrue(result(id, Kind.OK).startsWith("name,size,note,entente_id\r\nA,1,x,"));
        assertEquals("name,size,note\r\n", result(id, Kind.UNPROCESSED));
    }

    @Test
    void refusesARowThatIsNotUniqueAndKeepsItsNeighbours() {
        var id = job(Map.of(), "name,size\nA,1\nB,2\nA,3\nC,4\nB,5\n");
        run(id);
        assertEquals("{total=5, ok=3, failed=2}", rows(id));
        assertEquals(List.of("A", "B", "C"), names("true"));
    }

    @Test
    void stopsAtTheFirstRefusedRowWhenAsked() throws IOException {
        var id = job(Map.of("on_error", "stop"), "name,size\nA,1\nB,2\nA,3\nC,4\n");
        run(id);
        assertEquals("stopped", state(id));
        assertEquals(List.of("A", "B"), names("true"));
        assertEquals("name,size\r\nC,4\r\n", result(id, Kind.UNPROCESSED));
        run(id);
        assertEquals("done", state(id));
        assertEquals(List.of("A", "B", "C"), names("true"));
    }

    @Test
    void changesWhatIsThereWhenAFieldIsMatched() {
        run(job(Map.of(), "name,size\nA,1\n"));
        var id = job(Map.of("match_on", "name"), "name,size\nA,7\nB,2\n,3\n");
        run(id);
        assertEquals("{total=3, ok=2, failed=1}", rows(id));
        assertEquals(List.of("A"), names("size == 7"));
    }

    @Test
    void asksForSomethingElseWithTheSameFileUntilItHasBegun() {
        var id = job(Map.of("mapping", Map.of("size", "size")), "name,size\nEntente,12\n");
        assertEquals(1, done(imports.preview(caller, id, 100)).failed());
        var asked = Map.<String, Object>of("kind", "import", "entity", "firm", "mapping", MAPPING);

        assertEquals(id, done(imports.redefine(caller, id, asked)));
        assertEquals(1, done(imports.preview(caller, id, 100)).ok());
        assertEquals(
                ProblemCode.UNKNOWN_FIELD,
                problem(
                                imports.redefine(
                                        caller,
                                        id,
                                        Map.of(
                                                "kind",
                                                "import",
                                                "entity",
                                                "firm",
                                                "mapping",
                                                Map.of("name", "no_such_field"))))
                        .code());
        run(id);
        assertEquals(
                "job_begun", problem(imports.redefine(caller, id, asked)).details().get("reason"));
        assertEquals("done", state(id));
    }

    @Test
    void isPutOffToAMomentWithTheSameFile() {
        var id = job(Map.of(), "name,size\nEntente,12\n");
        var at = House.NOW.plus(java.time.Duration.ofHours(1)).toString();
        var asked =
                Map.<String, Object>of(
                        "kind", "import", "entity", "firm", "mapping", MAPPING, "run_at", at);
        done(imports.redefine(caller, id, asked));
        done(jobs.begin(caller, id));
        assertEquals("scheduled", state(id));
        assertEquals(at, done(jobs.get(caller, id)).get("run_at"));
        assertEquals(List.of(), names(""));

        var other = job(Map.of(), "name,size\nEntente,12\n");
        var soon = new java.util.LinkedHashMap<>(asked);
        soon.put("run_at", "soon");
        assertEquals("/run_at", problem(imports.redefine(caller, other, soon)).at());
    }

    @Test
    void triesWithoutKeeping() {
        var id = job(Map.of(), "name,size\nA,1\n,2\n");
        var preview = done(imports.preview(caller, id, 100));
        assertEquals(1, preview.ok());
        assertEquals(1, preview.failed());
        assertEquals(1, preview.created());
        assertTrue(preview.complete());
        assertEquals(3, preview.problems().getFirst().line());
        assertEquals("name", preview.problems().getFirst().columns());
        assertEquals(List.of(), names("true"));
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        var file = new StringBuilder("name,size\n");
        for (var i = 0; i < 1_200; i++) {
            file.append("F").append(i).append(',').append(i).append('\n');
        }
        var id = job(Map.of(), file.toString());
        var calls = new AtomicInteger();
        run(id, () -> calls.incrementAndGet() > 3 ? Optional.empty() : Optional.of(caller));
        assertEquals("interrupted", state(id));
        assertEquals("{total=1200, ok=1000, failed=0}", rows(id));
        assertEquals(201, result(id, Kind.UNPROCESSED).lines().count());
        run(id);
        assertEquals("{total=1200, ok=1200, failed=0}", rows(id));
        assertEquals(1_201, result(id, Kind.OK).lines().count());
    }

    @Test
    void spellsValuesAsTheMappingSays() {
        var mapping =
                Map.of(
                        "Nom",
                        "name",
                        "CA",
                        Map.of("field", "turnover", "format", "fr", "null", List.of("NC")),
                        "Depuis",
                        Map.of("field", "since", "format", "dd/MM/yyyy"),
                        "Ville",
                        "home.city",
                        "Mère",
                        Map.of("field", "parent", "by", "name"),
                        "Genre",
                        "kind");
        var file =
                """
                Nom;CA;Depuis;Ville;Mère;Genre
                A;1 234,50;25/12/2020;Évry;;grande
                B;nc;01/02/2021;;A;Small
                C;;2021-02-01;;Z;
                """;
        var id = job(Map.of("mapping", mapping, "format", Map.of("delimiter", ";")), file);
        run(id);
        assertEquals("{total=3, ok=2, failed=1}", rows(id));
        assertEquals(List.of("A"), names("turnover.amount == 1234.5 && kind == \"big\""));
        assertEquals(List.of("B"), names("parent.name == \"A\" && since == date(\"2021-02-01\")"));
    }

    @Test
    void refusesAMappingIntoNothing() {
        var refused =
                jobs.create(
                        caller,
                        Map.of("kind", "import", "entity", "firm", "mapping", Map.of("a", "nope")));
        assertEquals(ProblemCode.UNKNOWN_FIELD, problem(refused).code());
        assertEquals("/mapping/a", problem(refused).at());
    }

    @Test
    void writesNothingOfAFileInAnotherEncoding() {
        var id = job(Map.of(), "name,size\nA,1\n");
        var latin = "name,size\nÉ,1\n".getBytes(StandardCharsets.ISO_8859_1);
        done(imports.part(caller, id, 1, new ByteArrayInputStream(latin)));
        var refused = problem(jobs.begin(caller, id));
        assertEquals("wrong_encoding", refused.details().get("reason"));
    }

    @Test
    void belongsToWhoeverMadeIt() {
        var id = job(Map.of(), "name,size\nA,1\n");
        var other = house.administrator(house.tenant("globex"));
        assertEquals(ProblemCode.NOT_FOUND, problem(jobs.get(other, id)).code());
    }

    @Test
    void proposesWhereColumnsGo() {
        var head =
                bytes("Raison sociale;EFFECTIF;ville;Maison mère;Depuis\nA;3;Évry;B;25/12/2020\n");
        var sniffed = done(imports.sniff(caller, "firm", Map.of(), new ByteArrayInputStream(head)));
        assertEquals(
                Map.of(
                        "Raison sociale", "name",
                        "EFFECTIF", "size",
                        "ville", "home.city",
                        "Maison mère", Map.of("field", "parent", "by", "name"),
                        "Depuis", Map.of("field", "since", "format", "dd/MM/yyyy")),
                sniffed.get("mapping"));
    }

    @Test
    void doesNotGuessWhatIsSaidOfTheFile() {
        var head = bytes("written by hand\nname;size\nA,B;3\nC;1\nD;2\n");
        var guessed = done(imports.sniff(caller, "firm", Map.of(), new ByteArrayInputStream(head)));
        assertEquals(
                List.of(List.of("A,B", "3"), List.of("C", "1"), List.of("D", "2")),
                guessed.get("rows"));
        var said = Map.of("delimiter", ",", "preamble", 1L, "header", false);
        assertEquals(
                List.of(List.of("name;size"), List.of("A", "B;3"), List.of("C;1"), List.of("D;2")),
                done(imports.sniff(caller, "firm", said, new ByteArrayInputStream(head)))
                        .get("rows"));
        assertEquals(
                ProblemCode.INVALID_VALUE,
                problem(
                                imports.sniff(
                                        caller,
                                        "firm",
                                        Map.of("delimiter", ";;"),
                                        new ByteArrayInputStream(head)))
                        .code());
    }

    @Test
    void saysHowFarAProposalIsToBeTrusted() {
        var head = bytes("Effectif;ville;Remarque\n3;Évry;B\n");
        var sniffed = done(imports.sniff(caller, "firm", Map.of(), new ByteArrayInputStream(head)));
        var confidences = new ArrayList<Object>();
        ((List<?>) Objects.requireNonNull(sniffed.get("columns")))
                .forEach(column ->
                        confidences.add(
                                ((Map<?, ?>) Objects.requireNonNull(column)).get("confidence")));
        assertEquals(Arrays.asList("high", "medium", null), confidences);
    }

    @Test
    void neverLetsItsOwnWordsBecomeAFormula() {
        assertEquals("'=x", ResultRows.guarded("=x"));
        assertEquals("x=", ResultRows.guarded("x="));
    }
}
