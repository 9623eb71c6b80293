package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Processes are killed while jobs of each kind are at work; the jobs go on by themselves, and what
 * they do is done once.
 */
@Tag("trial")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class KilledJobsTrialIT {

    private static final int MANY = Integer.getInteger("entente.trial.rows", 20_000);
    private static final int PORTION = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String FIELDS = "entities/tally/fields/";

    private final House house = House.running();
    private final Killer killer = new Killer(house);
    private FreshTenant tenant;
    private Visitor admin;

    @BeforeAll
    void fill() {
        tenant = house.freshTenant("killedjobs");
        Tallies.define(tenant);
        admin = tenant.admin();
        for (var from = 0; from < MANY; from += PORTION) {
            var operations =
                    IntStream.range(from, from + PORTION)
                            .mapToObj(KilledJobsTrialIT::creation)
                            .toList();
            admin.post("/data/tally/batch", Map.of("operations", operations)).expect(200);
        }
        assertEquals(MANY, count("true"));
    }

    private static Map<String, Object> creation(int n) {
        return Map.of("op", "create", "values", Map.of("n", n, "code", "00" + n));
    }

    private interface Kill {
        String now() throws Exception;
    }

    /** Once for each of the two that can be killed. */
    private interface Doing {
        void once(Kill kill, int turn) throws Exception;
    }

    private void bothWays(Doing doing) throws Exception {
        doing.once(killer::liberty, 1);
        doing.once(killer::backend, 2);
    }

    private WatchedJob run(String kind, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("kind", kind);
        body.put("entity", "tally");
        return run(admin.post("/jobs", body).expect(201).id());
    }

    private WatchedJob run(String id) {
        admin.post("/jobs/" + id + "/run").expect(202);
        return new WatchedJob(admin, id);
    }

    /** The job at its end, some of whose work was done before the kill and some after it. */
    private Answer survived(String what, WatchedJob job, Kill kill) throws Exception {
        var at =
                job.until(
                        PATIENCE,
                        "at work",
                        look -> look.at("/rows/ok").asLong() > 0 || isDone(look));
        var victim = kill.now();
        var waited = killer.awaitReady(this::answers);
        var done = job.until(PATIENCE, "done", KilledJobsTrialIT::isDone);
        System.out.printf(
                "TRIAL killed-jobs: %s: %s killed at %s of %s, ready after %d ms, then %s%n",
                what, victim, at.at("/rows/ok"), at.at("/rows/total"), waited, done.at("/rows"));
        return done;
    }

    private static boolean isDone(Answer job) {
        return job.at("/state").asString().equals("done");
    }

    private static void allOf(Answer job, long number) {
        assertEquals(number, job.at("/rows/ok").asLong(), job::text);
        assertEquals(0, job.at("/rows/failed").asLong(), job::text);
    }

    /** Each kind of connection learns by itself that the database went away. */
    private boolean answers() {
        return count("n == 0") >= 0 && admin.get("/meta/changesets").status() == 200;
    }

    private long count(String filter) {
        return admin.get("/data/tally", Map.of("filter", filter, "total", "exact", "limit", "1"))
                .expect(200)
                .at("/total/value")
                .asLong();
    }

    private List<String> lines(WatchedJob job) {
        return admin.get("/jobs/" + job.id() + "/results/ok").expect(200).text().lines().toList();
    }

    /** Each once, and each change told. */
    private void each(WatchedJob job, int number) throws Exception {
        var lines = lines(job);
        assertEquals(number + 1, lines.size());
        assertEquals(number + 1, lines.stream().distinct().count());
        assertEquals(List.of(), Ledger.of(house, tenant).untold());
    }

    @Test
    void changesDeletionsAndWhatTakesThemBack() throws Exception {
        var versions = new long[] {1};
        bothWays((kill, turn) -> {
            var update = run("update", Map.of("values", Map.of("n", -turn)));
            allOf(survived("update", update, kill), MANY);
            each(update, MANY);
            assertEquals(MANY, count("n == " + -turn));
            var undone = run(admin.post("/jobs/" + update.id() + "/undo").expect(202).id());
            allOf(survived("undo", undone, kill), MANY);
            assertEquals(0, count("n == " + -turn));
            var delete = run("delete", Map.of("filter", "n < " + MANY / 2));
            allOf(survived("delete", delete, kill), MANY / 2);
            each(delete, MANY / 2);
            assertEquals(MANY / 2, count("true"));
            run(admin.post("/jobs/" + delete.id() + "/undo").expect(202).id())
                    .until(PATIENCE, "done", KilledJobsTrialIT::isDone);
            versions[0] += 4;
            var told = Ledger.of(house, tenant).versions().values();
            assertEquals(MANY / 2, told.stream().filter(version -> version == versions[0]).count());
            assertTrue(told.stream().allMatch(version -> version <= versions[0]), "done twice");
        });
    }

    @Test
    void exports() throws Exception {
        bothWays((kill, turn) -> {
            var export = run("export", Map.of("fields", List.of("n", "code")));
            allOf(survived("export", export, kill), MANY);
            each(export, MANY);
        });
    }

    @Test
    void changesOfATypeAndWhatTheModelAsksForAfterwards() throws Exception {
        bothWays((kill, turn) -> {
            var before = admin.get("/meta/model").expect(200).at("/version").asLong();
            var set =
                    new Edits()
                            .put(FIELDS + "code", "{\"type\": \"integer\", \"filterable\": true}")
                            .create(admin);
            var job = admin.post("/meta/changesets/" + set + "/apply").expect(202);
            survived("apply", new WatchedJob(admin, job.id("/job")), kill);
            assertEquals(MANY, count("code == n || n < 0"));
            kill.now();
            killer.awaitReady(this::answers);
            settled();
            System.out.println("TRIAL killed-jobs: contract: the index is there");
            var back = admin.post("/meta/versions/" + before + "/rollback");
            if (back.status() == 202) {
                new WatchedJob(admin, back.id("/job"))
                        .until(PATIENCE, "done", KilledJobsTrialIT::isDone);
            }
            assertEquals(MANY, count("code.startsWith(\"00\")"));
        });
    }

    /** Nothing of the entity is in the making any more, and nothing has failed. */
    private void settled() throws InterruptedException {
        for (var look = 0; look < 600; look++) {
            var fields = admin.get("/meta/entities/tally").expect(200).at("/fields");
            if (fields.valueStream().noneMatch(field -> field.has("state"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(admin.get("/meta/entities/tally").text());
    }
}
