package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.changeset.Contraction;
import org.entente.engine.job.JobResult.Kind;
import org.entente.engine.job.Jobs;
import org.entente.engine.job.JobsRequest;
import org.entente.engine.job.Lane;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.junit.jupiter.api.Test;

/** Jobs on the real store: what was told of their work is enough to take it back. */
class JobsTest {

    private static final String ENTITIES =
            """
            entity: thing
            name: code
            fields:
              code: {type: text, unique: true}
              note: {type: long_text}
              number: {type: integer}
              share: {type: percent}
              price: {type: money}
              sure: {type: boolean}
              day: {type: date}
              moment: {type: date_time}
              kind: {type: choice, options: {big: {label: Big}, small: {label: Small}}}
              mail: {type: email}
              phone: {type: phone}
              site: {type: url}
              home: {type: address}
              parent: {type: reference, to: thing, on_delete: clear}
            """;

    private static final String HEADER =
            "code,note,number,share,price.amount,price.currency,sure,day,moment,kind,mail,phone,"
                    + "site,home.city,home.country,parent";

    private static final Cell CELL = Cell.fresh();

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    JobsTest() {
        house.define(admin, ENTITIES);
    }

    private static Caller admin(RealHouse house) {
        tenants++;
        return house.administrator(done(house.begin("jobs-" + tenants)).tenant());
    }

    private UUID imported(String... rows) {
        var mapping = new LinkedHashMap<String, Object>();
        for (var column : HEADER.split(",", -1)) {
            mapping.put(
                    column,
                    column.equals("parent") ? Map.of("field", "parent", "by", "code") : column);
        }
        var body =
                Map.of("kind", "import", "entity", "thing", "mapping", mapping, "match_on", "code");
        var id = done(house.jobs.create(admin, body));
        var file = HEADER + "\n" + String.join("\n", rows) + "\n";
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        done(house.imports.part(admin, id, 1, bytes));
        run(id);
        assertEquals("done", told(id, "state"));
        return id;
    }

    private void run(UUID id) {
        done(house.jobs.begin(admin, id));
        work();
    }

    private void work() {
        var again =
                house.jobs.work(
                        admin.tenant(), Lane.WORK, (tenant, user, language) -> Optional.of(admin));
        while (again.isPresent()) {
            again =
                    house.jobs.work(
                            admin.tenant(),
                            Lane.WORK,
                            (tenant, user, language) -> Optional.of(admin));
        }
    }

    private UUID undone(UUID id) {
        var undo = done(house.jobs.undo(admin, id));
        run(undo);
        return undo;
    }

    private String told(UUID id, String name) {
        return String.valueOf(done(house.jobs.get(admin, id)).get(name));
    }

    private String result(UUID id, Kind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        done(house.jobs.results(admin, id, kind)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private RecordView thing(String code) {
        var filter = Map.<String, Object>of("filter", "code == \"" + code + "\"");
        return done(house.page(admin, "thing", filter)).data().getFirst();
    }

    private static Map<String, Object> values(RecordView record) {
        var values = new LinkedHashMap<String, Object>(record.values());
        values.keySet().removeIf(name -> name.startsWith("updated_"));
        return values;
    }

    private static final String FULL =
            "A,\"two\nlines\",5,0.125,12.5,EUR,true,2026-05-01,2026-05-01T10:00:00Z,big,a@b.fr,"
                    + "+33123456789,https://a.example/,Paris,FR,P";
    private static final String OTHER =
            "A,x,6,0.5,13,USD,false,2026-05-02,2026-05-02T10:00:00Z,small,c@d.fr,"
                    + "+33123456780,https://b.example/,Lyon,FR,";

    @Test
    void givesEveryKindOfValueBack() throws IOException {
        imported("P,,,,,,,,,,,,,,,", FULL);
        var before = values(thing("A"));
        var id = imported(OTHER, "B,,,,,,,,,,,,,,,");
        assertTrue(!before.equals(values(thing("A"))), before::toString);
        var undo = undone(id);
        assertEquals("{total=2, ok=2, failed=0}", told(undo, "rows"), result(undo, Kind.FAILED));
        assertEquals(before, values(thing("A")));
        var left = done(house.page(admin, "thing", Map.of())).data().size();
        assertEquals(2, left);
    }

    @Test
    void leavesWhatSomebodyChangedSince() throws IOException {
        imported("P,,,,,,,,,,,,,,,", FULL);
        var id = imported(OTHER);
        var change = Map.of("values", Map.of("price", Map.of("amount", "14", "currency", "USD")));
        done(
                house.commands.update(
                        admin,
                        "thing",
                        new Target(thing("A").id(), new IfMatch.Any()),
                        change,
                        Ending.COMMIT));
        var undo = undone(id);
        assertEquals("{total=1, ok=0, failed=1}", told(undo, "rows"));
        assertTrue(result(undo, Kind.FAILED).contains(",stale"));
        assertEquals("x", thing("A").values().get("note"));
    }

    @Test
    void areListedNewestFirst() {
        var first = imported("A,,,,,,,,,,,,,,,");
        var second = imported("B,,,,,,,,,,,,,,,");
        var undo = undone(first);
        assertEquals(List.of(undo, second, first), listed(Map.of()));
        assertEquals(List.of(second, first), listed(Map.of("kind", List.of("import"))));
        assertEquals(List.of(), listed(Map.of("state", List.of("running"))));
        assertEquals(List.of(), listed(Map.of("state", List.of("interrupted"))));
        assertEquals(List.of(undo), listed(Map.of("limit", List.of("1"))));
    }

    private List<UUID> listed(Map<String, List<String>> parameters) {
        var page =
                done(
                        JobsRequest.fromParameters(parameters)
                                .then(request -> house.jobs.list(admin, request)));
        return jobs(page);
    }

    private static List<UUID> jobs(Jobs.Page page) {
        return page.jobs().stream()
                .map(job -> UUID.fromString(String.valueOf(job.get("id"))))
                .toList();
    }

    private UUID mass(String kind, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("kind", kind, "entity", "thing"));
        body.putAll(more);
        var id = done(house.jobs.create(admin, body));
        run(id);
        return id;
    }

    private void codes(int number) {
        var operations = new ArrayList<RecordOperation>();
        for (var i = 0; i < number; i++) {
            operations.add(new RecordOperation.Create(Map.of("code", "M" + i, "number", i)));
        }
        done(house.commands.together(admin, "thing", operations));
    }

    private long count(String filter) {
        var body = Map.<String, Object>of("filter", filter, "total", "exact", "limit", 1);
        return done(house.page(admin, "thing", body)).total().orElseThrow().value();
    }

    @Test
    void changesExportsDeletesAndTakesBackManyRecords() throws IOException {
        codes(500);
        var changed =
                mass("update", Map.of("filter", "number >= 100", "values", Map.of("note", "many")));
        assertEquals("{total=400, ok=400, failed=0}", told(changed, "rows"));
        assertEquals(400, count("note == \"many\""));
        var exported =
                mass(
                        "export",
                        Map.of(
                                "filter", "note == params.note",
                                "params", Map.of("note", "many"),
                                "fields", List.of("code"),
                                "sort", List.of("number")));
        var rows = result(exported, Kind.OK).lines().toList();
        assertEquals(401, rows.size());
        assertTrue(rows.get(1).endsWith(",M100"), rows.get(1));
        var deleted = mass("delete", Map.of("filter", "note == \"many\""));
        assertEquals("{total=400, ok=400, failed=0}", told(deleted, "rows"));
        assertEquals(100, count("true"));
        assertEquals("{total=400, ok=400, failed=0}", told(undone(deleted), "rows"));
        assertEquals("{total=400, ok=400, failed=0}", told(undone(changed), "rows"));
        assertEquals(500, count("note == null"));
    }

    @Test
    void makesIndexesByAJobOnceHoweverOftenItIsAskedFor() {
        codes(10);
        house.chores.soon(admin.tenant(), Contraction.KIND);
        house.chores.soon(admin.tenant(), Contraction.KIND);
        assertEquals(1, house.chores.running(admin.tenant(), Contraction.KIND).size());
        while (house.jobs
                .work(admin.tenant(), Lane.MODEL, (tenant, user, language) -> Optional.empty())
                .isPresent()) {
            // there is more
        }
        assertEquals(List.of(), house.chores.running(admin.tenant(), Contraction.KIND));
        assertEquals(Map.of(), house.changeSets.unready(admin));
    }
}
