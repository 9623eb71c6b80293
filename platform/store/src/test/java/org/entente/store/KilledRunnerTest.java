package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.changeset.Application;
import org.entente.engine.changeset.Contraction;
import org.entente.engine.file.FileStore.Folder;
import org.entente.engine.job.Chores;
import org.entente.engine.job.JobDesk;
import org.entente.engine.job.JobFiles;
import org.entente.engine.job.JobPorts;
import org.entente.engine.job.JobResult;
import org.entente.engine.job.Jobs;
import org.entente.engine.job.Lane;
import org.entente.engine.job.Sweeping;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordOperation;
import org.entente.spi.Caller;
import org.entente.store.file.FolderFiles;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Mortal;
import org.entente.store.fixture.RealHouse;
import org.entente.store.records.PostgresJobChanges;
import org.entente.store.tenant.PostgresJobStore;
import org.junit.jupiter.api.Test;

/**
 * Whoever works at a job dies at its first call of the database or of the files, at its second and
 * so on, in turn before it and after it; another takes the job up. Each time all is done, and once.
 */
class KilledRunnerTest {

    private static final Cell CELL = Cell.fresh();

    /** Two portions of changes. */
    private static final int MANY = 210;

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin();
    private final Mortal mortal =
            new Mortal(
                    new PostgresJobStore(CELL.databases(), CELL.unit(), Limits.usual()),
                    new FolderFiles(Path.of("target", "job-files")));
    private final Jobs jobs = jobs(Duration.ZERO);
    private int deaths;

    private Caller admin() {
        tenants++;
        var caller = house.administrator(done(house.begin("killed-" + tenants)).tenant());
        house.define(
                caller,
                """
                entity: thing
                name: code
                fields:
                  code: {type: text, max: 20}
                  note: {type: text, max: 20}
                  size: {type: text, max: 20}
                """);
        var operations = new ArrayList<RecordOperation>();
        for (var i = 0; i < MANY; i++) {
            var values = Map.<String, Object>of("code", "T" + i, "size", "00" + i);
            operations.add(new RecordOperation.Create(values));
        }
        done(house.commands.together(caller, "thing", operations));
        return caller;
    }

    private JobPorts ports(Duration later) {
        return new JobPorts(
                mortal,
                new JobFiles(mortal),
                new PostgresJobChanges(CELL.databases(), Limits.usual()),
                (problem, language) -> problem.code().text(),
                Clock.fixed(RealHouse.NOW.plus(later), ZoneOffset.UTC));
    }

    private Jobs jobs(Duration later) {
        var ports = ports(later);
        return new Jobs(
                new JobDesk(house.models, house.queries, house.commands, ports),
                new CursorCodec(new byte[32]),
                List.of(
                        new Sweeping(
                                ports,
                                RealHouse.leftovers(CELL, ports.clock()),
                                Set.of(Contraction.KIND)),
                        new Application(house.changeSets)));
    }

    private interface Round {
        /** Asks for a job; its id. */
        UUID asked(int round);
    }

    private interface Proof {
        void holds(int round, UUID job);
    }

    /** As often as there are calls to die at, in turn before and after them. */
    private void eachDeath(Jobs worked, Lane lane, Round round, Proof proof) {
        var died = true;
        for (var call = 0; died; call++) {
            mortal.born();
            var job = round.asked(call + 1);
            mortal.dieAt(call, call % 2 == 1);
            died = died(worked, lane);
            mortal.born();
            work(worked, lane);
            proof.holds(call + 1, job);
        }
        assertTrue(deaths >= 6, () -> "died only " + deaths + " times");
    }

    private boolean died(Jobs worked, Lane lane) {
        try {
            work(worked, lane);
            return false;
        } catch (Mortal.Died killed) {
            deaths++;
            return true;
        }
    }

    private void work(Jobs worked, Lane lane) {
        var again = worked.work(admin.tenant(), lane, (_, _, _) -> Optional.of(admin));
        while (again.isPresent()) {
            again = worked.work(admin.tenant(), lane, (_, _, _) -> Optional.of(admin));
        }
    }

    private UUID begun(String kind, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("kind", kind, "entity", "thing"));
        body.putAll(more);
        var id = done(jobs.create(admin, body));
        done(jobs.begin(admin, id));
        return id;
    }

    private String told(UUID id, String name) {
        return String.valueOf(done(jobs.get(admin, id)).get(name));
    }

    private List<String> lines(UUID id) {
        var out = new ByteArrayOutputStream();
        try {
            done(jobs.results(admin, id, JobResult.Kind.OK)).writeTo(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<RecordView> things() {
        return done(house.page(admin, "thing", Map.of("limit", 1000))).data();
    }

    private void doneOnce(UUID job) {
        assertEquals("done", told(job, "state"));
        assertEquals("{total=%1$d, ok=%1$d, failed=0}".formatted(MANY), told(job, "rows"));
        assertEquals(MANY + 1, lines(job).stream().distinct().count());
        assertEquals(MANY + 1, lines(job).size());
    }

    @Test
    void changesEachRecordOnce() {
        eachDeath(
                jobs,
                Lane.WORK,
                round -> begun("update", Map.of("values", Map.of("note", "n" + round))),
                (round, job) -> {
                    doneOnce(job);
                    for (var thing : things()) {
                        assertEquals("n" + round, thing.values().get("note"));
                        assertEquals(1 + round, thing.version());
                    }
                });
    }

    @Test
    void deletesAndBringsBackEachRecordOnce() {
        var undone = new ArrayList<UUID>();
        eachDeath(
                jobs,
                Lane.WORK,
                round -> {
                    if (round % 2 == 1) {
                        undone.add(begun("delete", Map.of()));
                        return undone.getLast();
                    }
                    var undo = done(jobs.undo(admin, undone.getLast()));
                    done(jobs.begin(admin, undo));
                    return undo;
                },
                (round, job) -> {
                    doneOnce(job);
                    assertEquals(round % 2 == 1 ? 0 : MANY, things().size());
                    things().forEach(thing -> assertEquals(1 + round, thing.version()));
                });
    }

    @Test
    void writesEachRecordIntoTheFileOnce() {
        eachDeath(
                jobs, Lane.WORK, round -> begun("export", Map.of()), (round, job) -> doneOnce(job));
    }

    @Test
    void publishesAChangeOnceWithAllItsValues() {
        var version = house.models.of(admin.tenant()).version();
        eachDeath(
                jobs,
                Lane.MODEL,
                round -> {
                    var type = round % 2 == 1 ? "integer" : "text";
                    var edit =
                            Map.of(
                                    "op", "put",
                                    "path", "entities/thing/fields/size",
                                    "value", Map.of("type", type));
                    var body = Map.of("title", "t", "edits", List.of(edit));
                    var set = done(house.changeSets.create(admin, body)).id().toString();
                    var asked = Map.of("kind", Application.KIND, "change_set", set);
                    return new Chores(ports(Duration.ZERO)).begin(admin, asked, MANY);
                },
                (round, job) -> {
                    assertEquals("done", told(job, "state"));
                    assertEquals(version + round, house.models.of(admin.tenant()).version());
                    for (var thing : things()) {
                        var code = String.valueOf(thing.values().get("code")).substring(1);
                        assertEquals(
                                round % 2 == 1 ? code : "00" + code,
                                String.valueOf(thing.values().get("size")));
                    }
                });
    }

    private Folder files(UUID job) {
        return new Folder(admin.tenant(), "jobs").folder(job.toString());
    }

    @Test
    void sweepsWhatIsOldAndNothingElse() {
        var late = jobs(Duration.ofDays(31));
        var old = new ArrayList<UUID>();
        eachDeath(
                late,
                Lane.MODEL,
                round -> {
                    old.add(begun("export", Map.of()));
                    work(jobs, Lane.WORK);
                    return new Chores(ports(Duration.ofDays(31)))
                            .begin(admin, Map.of("kind", Sweeping.KIND), 0);
                },
                (round, job) -> {
                    assertEquals("done", told(job, "state"));
                    assertEquals(List.of(), mortal.names(files(old.getLast())));
                    assertEquals("true", told(old.getLast(), "swept"));
                    assertEquals(MANY, things().size());
                });
    }
}
