package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.junit.jupiter.api.Test;

/** The use cases as they run in production, but for the identity provider. */
class UseCasesTest {

    private static final String ENTITIES =
            """
            entity: party
            name: code
            fields:
              code: {type: text, unique: true}
              chief: {type: reference, to: party, on_delete: clear}
            ---
            entity: contract
            name: number
            fields:
              number: {type: text, required: true, filterable: true}
              holder: {type: reference, to: party}
              starts: {type: date, default: today}
              pages: {type: integer, default: "1 + 2"}
            """;

    private static final Cell CELL = Cell.fresh();

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    private static Caller admin(RealHouse house) {
        tenants++;
        return house.administrator(done(house.begin("use-case-" + tenants)).tenant());
    }

    private RecordView party(String code) {
        return done(house.create(admin, "party", Map.of("code", code)));
    }

    private static Target target(RecordView record, long version) {
        return new Target(record.id(), new IfMatch.Exactly(version));
    }

    private List<RecordView> all(String entity, String filter) {
        return done(house.page(admin, entity, Map.of("filter", filter))).data();
    }

    @Test
    void anInterruptedCreationIsBroughtToItsEnd() {
        house.directory().away(true);
        assertThrows(EntenteException.class, () -> house.begin("interrupted"));
        house.directory().away(false);

        assertEquals(List.of(), house.otherNode().tenants.resume());

        assertEquals(ProblemCode.NAME_TAKEN, problem(house.begin("interrupted")).code());
    }

    @Test
    void aRecordIsMadeFoundChangedAndDeleted() {
        house.define(admin, ENTITIES);
        var dupont = party("dupont");
        var contract =
                done(
                        house.create(
                                admin,
                                "contract",
                                Map.of(
                                        "number",
                                        "C1",
                                        "holder",
                                        Map.of("by", Map.of("code", "dupont")))));

        assertEquals("2026-11-25", contract.values().get("starts"));
        assertEquals(
                Map.of("id", dupont.id().toString(), "entity", "party", "label", "dupont"),
                contract.values().get("holder"));
        assertEquals(List.of(contract), all("contract", "holder.code == \"dupont\" && pages == 3"));
        assertTrue(String.valueOf(contract.values().get("created_by")).contains("label="));
        var restricted = house.commands.delete(admin, "party", target(dupont, 1), Ending.COMMIT);
        assertEquals(ProblemCode.REFERENCED, problem(restricted).code());

        done(
                house.commands.update(
                        admin,
                        "contract",
                        target(contract, 1),
                        Map.of("values", Map.of("pages", 4)),
                        Ending.COMMIT));
        var stale =
                house.commands.update(
                        admin,
                        "contract",
                        target(contract, 1),
                        Map.of("values", Map.of("pages", 5)),
                        Ending.COMMIT);
        assertEquals(ProblemCode.STALE, problem(stale).code());
        done(house.commands.delete(admin, "contract", target(contract, 2), Ending.COMMIT));
        done(house.commands.delete(admin, "party", target(dupont, 1), Ending.COMMIT));
        assertEquals(List.of(), all("contract", "true"));
    }

    @Test
    void aBatchIsAllOrNothingOrEachForItself() {
        house.define(admin, ENTITIES);
        var a = Map.of("op", "create", "values", Map.of("code", "a"));
        var b =
                Map.of(
                        "op",
                        "create",
                        "values",
                        Map.of("code", "b", "chief", Map.of("by", Map.of("code", "a"))));

        var refused =
                house.commands.batch(
                        admin, "party", Map.of("operations", List.of(a, b, a)), Ending.COMMIT);
        assertEquals("/operations/2/values/code", problem(refused).at());
        assertEquals(List.of(), all("party", "true"));

        var apart =
                done(
                        house.commands.batch(
                                admin,
                                "party",
                                Map.of("atomic", false, "operations", List.of(a, a, b)),
                                Ending.COMMIT));
        assertEquals(ProblemCode.NOT_UNIQUE, problem(apart.get(1)).code());
        assertEquals(2, all("party", "true").size());
        assertEquals(1, all("party", "chief.code == \"a\"").size());
    }

    @Test
    void anUpsertMakesThenChanges() {
        house.define(admin, ENTITIES);
        var key = new RecordCommands.Key("code", "x");
        var first =
                done(
                        house.commands.upsert(
                                admin, "party", key, Map.of("values", Map.of()), Ending.COMMIT));
        var second =
                done(
                        house.commands.upsert(
                                admin,
                                "party",
                                key,
                                Map.of("values", Map.of("chief", first.record().id().toString())),
                                Ending.COMMIT));

        assertTrue(first.created());
        assertEquals(first.record().id(), second.record().id());
        assertEquals(2, second.record().version());
    }

    @Test
    void aNodeThatIsBehindLearnsOfANewField() {
        house.define(admin, ENTITIES);
        var other = house.otherNode();
        var before = done(other.create(admin, "party", Map.of("code", "a")));
        house.define(admin, ENTITIES.replace("code: {", "nick: {type: text}\n  code: {"));

        done(other.create(admin, "party", Map.of("code", "b", "nick", "bé")));

        var found = done(other.page(admin, "party", Map.of("filter", "nick == \"bé\""))).data();
        assertEquals(1, found.size());
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(all("party", "code == \"a\"").getFirst().values().get("nick")));
        assertEquals(1, before.version());
    }

    @Test
    void pagesFollowEachOtherByTheirCursors() {
        house.define(admin, ENTITIES);
        var operations = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < 25; i++) {
            operations.add(Map.of("op", "create", "values", Map.of("number", "C" + i % 7)));
        }
        done(
                house.commands.batch(
                        admin, "contract", Map.of("operations", operations), Ending.COMMIT));

        var seen = new ArrayList<String>();
        var request = Map.<String, Object>of("limit", 4, "sort", "-number,starts");
        var page = done(house.page(admin, "contract", request));
        while (true) {
            page.data().forEach(row -> seen.add(String.valueOf(row.values().get("number"))));
            if (page.next().isEmpty()) {
                break;
            }
            page =
                    done(
                            house.page(
                                    admin,
                                    "contract",
                                    Map.of(
                                            "limit",
                                            4,
                                            "sort",
                                            "-number,starts",
                                            "cursor",
                                            page.next().get())));
        }
        assertEquals(25, seen.size());
        assertEquals(seen.stream().sorted(java.util.Comparator.reverseOrder()).toList(), seen);
    }
}
