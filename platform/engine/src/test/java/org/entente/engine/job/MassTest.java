package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.engine.fake.House;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.record.RecordOperation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

/** Jobs that do something with all records of a filter. */
class MassTest {

    private final House house = new House();
    private final MemoryJobs memory = new MemoryJobs();
    private final JobDesk desk = memory.desk(house);
    private final Jobs jobs = jobs(desk);
    private final Caller caller = house.administrator(house.tenant("acme"));

    MassTest() {
        house.define(
                caller,
                Map.of(
                        "model/firm.yaml",
                        """
                        entity: firm
                        label: Firm
                        name: name
                        fields:
                          name: {type: text, max: 50, required: true, unique: true}
                          size: {type: integer}
                          rate: {type: decimal, precision: 9, scale: 2}
                          worth: {type: money, currency: EUR}
                          parent: {type: reference, to: firm, on_delete: restrict}
                          next: {type: formula, as: integer, formula: "size + 1"}
                        rules:
                          small: {check: "size == null || size < 1000", at: size, message: Too big}
                        """));
    }

    private static Jobs jobs(JobDesk desk) {
        return new Jobs(
                desk,
                new CursorCodec(new byte[32]),
                List.of(
                        new Sweeping(
                                desk.ports(),
                                MemoryJobs.leftovers(desk.ports().clock()),
                                java.util.Set.of())));
    }

    private void firms(int from, int to) {
        var operations = new ArrayList<RecordOperation>();
        for (var i = from; i < to; i++) {
            operations.add(new RecordOperation.Create(Map.of("name", "F" + i, "size", i % 1000)));
        }
        done(house.commands.together(caller, "firm", operations));
    }

    private Outcome<UUID> asked(String kind, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("kind", kind, "entity", "firm"));
        body.putAll(more);
        return jobs.create(caller, body);
    }

    private UUID run(UUID id) {
        return run(id, () -> Optional.of(caller));
    }

    private UUID run(UUID id, Supplier<Optional<Caller>> member) {
        done(jobs.begin(caller, id));
        MemoryJobs.work(jobs, caller.tenant(), member);
        return id;
    }

    private String told(UUID id, String name) {
        return String.valueOf(done(jobs.get(caller, id)).get(name));
    }

    private String result(UUID id, Kind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        done(jobs.results(caller, id, kind)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private int count(String filter) {
        var request = Map.<String, Object>of("filter", filter, "limit", 1000);
        return done(org.entente.engine.query.PageRequest.fromJson("firm", request)
                        .then(asked -> house.queries.page(caller, asked)))
                .data()
                .size();
    }

    @Test
    void changesAllOfAFilterAndTakesItBack() {
        firms(0, 450);
        var id =
                run(
                        done(
                                asked(
                                        "update",
                                        Map.of(
                                                "filter", "size < params.top",
                                                "params", Map.of("top", 430),
                                                "values", Map.of("size", 999)))));
        assertEquals("done", told(id, "state"));
        assertEquals("{total=430, ok=430, failed=0}", told(id, "rows"));
        assertEquals(430, count("size == 999"));
        var undo = run(done(jobs.undo(caller, id)));
        assertEquals("{total=430, ok=430, failed=0}", told(undo, "rows"));
        assertEquals(0, count("size == 999"));
        assertEquals(450, count("size < 450"));
    }

    @Test
    void namesTheRecordsThatAreRefused() throws IOException {
        firms(0, 3);
        done(
                house.create(
                        caller,
                        "firm",
                        Map.of("name", "C", "parent", Map.of("by", Map.of("name", "F1")))));
        var id = run(done(asked("delete", Map.of("filter", "size >= 0"))));
        assertEquals("{total=3, ok=2, failed=1}", told(id, "rows"));
        var rows = result(id, Kind.FAILED).lines().toList();
        assertEquals("entity,id,entente_reason,entente_code", rows.getFirst());
        assertTrue(rows.getLast().endsWith(",referenced,referenced"), rows::toString);
        assertEquals(3, result(id, Kind.OK).lines().count());
        run(done(jobs.undo(caller, id)));
        assertEquals(4, count("true"));
    }

    @Test
    void endsAtTheFirstRefusalWhenAskedTo() {
        firms(0, 300);
        firms(999, 1000);
        var body =
                Map.of(
                        "filter", "size > 0",
                        "values", Map.of("size", 1000),
                        "on_error", "stop");
        var id = run(done(asked("update", body)));
        assertEquals("stopped", told(id, "state"));
        assertEquals(0, count("size == 1000"));
    }

    @Test
    void meetsNoRecordAgainAfterAStop() throws IOException {
        firms(0, 450);
        var rule = "size == 100 || size == 101 || size == 330";
        var body =
                Map.of(
                        "filter", "size < 900",
                        "values", Map.of("size", 950, "parent", Map.of("by", Map.of("name", "F1"))),
                        "on_error", "stop");
        var id = done(asked("update", body));
        refuse(rule);
        for (var stop = 1; stop <= 3; stop++) {
            run(id);
            assertEquals("stopped", told(id, "state"));
            assertTrue(told(id, "rows").endsWith("failed=" + stop + "}"), told(id, "rows"));
            assertEquals(stop, result(id, Kind.FAILED).lines().count() - 1);
        }
        run(id);
        assertEquals("{total=450, ok=447, failed=3}", told(id, "rows"));
        assertEquals(3, count("size < 900"));
        var rows = Stream.concat(result(id, Kind.OK).lines(), result(id, Kind.FAILED).lines());
        var ids = rows.skip(1).map(row -> row.split(",", -1)[1]).filter(one -> !one.equals("id"));
        assertEquals(450, ids.distinct().count());
        for (var firm : done(house.page(caller, "firm", "size == 950")).data()) {
            assertEquals(2, firm.version(), firm::toString);
        }
    }

    /** From now on nobody changes these. */
    private void refuse(String which) {
        house.define(
                caller,
                "entities/firm/rules/stays",
                Map.of("check", "old == null || !(" + which.replace("size", "old.size") + ")"));
    }

    @Test
    void goesOnWhereItWasCutOff() {
        firms(0, 500);
        var id = done(asked("update", Map.of("values", Map.of("size", 7))));
        var calls = new AtomicInteger();
        run(id, () -> calls.incrementAndGet() > 3 ? Optional.empty() : Optional.of(caller));
        assertEquals("interrupted", told(id, "state"));
        assertEquals("{total=500, ok=400, failed=0}", told(id, "rows"));
        run(id);
        assertEquals("{total=500, ok=500, failed=0}", told(id, "rows"));
        assertEquals(500, count("size == 7"));
    }

    @Test
    void endsWhenItsMemberLosesTheRightMeanwhile() {
        firms(0, 500);
        var id = done(asked("update", Map.of("values", Map.of("size", 7))));
        var stranger =
                new Caller(
                        caller.tenant(),
                        caller.user(),
                        java.util.Set.of(),
                        caller.at(),
                        caller.language());
        var calls = new AtomicInteger();
        run(id, () -> Optional.of(calls.incrementAndGet() > 2 ? stranger : caller));
        assertEquals("interrupted", told(id, "state"));
        assertEquals("{total=500, ok=200, failed=0}", told(id, "rows"));
        assertEquals(200, count("size == 7"));
    }

    @Test
    void refusesWhatWouldBeRefusedOfEachRecord() {
        firms(0, 1);
        assertEquals(
                ProblemCode.READ_ONLY,
                problem(asked("update", Map.of("values", Map.of("next", 1)))).code());
        assertEquals(
                "/values/nothing",
                problem(asked("update", Map.of("values", Map.of("nothing", 1)))).at());
        assertEquals("/values", problem(asked("update", Map.of())).at());
        assertEquals("/filter", problem(asked("delete", Map.of("filter", "nothing == 1"))).at());
        assertEquals("/values", problem(asked("delete", Map.of("values", Map.of()))).at());
        assertEquals("/run_at", problem(asked("delete", Map.of("run_at", "soon"))).at());
        assertEquals("/kind", problem(asked("contract", Map.of())).at());
    }

    @Test
    void exportsWhatMayBeReadInTheOrderAskedFor() throws IOException {
        firms(1, 3);
        done(
                house.create(
                        caller,
                        "firm",
                        Map.of(
                                "name",
                                "=1+1",
                                "size",
                                3,
                                "rate",
                                "-2.5",
                                "worth",
                                Map.of("amount", "12.5", "currency", "EUR"),
                                "parent",
                                Map.of("by", Map.of("name", "F1")))));
        var id =
                run(
                        done(
                                asked(
                                        "export",
                                        Map.of(
                                                "fields",
                                                List.of("name", "size", "rate", "worth", "parent"),
                                                "sort",
                                                List.of("-size")))));
        assertEquals("{total=3, ok=3, failed=0}", told(id, "rows"));
        var rows = result(id, Kind.OK).lines().map(row -> row.replaceFirst("^[0-9a-f-]{36}", "#"));
        assertEquals(
                List.of(
                        "id,name,size,rate,worth,parent",
                        "#,'=1+1,3,-2.5,12.50 EUR,F1",
                        "#,F2,2,,,",
                        "#,F1,1,,,"),
                rows.toList());
        assertEquals("not_undoable", problem(jobs.undo(caller, id)).details().get("reason"));
    }

    @Test
    void exportsObjectsForMachinesPageByPage() throws IOException {
        firms(0, 1);
        for (var from = 1; from < 2500; from += 500) {
            firms(from, Math.min(2500, from + 500));
        }
        var body = Map.of("fields", List.of("name"), "format", Map.of("type", "ndjson"));
        var id = done(asked("export", body));
        var calls = new AtomicInteger();
        run(id, () -> calls.incrementAndGet() > 3 ? Optional.empty() : Optional.of(caller));
        assertEquals("interrupted", told(id, "state"));
        run(id);
        var names =
                result(id, Kind.OK)
                        .lines()
                        .map(line -> line.replaceAll(".*\"name\":", ""))
                        .distinct();
        assertEquals(2500, names.count());
        assertEquals(2500, result(id, Kind.OK).lines().count());
    }

    @Test
    void beginsWhenItIsTime() {
        firms(0, 2);
        var at = House.NOW.plus(Duration.ofHours(1));
        var id =
                done(asked("update", Map.of("values", Map.of("size", 5), "run_at", at.toString())));
        done(jobs.begin(caller, id));
        assertEquals("scheduled", told(id, "state"));
        var again =
                jobs.work(caller.tenant(), Lane.WORK, (in, user, language) -> Optional.of(caller));
        assertEquals(Optional.of(at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)), again);
        assertEquals(0, count("size == 5"));
        var later = jobs(later(at));
        MemoryJobs.work(later, caller.tenant(), () -> Optional.of(caller));
        assertEquals("done", told(id, "state"));
        assertEquals(2, count("size == 5"));
    }

    @Test
    void isCancelledBeforeItsTime() {
        var at = House.NOW.plus(Duration.ofHours(1));
        var id = done(asked("delete", Map.of("run_at", at.toString())));
        done(jobs.begin(caller, id));
        done(jobs.cancel(caller, id));
        assertEquals("cancelled", told(id, "state"));
        assertEquals(
                Optional.empty(),
                jobs.work(caller.tenant(), Lane.WORK, (in, user, language) -> Optional.of(caller)));
    }

    private JobDesk later(Instant at) {
        var ports = desk.ports();
        var clock = Clock.fixed(at, ZoneOffset.UTC);
        return new JobDesk(
                desk.models(),
                desk.queries(),
                desk.commands(),
                new JobPorts(
                        ports.store(), ports.files(), ports.changes(), ports.wording(), clock));
    }

    @Test
    void losesItsFilesWhenNobodyTouchesItForLong() {
        firms(0, 2);
        var over = run(done(asked("export", Map.of())));
        var never = done(asked("export", Map.of()));
        var half =
                done(
                        jobs.create(
                                caller,
                                Map.of(
                                        "kind",
                                        "import",
                                        "entity",
                                        "firm",
                                        "mapping",
                                        Map.of("a", "name"))));
        new Imports(house.models, house.commands, desk.ports())
                .part(caller, half, 1, new ByteArrayInputStream(new byte[] {65}));
        var desk30 = later(House.NOW.plus(Duration.ofDays(31)));
        new Chores(desk30.ports()).soon(caller.tenant(), Sweeping.KIND);
        var later = jobs(desk30);
        while (later.work(caller.tenant(), Lane.MODEL, (in, user, language) -> Optional.empty())
                .isPresent()) {
            // there is more
        }
        assertEquals(List.of(), memory.names(caller.tenant(), over));
        assertEquals(
                "files_gone", problem(jobs.results(caller, over, Kind.OK)).details().get("reason"));
        assertEquals("true", told(over, "swept"));
        assertEquals(ProblemCode.NOT_FOUND, problem(jobs.get(caller, never)).code());
        assertEquals(ProblemCode.NOT_FOUND, problem(jobs.get(caller, half)).code());
        assertFalse(memory.list(caller.tenant(), sweeps()).isEmpty());
    }

    private static JobStore.Wanted sweeps() {
        return new JobStore.Wanted(
                Optional.empty(),
                Optional.of(Job.State.DONE),
                java.util.Set.of(Sweeping.KIND),
                Optional.empty(),
                10);
    }
}
