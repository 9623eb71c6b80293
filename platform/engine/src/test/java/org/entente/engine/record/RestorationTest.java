package org.entente.engine.record;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.UUID;
import org.entente.engine.fake.House;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final String ENTITIES =
            """
            entity: party
            label: Party
            name: code
            fields:
              code: {type: text, unique: true}
            ---
            entity: visit
            label: Visit
            name: title
            fields:
              title: {type: text}
              host: {type: reference, to: party, required: true, on_delete: cascade}
              guest: {type: reference, to: party, on_delete: clear}
            """;

    private final House house = new House();
    private final Tenant tenant = house.tenant("horizon");
    private final Caller admin = house.administrator(tenant);

    @BeforeEach
    void defineTheEntities() {
        house.define(admin, Map.of("model/all.yaml", ENTITIES));
    }

    private RecordView party(String code) {
        return done(house.create(admin, "party", Map.of("code", code)));
    }

    private RecordView visit(RecordView host, RecordView guest) {
        return done(
                house.create(
                        admin,
                        "visit",
                        Map.of("host", host.id().toString(), "guest", guest.id().toString())));
    }

    private void delete(RecordView record) {
        var target = new Target(record.id(), new IfMatch.Any());
        done(house.commands.delete(admin, record.entity(), target, Ending.COMMIT));
    }

    private Outcome<Saved> restore(RecordView record) {
        return house.commands.restore(admin, record.entity(), record.id(), Ending.COMMIT);
    }

    @Test
    void bringsARecordBackAsItWasAndTellsSo() {
        var party = party("A");
        delete(party);
        var restored = done(restore(party));
        assertFalse(restored.created());
        assertEquals("A", restored.record().values().get("code"));
        assertEquals(3, restored.record().version());
        var told = house.store.changes(tenant).getLast();
        assertEquals(Change.Operation.RESTORE, told.operation());
        assertEquals("A", told.after().get("code"));
    }

    @Test
    void leavesARecordThatIsThereAsItIs() {
        var party = party("A");
        assertEquals(1, done(restore(party)).record().version());
    }

    @Test
    void doesNotFindWhatNeverWas() {
        var never = house.commands.restore(admin, "party", UUID.randomUUID(), Ending.COMMIT);
        assertEquals(ProblemCode.NOT_FOUND, problem(never).code());
    }

    @Test
    void refusesAUniqueValueThatSomebodyElseHasTakenMeanwhile() {
        var party = party("A");
        delete(party);
        party("A");
        assertEquals(ProblemCode.NOT_UNIQUE, problem(restore(party)).code());
    }

    @Test
    void refusesARecordThatCannotBeWithoutWhatIsGone() {
        var host = party("H");
        var visit = visit(host, party("G"));
        delete(host);
        var problem = problem(restore(visit));
        assertEquals(ProblemCode.REFERENCE_NOT_FOUND, problem.code());
        assertEquals("/values/host", problem.at());
    }

    @Test
    void emptiesAReferenceToWhatIsGoneWhereItsDeletionWouldHave() {
        var guest = party("G");
        var visit = visit(party("H"), guest);
        delete(visit);
        delete(guest);
        var restored = done(restore(visit)).record();
        assertEquals(null, restored.values().get("guest"));
    }

    @Test
    void bringsBackWhatWasDeletedAlongWithIt() {
        var host = party("H");
        var visit = visit(host, party("G"));
        delete(host);
        assertEquals(0, done(house.page(admin, "visit", "true")).data().size());
        done(restore(host));
        var back = done(house.page(admin, "visit", "true")).data();
        assertEquals(visit.id(), back.getFirst().id());
        assertEquals(3, back.getFirst().version());
    }

    @Test
    void restoresManyInABatch() {
        var one = party("A");
        var other = party("B");
        delete(one);
        delete(other);
        var operations =
                java.util.List.of(
                        Map.of("op", "restore", "id", one.id().toString()),
                        Map.of("op", "restore", "id", other.id().toString()));
        done(house.commands.batch(admin, "party", Map.of("operations", operations), Ending.COMMIT));
        assertEquals(2, done(house.page(admin, "party", "true")).data().size());
    }
}
