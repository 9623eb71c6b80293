package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.entente.server.outside.Baits.Lure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The wall between tenants, swept by what the server itself says that it serves: whatever belongs
 * to another tenant answers as what does not exist.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WallIT {

    /**
     * As many operations as the document had when this was written; a document that shrank is read
     * wrongly.
     */
    private static final int FEWEST_OPERATIONS = 21;

    private static final int FEWEST_PAIRS = 100;

    /**
     * What differs between any two records that were just made, and the length that comes of it.
     */
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
                            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"
                            + "|(?<=\"next\":\")[A-Za-z0-9_-]+"
                            + "|(?<=content-length=\\[)[0-9]+");

    private final House house = House.running();
    private FreshTenant ours;
    private FreshTenant theirs;
    private Lure theirOwn;
    private List<Operation> operations;

    @BeforeAll
    void buildTwoTenantsThatLookTheSame() {
        ours = house.freshTenant("wall-a", "xrm");
        theirs = house.freshTenant("wall-b", "xrm");
        furnish(ours);
        theirOwn = furnish(theirs);
        operations = Operation.of(ours.admin().get("/openapi.json").expect(200).json());
    }

    private static Lure furnish(FreshTenant tenant) {
        var own = "T" + House.unique();
        var admin = tenant.admin();
        Things.edits().apply(admin);
        var organization = admin.create("organization", Map.of("name", "Shared Ltd"));
        admin.create("thing", Map.of("code", "S1", "company", organization));
        var record = admin.create("thing", Map.of("code", own, "company", organization));
        admin.send(Files.put("/data/thing/" + record + "/files/scan", 1, "own.txt", own))
                .expect(200);
        var page = admin.get("/data/thing?limit=1").expect(200);
        var user = "reader-" + House.unique() + "@wall.example";
        admin.post("/users", Map.of("email", user, "name", "Reader", "roles", List.of("reader")))
                .expect(201);
        return new Lure(
                record,
                organization,
                new Edits()
                        .put("entities/later", "{\"fields\": {\"a\": {\"type\": \"text\"}}}")
                        .create(admin),
                admin.post(
                                "/jobs",
                                Map.of(
                                        "kind", "import",
                                        "entity", "thing",
                                        "mapping", Map.of("code", "code")))
                        .expect(201)
                        .id(),
                own,
                page.at("/page/next").asString(),
                user,
                tenant.as(user).get("/me").expect(200).at("/user/id").asString());
    }

    @Test
    void readsEnoughOperationsFromTheDocument() {
        assertTrue(operations.size() >= FEWEST_OPERATIONS, () -> "only " + operations);
    }

    @Test
    void answersForAnothersTenantAsForOneThatDoesNotExist() {
        var absent = "wall-x" + theirs.name().substring("wall-b".length());
        var swept = new LinkedHashSet<Operation>();
        var pairs = 0;
        for (var operation : operations) {
            for (var call : Baits.of(operation, theirOwn)) {
                var visitor = house.visitor(ours.administrator());
                var closed = visitor.in(theirs.name()).send(call);
                var nowhere = visitor.in(absent).send(call);
                assertEquals(nowhere.imprint(), closed.imprint(), operation::toString);
                closed.refused(404, "not_found");
                swept.add(operation);
                pairs++;
            }
        }
        assertSwept(swept, pairs);
    }

    @Test
    void answersForAnothersThingsAsForThoseThatDoNotExist() {
        var swept = new LinkedHashSet<Operation>();
        var pairs = 0;
        for (var operation : operations) {
            var nothing = Lure.ofNothing();
            var foreign = Baits.of(operation, theirOwn);
            var absent = Baits.of(operation, nothing);
            for (var i = 0; i < foreign.size(); i++) {
                var theirAnswer = ours.admin().send(foreign.get(i));
                var noAnswer = ours.admin().send(absent.get(i));
                assertEquals(
                        alike(nothing, noAnswer),
                        alike(theirOwn, theirAnswer),
                        operation + " #" + i);
                assertTrue(theirAnswer.status() < 500, () -> operation + ": " + theirAnswer);
                swept.add(operation);
                pairs++;
            }
        }
        assertSwept(swept, pairs);
    }

    private static String alike(Lure lure, Answer answer) {
        var masked = lure.masked(answer.imprint());
        return OF_THE_MOMENT.matcher(masked).replaceAll("…");
    }

    private void assertSwept(Set<Operation> swept, int pairs) {
        var left = new ArrayList<>(operations);
        left.removeAll(swept);
        assertEquals(List.of(), left, "operations that nothing was sent to");
        assertTrue(pairs >= FEWEST_PAIRS, "only " + pairs + " pairs were compared");
        System.out.println("The wall: " + swept.size() + " operations, " + pairs + " pairs alike");
    }

    @Test
    void keepsAnothersThingsOutOfReachById() {
        for (var operation : operations) {
            if (operation.byId()) {
                for (var call : Baits.of(operation, theirOwn)) {
                    ours.admin().send(call).refused(404, "not_found");
                }
            }
        }
        assertEquals(
                theirOwn.code(),
                theirs.admin()
                        .get("/data/thing/" + theirOwn.record())
                        .at("/values/code")
                        .asString());
        assertEquals(
                2, theirs.admin().get("/data/thing/" + theirOwn.record()).at("/version").asInt());
    }

    @Test
    void refusesReferencesToAnothersThings() {
        var parent = Map.of("values", Map.of("code", "R1", "parent", theirOwn.record()));
        ours.admin()
                .post("/data/thing", parent)
                .refused(422, "reference_not_found", "/values/parent");
        var company = Map.of("values", Map.of("code", "R2", "company", theirOwn.organization()));
        ours.admin()
                .post("/data/thing", company)
                .refused(422, "reference_not_found", "/values/company");
        var named =
                Map.of(
                        "values",
                        Map.of(
                                "code",
                                "R3",
                                "parent",
                                Map.of("by", Map.of("code", theirOwn.code()))));
        ours.admin()
                .post("/data/thing", named)
                .refused(422, "reference_not_found", "/values/parent");
    }

    @Test
    void letsBothHaveTheSameUniqueValueAndEachOnlyOnce() {
        var again = Map.of("values", Map.of("code", "S1"));
        ours.admin().post("/data/thing", again).refused(409, "not_unique", "/values/code");
        theirs.admin().post("/data/thing", again).refused(409, "not_unique", "/values/code");
        var there = theirs.admin().create("thing", Map.of("code", "BOTH"));
        ours.admin().create("thing", Map.of("code", "BOTH"));
        var found =
                ours.admin().get("/data/thing", Map.of("filter", "code == \"BOTH\"")).expect(200);
        assertEquals(1, found.at("/data").size());
        assertFalse(found.text().contains(there));
    }

    /** Many callers share few connections; each must be met as whoever it is. */
    @Test
    void answersEachTenantItsOwnWhenManyAskAtOnce() throws Exception {
        for (var tenant : List.of(ours, theirs)) {
            tenant.admin().create("thing", Map.of("code", "TURN", "title", tenant.name()));
        }
        try (var callers = Executors.newFixedThreadPool(8)) {
            var asked = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 200; i++) {
                var tenant = i % 2 == 0 ? ours : theirs;
                asked.add(() -> askAndWrite(tenant));
            }
            for (var done : callers.invokeAll(asked)) {
                done.get();
            }
        }
    }

    private static @Nullable Void askAndWrite(FreshTenant tenant) {
        var admin = tenant.admin();
        var values = Map.of("values", Map.of("pieces", ThreadLocalRandom.current().nextInt(1_000)));
        var written = admin.put("/data/thing/by/code/TURN", values).expect(200);
        assertEquals(tenant.name(), written.at("/values/title").asString());
        var read = admin.get("/data/thing", Map.of("filter", "code == \"TURN\"")).expect(200);
        assertEquals(1, read.at("/data").size());
        assertEquals(tenant.name(), read.at("/data/0/values/title").asString());
        return null;
    }

    @Test
    void doesNotTakeACursorOfAnothersPage() {
        ours.admin()
                .get("/data/thing?limit=1&cursor=" + theirOwn.cursor())
                .refused(400, "cursor_invalid", "/cursor");
    }

    @Test
    void hidesTheOperatorsApiFromMembers() {
        var platform = house.visitor(ours.administrator()).at("/api/v1/platform");
        var known = platform.get("/tenants");
        var unknown = platform.get("/nothing-of-the-kind");
        assertEquals(unknown.imprint(), known.imprint());
        known.refused(404, "not_found");
    }

    @Test
    void letsTheOperatorIntoNoTenant() {
        house.visitor("operator").in(ours.name()).get("/me").refused(404, "not_found");
    }
}
