package org.entente.engine.job;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.engine.fake.House;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

class UndoTest {

    private final House house = new House();
    private final MemoryJobs memory = new MemoryJobs();
    private final JobPorts ports = memory.ports(house);
    private final Imports imports = new Imports(house.models, house.commands, ports);
    private final Jobs jobs =
            new Jobs(MemoryJobs.desk(house, ports), new CursorCodec(new byte[32]), List.of());
    private final Caller caller = house.administrator(house.tenant("acme"));

    UndoTest() {
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
                          parent: {type: reference, to: firm, on_delete: restrict}
                        """));
    }

    private UUID imported(String file, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", "import");
        body.put("entity", "firm");
        body.put("mapping", Map.of("name", "name", "size", "size"));
        body.putAll(more);
        var id = done(jobs.create(caller, body));
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        done(imports.part(caller, id, 1, new ByteArrayInputStream(bytes)));
        run(id, () -> Optional.of(caller));
        return id;
    }

    private UUID upserted(String file) {
        return imported(file, Map.of("match_on", "name"));
    }

    private void run(UUID id, Supplier<Optional<Caller>> member) {
        done(jobs.begin(caller, id));
        MemoryJobs.work(jobs, caller.tenant(), member);
    }

    private UUID undone(UUID id) {
        var undo = done(jobs.undo(caller, id));
        run(undo, () -> Optional.of(caller));
        return undo;
    }

    private String told(UUID id, String name) {
        return String.valueOf(done(jobs.get(caller, id)).get(name));
    }

    private String failed(UUID id) throws IOException {
        var out = new ByteArrayOutputStream();
        done(jobs.results(caller, id, Kind.FAILED)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<RecordView> firms(String filter) {
        return done(house.page(caller, "firm", filter)).data();
    }

    private void set(String name, Map<String, Object> values) {
        var id = firms("name == \"" + name + "\"").getFirst().id();
        var target = new Target(id, new IfMatch.Any());
        done(
                house.commands.update(
                        caller, "firm", target, Map.of("values", values), Ending.COMMIT));
    }

    @Test
    void takesBackWhatWasMadeAndWhatWasChanged() {
        imported("name,size\nA,1\nB,2\n", Map.of());
        var id = upserted("name,size\nA,7\nC,3\nA,8\n");
        assertEquals(1, firms("name == \"A\" && size == 8").size());
        var undo = undone(id);
        assertEquals("done", told(undo, "state"));
        assertEquals("{total=3, ok=3, failed=0}", told(undo, "rows"));
        assertEquals(1, firms("name == \"A\" && size == 1").size());
        assertEquals(0, firms("name == \"C\"").size());
        assertEquals(undo.toString(), told(id, "undone_by"));
        assertEquals(id.toString(), told(undo, "of"));
    }

    @Test
    void leavesAValueThatSomebodyChangedSinceAndSaysSo() throws IOException {
        imported("name,size\nA,1\nB,2\n", Map.of());
        var id = upserted("name,size\nA,7\nB,8\n");
        set("A", Map.of("size", 70));
        var undo = undone(id);
        assertEquals("{total=2, ok=1, failed=1}", told(undo, "rows"));
        assertEquals(1, firms("name == \"A\" && size == 70").size());
        assertEquals(1, firms("name == \"B\" && size == 2").size());
        var rows = failed(undo).lines().toList();
        assertEquals("entity,id,change,entente_reason,entente_code", rows.getFirst());
        assertTrue(rows.getLast().endsWith(",update,stale,stale"), rows::toString);
    }

    @Test
    void leavesWhatIsReferredTo() {
        var id = imported("name,size\nA,1\nB,2\n", Map.of());
        done(
                house.create(
                        caller,
                        "firm",
                        Map.of("name", "C", "parent", Map.of("by", Map.of("name", "A")))));
        assertEquals("{total=2, ok=1, failed=1}", told(undone(id), "rows"));
        assertEquals(2, firms("name == \"A\" || name == \"C\"").size());
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        var file = new StringBuilder("name,size\n");
        for (var i = 0; i < 700; i++) {
            file.append("F").append(i).append(',').append(i).append('\n');
        }
        var undo = done(jobs.undo(caller, imported(file.toString(), Map.of())));
        var calls = new AtomicInteger();
        run(undo, () -> calls.incrementAndGet() > 3 ? Optional.empty() : Optional.of(caller));
        assertEquals("interrupted", told(undo, "state"));
        assertEquals("{total=700, ok=400, failed=0}", told(undo, "rows"));
        run(undo, () -> Optional.of(caller));
        assertEquals("{total=700, ok=700, failed=0}", told(undo, "rows"));
        assertEquals(0, firms("true").size());
        assertEquals(1, failed(undo).lines().count());
    }

    @Test
    void isDoneOnceHoweverOftenItIsAskedFor() {
        var id = imported("name,size\nA,1\n", Map.of());
        var undo = undone(id);
        assertEquals(undo, done(jobs.undo(caller, id)));
        var again = problem(jobs.begin(caller, undo));
        assertEquals("job_begun", again.details().get("reason"));
    }

    @Test
    void refusesWhatWroteNothing() {
        var id = imported("name,size\n,1\n", Map.of());
        var refused = problem(jobs.undo(caller, id));
        assertEquals("nothing_to_undo", refused.details().get("reason"));
    }

    @Test
    void triesAgainWhatNobodyIsToBlameFor() {
        var id = begun("name,size\nA,1\n");
        var calls = new AtomicInteger();
        var again =
                jobs.work(
                        caller.tenant(),
                        Lane.WORK,
                        (tenant, user, language) -> {
                            if (calls.incrementAndGet() == 2) {
                                throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
                            }
                            return Optional.of(caller);
                        });
        assertTrue(again.isPresent());
        assertEquals("running", told(id, "state"));
        assertEquals("1", told(id, "attempts"));
        assertEquals("unavailable", told(id, "problem"));
        var next =
                jobs.work(
                        caller.tenant(),
                        Lane.WORK,
                        (tenant, user, language) -> Optional.of(caller));
        assertEquals(Optional.of(House.NOW.truncatedTo(ChronoUnit.MILLIS).plusSeconds(2)), next);
        assertEquals(0, firms("true").size());
    }

    @Test
    void waitsLongerEachTime() {
        assertEquals(Duration.ofSeconds(2), Patience.after(1));
        assertEquals(Duration.ofSeconds(512), Patience.after(5));
    }

    private UUID begun(String file) {
        var body =
                Map.of(
                        "kind", "import",
                        "entity", "firm",
                        "mapping", Map.of("name", "name", "size", "size"));
        var id = done(jobs.create(caller, body));
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        done(imports.part(caller, id, 1, new ByteArrayInputStream(bytes)));
        done(jobs.begin(caller, id));
        return id;
    }

    @Test
    void listsJobsNewestFirstPageByPage() {
        var first = imported("name,size\nA,1\n", Map.of());
        var second = imported("name,size\nB,1\n", Map.of());
        var third = imported("name,size\nC,1\n", Map.of());
        var page = done(list(Map.of("limit", List.of("2"), "state", List.of("done"))));
        assertEquals(List.of(third.toString(), second.toString()), ids(page));
        var cursor = page.next().orElseThrow();
        var more = Map.of("limit", List.of("2"), "state", List.of("done"));
        var rest = new LinkedHashMap<String, List<String>>(more);
        rest.put("cursor", List.of(cursor));
        var last = done(list(rest));
        assertEquals(List.of(first.toString()), ids(last));
        assertEquals(Optional.empty(), last.next());
        assertEquals(
                ProblemCode.CURSOR_INVALID,
                problem(list(Map.of("cursor", List.of(cursor)))).code());
        assertEquals(List.of(), ids(done(list(Map.of("kind", List.of("undo"))))));
    }

    private Outcome<Jobs.Page> list(Map<String, List<String>> parameters) {
        return JobsRequest.fromParameters(parameters).then(asked -> jobs.list(caller, asked));
    }

    private static List<String> ids(Jobs.Page page) {
        return page.jobs().stream().map(job -> String.valueOf(job.get("id"))).toList();
    }
}
