package org.entente.engine.record;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.entente.engine.fake.House.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.fake.House;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCommandsTest {

    private final House house = new House();
    private final Tenant tenant = house.tenant("horizon");
    private final Caller admin = house.administrator(tenant);

    private static final String PARTY =
            """
            entity: party
            label: Party
            plural: Parties
            name: code
            fields:
              code: {type: text, label: Code, unique: true}
              chief: {type: reference, to: party, label: Chief, on_delete: clear}
            """;

    private static final String CONTRACT =
            """
            entity: contract
            label: Contract
            plural: Contracts
            name: number
            fields:
              number: {type: text, label: No, required: true}
              holder: {type: reference, to: party, label: Holder}
              starts: {type: date, label: Starts, default: today}
              pages: {type: integer, label: Pages, default: "1 + 2"}
              ends: {type: date, label: Ends, required: "pages > 100"}
            """;

    @BeforeEach
    void defineTheEntities() {
        house.define(admin, Map.of("model/party.yaml", PARTY, "model/contract.yaml", CONTRACT));
    }

    private RecordView party(String code) {
        return done(house.create(admin, "party", Map.of("code", code)));
    }

    private Target target(RecordView record, long version) {
        return new Target(record.id(), new IfMatch.Exactly(version));
    }

    private static Map<String, Object> values(Map<String, @Nullable Object> values) {
        return Map.of("values", values);
    }

    @Test
    void aNewRecordHasDefaultsAnOwnerAndOneChange() {
        var before = house.store.changes(tenant).size();
        var record = done(house.create(admin, "contract", Map.of("number", "C1")));
        assertEquals("2026-11-25", record.values().get("starts"));
        assertEquals("3", String.valueOf(record.values().get("pages")));
        assertEquals(
                admin.user().id().toString(),
                ((Map<?, ?>) java.util.Objects.requireNonNull(record.values().get("owner")))
                        .get("id"));
        assertEquals(1, record.version());
        assertEquals(before + 1, house.store.changes(tenant).size());
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        var refused =
                house.create(
                        admin,
                        "contract",
                        Map.of("numbr", "C1", "starts", "soon", "created_at", "x"));
        assertEquals(
                Set.of("/values/numbr", "/values/starts", "/values/created_at"),
                Set.copyOf(problems(refused).stream().map(Problem::at).toList()));
    }

    @Test
    void whatIsRequiredMustBeThere() {
        var refused = problem(house.create(admin, "contract", Map.of()));
        assertEquals(ProblemCode.REQUIRED, refused.code());
        assertEquals("/values/number", refused.at());
    }

    @Test
    void whatIsRequiredMayDependOnTheRecord() {
        var refused =
                problem(house.create(admin, "contract", Map.of("number", "C1", "pages", 101)));
        assertEquals("/values/ends", refused.at());
    }

    @Test
    void aReferenceIsFoundByIdAndByAUniqueValue() {
        var dupont = party("dupont");
        var byValue =
                Map.<String, @Nullable Object>of(
                        "number", "C1", "holder", Map.of("by", Map.of("code", "dupont")));
        var byId =
                Map.<String, @Nullable Object>of("number", "C2", "holder", dupont.id().toString());
        var expected = Map.of("id", dupont.id().toString(), "entity", "party", "label", "dupont");
        assertEquals(
                expected, done(house.create(admin, "contract", byValue)).values().get("holder"));
        assertEquals(expected, done(house.create(admin, "contract", byId)).values().get("holder"));
    }

    @Test
    void aReferenceToNothingIsRefusedWithoutRepeatingIt() {
        var id = UUID.randomUUID().toString();
        var refused =
                problem(house.create(admin, "contract", Map.of("number", "C1", "holder", id)));
        assertEquals(ProblemCode.REFERENCE_NOT_FOUND, refused.code());
        assertTrue(!refused.toString().contains(id));
    }

    @Test
    void anUpdateTellsOnlyWhatChanged() {
        var record = done(house.create(admin, "contract", Map.of("number", "C1", "pages", 4)));
        var patch = new LinkedHashMap<String, @Nullable Object>();
        patch.put("number", "C1");
        patch.put("pages", null);
        var saved =
                done(
                        house.commands.update(
                                admin,
                                "contract",
                                target(record, 1),
                                values(patch),
                                Ending.COMMIT));
        assertEquals(2, saved.record().version());
        var change = house.store.changes(tenant).getLast();
        assertEquals(Set.of("pages"), change.after().keySet());
        assertEquals(4L, change.before().get("pages"));
    }

    @Test
    void anUpdateThatChangesNothingWritesNothing() {
        var record = done(house.create(admin, "contract", Map.of("number", "C1")));
        var changes = house.store.changes(tenant).size();
        var saved =
                done(
                        house.commands.update(
                                admin,
                                "contract",
                                target(record, 1),
                                values(Map.of("number", "C1")),
                                Ending.COMMIT));
        assertEquals(1, saved.record().version());
        assertEquals(changes, house.store.changes(tenant).size());
    }

    @Test
    void aStaleUpdateSaysWhatItIsNowAndWhatDiffers() {
        var record = done(house.create(admin, "contract", Map.of("number", "C1")));
        var first = values(Map.of("number", "C2"));
        done(house.commands.update(admin, "contract", target(record, 1), first, Ending.COMMIT));
        var second = values(Map.of("number", "C3", "pages", 3));
        var stale =
                problem(
                        house.commands.update(
                                admin, "contract", target(record, 1), second, Ending.COMMIT));
        assertEquals(ProblemCode.STALE, stale.code());
        assertEquals(List.of("number"), stale.details().get("differing"));
        assertTrue(String.valueOf(stale.details().get("current")).contains("C2"));
    }

    @Test
    void aDryRunLeavesNothing() {
        done(
                house.commands.create(
                        admin, "contract", values(Map.of("number", "C1")), Ending.DRY_RUN));
        assertEquals(List.of(), done(house.page(admin, "contract", "")).data());
    }

    @Test
    void aRestrictedTargetStays() {
        var dupont = party("dupont");
        done(
                house.create(
                        admin,
                        "contract",
                        Map.of("number", "C1", "holder", dupont.id().toString())));
        var refused =
                problem(house.commands.delete(admin, "party", target(dupont, 1), Ending.COMMIT));
        assertEquals(ProblemCode.REFERENCED, refused.code());
        assertEquals("contract", refused.details().get("entity"));
    }

    @Test
    void aClearedReferenceIsAChangeOfItsRecord() {
        var chief = party("chief");
        var member =
                done(
                        house.create(
                                admin,
                                "party",
                                Map.of("code", "m", "chief", chief.id().toString())));
        done(house.commands.delete(admin, "party", target(chief, 1), Ending.COMMIT));
        var left = done(house.page(admin, "party", "")).data();
        assertEquals(List.of(member.id()), left.stream().map(RecordView::id).toList());
        assertEquals(2, left.getFirst().version());
    }

    @Test
    void anAtomicBatchLeavesNothingBehindOneRefusal() {
        var refused =
                house.commands.batch(
                        admin,
                        "party",
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("op", "create", "values", Map.of("code", "a")),
                                        Map.of("op", "create", "values", Map.of("code", "a")))),
                        Ending.COMMIT);
        assertEquals("/operations/1/values/code", problem(refused).at());
        assertEquals(List.of(), done(house.page(admin, "party", "")).data());
    }

    @Test
    void aBatchThatIsNotAtomicKeepsWhatIsGood() {
        var results =
                done(
                        house.commands.batch(
                                admin,
                                "party",
                                Map.of(
                                        "atomic",
                                        false,
                                        "operations",
                                        List.of(
                                                Map.of(
                                                        "op",
                                                        "create",
                                                        "values",
                                                        Map.of("code", "a")),
                                                Map.of(
                                                        "op",
                                                        "create",
                                                        "values",
                                                        Map.of("code", "a")),
                                                Map.of(
                                                        "op",
                                                        "create",
                                                        "values",
                                                        Map.of("code", "b")))),
                                Ending.COMMIT));
        assertEquals(ProblemCode.NOT_UNIQUE, problem(results.get(1)).code());
        assertEquals(2, done(house.page(admin, "party", "")).data().size());
    }

    @Test
    void aBatchMayPointAtWhatItHasJustMade() {
        done(
                house.commands.batch(
                        admin,
                        "party",
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("op", "create", "values", Map.of("code", "boss")),
                                        Map.of(
                                                "op",
                                                "create",
                                                "values",
                                                Map.of(
                                                        "code",
                                                        "b",
                                                        "chief",
                                                        Map.of("by", Map.of("code", "boss")))))),
                        Ending.COMMIT));
        assertEquals(1, done(house.page(admin, "party", "chief.code == \"boss\"")).data().size());
    }

    @Test
    void anUpsertMakesThenChanges() {
        var key = new RecordCommands.Key("code", "x");
        var body = values(Map.of());
        var first = done(house.commands.upsert(admin, "party", key, body, Ending.COMMIT));
        var chief = values(Map.of("chief", first.record().id().toString()));
        var second = done(house.commands.upsert(admin, "party", key, chief, Ending.COMMIT));
        assertTrue(first.created());
        assertTrue(!second.created());
        assertEquals(first.record().id(), second.record().id());
    }

    @Test
    void whatMayNotBeReadDoesNotExistAndWhatMayNotBeDoneIsForbidden() {
        house.define(
                admin,
                "roles/reader",
                Map.of(
                        "label",
                        "Reader",
                        "grants",
                        List.of(Map.of("entity", "party", "can", List.of("read")))));
        var reader =
                new Caller(
                        tenant, admin.user(), Set.of("reader"), House.NOW, java.util.Locale.FRENCH);
        assertEquals(
                ProblemCode.FORBIDDEN, problem(house.create(reader, "party", Map.of())).code());
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.create(reader, "contract", Map.of())).code());
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.create(reader, "nothing", Map.of())).code());
        assertEquals(ProblemCode.NOT_FOUND, problem(house.page(reader, "contract", "")).code());
    }
}
