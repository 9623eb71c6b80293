package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.engine.changeset.ChangeSets;
import org.entente.engine.changeset.ChangeSets.Applied;
import org.entente.engine.job.Lane;
import org.entente.engine.model.Readiness;
import org.entente.engine.record.RecordOperation;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.junit.jupiter.api.Test;

/** A type change of more values than anybody waits for is a job. */
class LongChangeTest {

    private static final int MANY = 4_500;
    private static final String PATH = "entities/thing/fields/size";
    private static final Cell CELL = Cell.fresh();
    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    private static Caller admin(RealHouse house) {
        tenants++;
        var admin = house.administrator(done(house.begin("long-" + tenants)).tenant());
        house.define(
                admin,
                """
                entity: thing
                name: code
                fields:
                  code: {type: text, max: 20}
                  size: {type: text}
                """);
        return admin;
    }

    private void things(int number) {
        for (var from = 0; from < number; from += 500) {
            var operations = new ArrayList<RecordOperation>();
            for (var i = from; i < Math.min(number, from + 500); i++) {
                operations.add(
                        new RecordOperation.Create(Map.of("code", "T" + i, "size", "00" + i)));
            }
            done(house.commands.together(admin, "thing", operations));
        }
    }

    private UUID typeChange() {
        var edit = Map.of("op", "put", "path", PATH, "value", Map.of("type", "integer"));
        var set =
                done(
                        house.changeSets.create(
                                admin, Map.of("title", "Sizes", "edits", List.of(edit))));
        return set.id();
    }

    private UUID begun(UUID changeSet) {
        var applied = done(house.changeSets.begin(admin, changeSet));
        return assertInstanceOf(Applied.By.class, applied).job();
    }

    private void work(Supplier<Optional<Caller>> member) {
        while (house.jobs
                .work(admin.tenant(), Lane.MODEL, (tenant, user, language) -> member.get())
                .isPresent()) {
            // there is more
        }
    }

    private String told(UUID job, String name) {
        return String.valueOf(done(house.jobs.get(admin, job)).get(name));
    }

    private long count(String filter) {
        var body = Map.<String, Object>of("filter", filter, "total", "exact", "limit", 1);
        return done(house.page(admin, "thing", body)).total().orElseThrow().value();
    }

    @Test
    void publishesFewValuesAtOnce() {
        things(20);
        var applied = done(house.changeSets.begin(admin, typeChange()));
        assertInstanceOf(Applied.As.class, applied);
        assertEquals(1, count("size == 7"));
    }

    @Test
    void tellsHowFarItHasComeAndGoesOnAfterItWasCutOff() {
        things(MANY);
        var changeSet = typeChange();
        var job = begun(changeSet);
        assertEquals(job, begun(changeSet));
        var calls = new AtomicInteger();
        work(() -> calls.incrementAndGet() > 5 ? Optional.empty() : Optional.of(admin));
        assertEquals("interrupted", told(job, "state"));
        assertEquals(MANY, count("size.size() > 2"));

        done(house.jobs.begin(admin, job));
        var applying = house.changeSets.applying(admin).getFirst();
        var coming =
                ChangeSets.coming(applying)
                        .getOrDefault(
                                PATH,
                                new Readiness(Readiness.State.FAILED, Optional.empty(), Map.of()));
        assertEquals(Readiness.State.BUILDING, coming.state());
        assertTrue(coming.done().orElseThrow() > 0, coming::toString);
        work(() -> Optional.of(admin));
        assertEquals("done", told(job, "state"));
        assertEquals("{total=%1$d, ok=%1$d, failed=0}".formatted(MANY), told(job, "rows"));
        assertEquals(1, count("size == 4499"));
        assertEquals(List.of(), house.changeSets.applying(admin));
        assertInstanceOf(Applied.As.class, done(house.changeSets.begin(admin, changeSet)));
    }

    @Test
    void bringsWhatIsWrittenMeanwhile() {
        things(MANY);
        begun(typeChange());
        var calls = new AtomicInteger();
        work(() -> {
            if (calls.incrementAndGet() == 6) {
                done(house.create(admin, "thing", Map.of("code", "new", "size", "09815")));
            }
            return Optional.of(admin);
        });
        assertEquals(1, count("size == 9815"));
    }

    @Test
    void leavesTheModelAloneWhenAValueDoesNotFit() {
        things(MANY);
        done(house.create(admin, "thing", Map.of("code", "odd", "size", "large")));
        var job = begun(typeChange());
        work(() -> Optional.of(admin));
        assertEquals("interrupted", told(job, "state"));
        assertEquals("values_unfit", told(job, "problem"));
        assertEquals(1, count("size == \"large\""));
    }

    @Test
    void isRefusedWhoMayNotShapeTheModelAnyMore() {
        things(MANY);
        var job = begun(typeChange());
        var stranger =
                new Caller(
                        admin.tenant(),
                        admin.user(),
                        java.util.Set.of(),
                        admin.at(),
                        admin.language());
        work(() -> Optional.of(stranger));
        assertEquals("interrupted", told(job, "state"));
        assertEquals("forbidden", told(job, "problem"));
        assertEquals(
                ProblemCode.FORBIDDEN,
                problem(house.changeSets.begin(stranger, UUID.randomUUID())).code());
    }
}
