package org.entente.engine.changeset;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.entente.engine.fake.House.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.engine.fake.House;
import org.entente.metadata.definition.Effect;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

class ChangeSetsTest {

    private final House house = new House();
    private final Tenant tenant = house.tenant("horizon");
    private final Caller admin = house.administrator(tenant);
    private final Map<String, Object> thing =
            Map.of(
                    "label", "Thing",
                    "plural", "Things",
                    "name", "code",
                    "fields", Map.of("code", Map.of("type", "text", "label", "Code")));

    private static Map<String, Object> put(String path, Object value) {
        return Map.of("op", "put", "path", path, "value", value);
    }

    @Test
    void aPlanSaysWhatWouldHappenAndHowManyRecordsItConcerns() {
        house.define(admin, "entities/thing", thing);
        done(house.create(admin, "thing", Map.of("code", "a")));
        var set =
                house.changeSet(
                        admin,
                        put("entities/thing/fields/due", Map.of("type", "date", "label", "Due")));
        var plan = done(house.changeSets.plan(admin, set.id()));
        assertEquals(List.of(), plan.problems());
        assertEquals(
                List.of(
                        new Plan.Measured(
                                new Effect(
                                        Effect.Kind.FIELD_ADDED, "entities/thing/fields/due", ""),
                                1,
                                List.of())),
                plan.effects());
    }

    @Test
    void aPlanChangesNothing() {
        var set = house.changeSet(admin, put("entities/thing", thing));
        done(house.changeSets.plan(admin, set.id()));
        assertTrue(house.models.of(tenant).entity("thing").isEmpty());
    }

    @Test
    void applyingMakesTheNextVersionAndIsDoneOnce() {
        var set = house.changeSet(admin, put("entities/thing", thing));
        assertEquals(2L, done(house.changeSets.apply(admin, set.id())));
        assertEquals(2L, done(house.changeSets.apply(admin, set.id())));
        assertTrue(house.models.of(tenant).entity("thing").isPresent());
    }

    @Test
    void aChangeSetForAnEarlierModelIsRefused() {
        var late = house.changeSet(admin, put("entities/other", thing));
        house.define(admin, "entities/thing", thing);
        assertEquals(
                ProblemCode.MODEL_MOVED, problem(house.changeSets.apply(admin, late.id())).code());
    }

    @Test
    void aChangeSetWithProblemsIsWrittenDownButNotApplied() {
        var set =
                house.changeSet(
                        admin,
                        put(
                                "entities/thing",
                                Map.of(
                                        "label", "T",
                                        "plural", "T",
                                        "name", "code",
                                        "fields", Map.of("code", Map.of("type", "txt")))));
        var planned = done(house.changeSets.plan(admin, set.id())).problems();
        var refused = problems(house.changeSets.apply(admin, set.id()));
        assertEquals(ProblemCode.UNKNOWN_TYPE, planned.getFirst().code());
        assertEquals(planned, refused);
        assertEquals(1, house.models.of(tenant).version());
    }

    @Test
    void aFieldKeepsItsKeyWhenItsFileIsAppliedAgain() {
        var files =
                Map.of(
                        "tenant.yaml",
                        "tenant: horizon\ntitle: H\nlanguages: [fr]\ntime_zone: Europe/Paris\ncountry: FR\ncurrency: EUR\n",
                        "model/thing.yaml",
                        "entity: thing\nlabel: Thing\nplural: Things\nname: code\nfields:\n  code: {type: text, label: Code}\n");
        var first = done(house.changeSets.createFromFiles(admin, "one", files));
        done(house.changeSets.apply(admin, first.id()));
        var key =
                house.models
                        .of(tenant)
                        .entity("thing")
                        .orElseThrow()
                        .field("code")
                        .orElseThrow()
                        .key();
        var second = done(house.changeSets.createFromFiles(admin, "two", files));
        assertEquals(List.of(), done(house.changeSets.plan(admin, second.id())).effects());
        done(house.changeSets.apply(admin, second.id()));
        assertEquals(
                key,
                house.models
                        .of(tenant)
                        .entity("thing")
                        .orElseThrow()
                        .field("code")
                        .orElseThrow()
                        .key());
    }

    @Test
    void aFolderWithoutTheTenantsOwnFileIsRefused() {
        var files = Map.of("model/thing.yaml", "entity: thing\nlabel: T\nplural: T\nname: code\n");
        var set = done(house.changeSets.createFromFiles(admin, "half", files));
        var refused = problem(house.changeSets.apply(admin, set.id()));
        assertEquals(ProblemCode.MISSING, refused.code());
        assertEquals("tenant.yaml", refused.at());
    }

    @Test
    void onlyWhoMayShapeTheModelDoes() {
        var nobody = new Caller(tenant, admin.user(), Set.of(), House.NOW, Locale.FRENCH);
        var refused = house.changeSets.create(nobody, Map.of("edits", List.of()));
        assertEquals(ProblemCode.FORBIDDEN, problem(refused).code());
    }

    @Test
    void aNodeThatIsBehindPlansAgainByItself() {
        var other = house.otherNode();
        assertFalse(other.models.of(tenant).entity("thing").isPresent());
        house.define(admin, "entities/thing", thing);
        done(other.create(admin, "user", Map.of("name", "N", "email", "n@b.fr")));
        done(other.create(admin, "thing", Map.of("code", "a")));
        assertEquals(1, done(other.page(admin, "thing", "")).data().size());
    }
}
