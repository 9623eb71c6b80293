package org.entente.store;

import static org.entente.store.fixture.Desk.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.changeset.LiveData.Count;
import org.entente.engine.changeset.Plan;
import org.entente.engine.changeset.Plan.Fate;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of the model on a tenant with data. */
class ChangingTest {

    private static final String ENTITIES =
            """
            entity: thing
            name: code
            fields:
              code: {type: text, max: 20}
              size: {type: text}
              kind: {type: choice, options: {a: {label: Alpha}, b: {label: Beta}}}
              due: {type: date}
              price: {type: decimal, precision: 9, scale: 2}
            """;

    private static final Cell CELL = Cell.fresh();
    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    private static Caller admin(RealHouse house) {
        tenants++;
        var admin = house.administrator(done(house.begin("changing-" + tenants)).tenant());
        house.define(admin, ENTITIES);
        return admin;
    }

    private UUID thing(Object... namesAndValues) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return done(house.create(admin, "thing", values)).id();
    }

    private List<@Nullable Object> values(String field) {
        return done(house.page(admin, "thing", Map.of("sort", "code,created_at"))).data().stream()
                .map(RecordView::values)
                .<@Nullable Object>map(values -> values.get(field))
                .toList();
    }

    private static Map<String, Object> put(String path, Object value) {
        return Map.of("op", "put", "path", path, "value", value);
    }

    private static Map<String, Object> field(String name, Object... namesAndValues) {
        var value = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            value.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return put("entities/thing/fields/" + name, value);
    }

    private static Map<String, Object> remove(String field) {
        return Map.of("op", "remove", "path", "entities/thing/fields/" + field);
    }

    private UUID changeSet(Map<?, ?>... edits) {
        return done(house.changeSets.create(admin, Map.of("title", "t", "edits", List.of(edits))))
                .id();
    }

    private Outcome<Long> apply(Map<?, ?>... edits) {
        return house.changeSets.apply(admin, changeSet(edits));
    }

    private Plan plan(Map<?, ?>... edits) {
        return done(house.changeSets.plan(admin, changeSet(edits)));
    }

    private static Plan.Loss loss(Plan plan, Kind kind) {
        return plan.effects().stream()
                .filter(measured -> measured.effect().kind() == kind)
                .flatMap(measured -> measured.losses().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no loss in " + plan));
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var problems) -> problems;
            case Outcome.Done<?>(var value) -> throw new AssertionError("done: " + value);
        };
    }

    @Test
    void aTypeChangesWithItsValuesAndBackWithWhatTheyWere() {
        thing("code", "1", "size", "007");
        thing("code", "2", "size", " 12 ");
        thing("code", "3");
        var first = house.models.of(admin.tenant()).version();

        done(apply(field("size", "type", "integer", "filterable", true)));
        assertEquals("[7, 12, null]", values("size").toString());
        assertEquals(
                2, done(house.page(admin, "thing", Map.of("filter", "size < 100"))).data().size());
        thing("code", "4", "size", 40);

        done(house.versions.rollBack(admin, first, Ending.COMMIT));
        assertEquals("[007,  12 , null, 40]", values("size").toString());
    }

    @Test
    void valuesThatDoNotFitAreToldAndRefusedUnlessTheyMayBecomeEmpty() {
        thing("code", "1", "size", "12");
        var unfit = thing("code", "2", "size", "many");
        var edit = field("size", "type", "integer");

        var loss = loss(plan(edit), Kind.TYPE_CHANGED);
        assertEquals(Fate.REFUSED, loss.fate());
        assertEquals(1, loss.count().number());
        assertEquals("many", loss.count().samples().getFirst().value());
        assertEquals(unfit.toString(), loss.count().samples().getFirst().record());
        var refused = problems(apply(edit)).getFirst();
        assertEquals(ProblemCode.VALUES_UNFIT, refused.code());
        assertEquals("entities/thing/fields/size", refused.at());
        assertEquals(List.of("12", "many"), values("size"));

        var emptying = new LinkedHashMap<String, Object>(edit);
        emptying.put("on_failure", "empty");
        var before = house.models.of(admin.tenant()).version();
        done(apply(emptying));
        assertEquals("[12, null]", values("size").toString());

        done(house.versions.rollBack(admin, before, Ending.COMMIT));
        assertEquals(List.of("12", "many"), values("size"));
    }

    @Test
    void valuesThatStayInTheirPlaceAreRefusedEvenIfTheyMayBecomeEmpty() {
        thing("code", "1", "size", "far too long");
        var edit = new LinkedHashMap<String, Object>(field("size", "type", "text", "max", 3));
        edit.put("on_failure", "empty");

        assertEquals(Fate.REFUSED, loss(plan(edit), Kind.TYPE_CHANGED).fate());
        assertEquals(ProblemCode.VALUES_UNFIT, problems(apply(edit)).getFirst().code());
        assertEquals(List.of("far too long"), values("size"));
    }

    @Test
    void aDroppedFieldsValuesComeBackWithItsKeyAndWithNoOther() {
        thing("code", "1", "size", "big");
        var before = house.models.of(admin.tenant()).version();

        var loss = loss(plan(remove("size")), Kind.FIELD_REMOVED);
        assertEquals(new Plan.Loss(Fate.KEPT, new Count(1, true, loss.count().samples())), loss);
        done(apply(remove("size")));
        done(apply(field("size", "type", "text")));
        assertEquals("[null]", values("size").toString());

        done(house.versions.rollBack(admin, before, Ending.COMMIT));
        assertEquals(List.of("big"), values("size"));
    }

    @Test
    void anEntityComesBackWithItsRecords() {
        thing("code", "1");
        var before = house.models.of(admin.tenant()).version();
        var remove = Map.of("op", "remove", "path", "entities/thing");

        assertEquals(1, loss(plan(remove), Kind.ENTITY_REMOVED).count().number());
        done(apply(remove));
        assertTrue(house.models.of(admin.tenant()).entity("thing").isEmpty());
        done(house.versions.rollBack(admin, before, Ending.COMMIT));

        assertEquals(List.of("1"), values("code"));
    }

    @Test
    void anOptionThatRecordsHoldStays() {
        thing("code", "1", "kind", "a");
        var edit = field("kind", "type", "choice", "options", Map.of("b", Map.of("label", "Beta")));

        assertEquals(1, loss(plan(edit), Kind.OPTION_REMOVED).count().number());
        assertEquals(ProblemCode.OPTION_IN_USE, problems(apply(edit)).getFirst().code());
        assertEquals(List.of("a"), values("kind"));
    }

    @Test
    void aPlanCountsWhatIsMissingDoubledOrTooLong() {
        thing("code", "same", "price", "12.34");
        thing("code", "same");
        var plan =
                plan(
                        field("code", "type", "text", "max", 3, "unique", true),
                        field("due", "type", "date", "required", true),
                        field("price", "type", "decimal", "precision", 9, "scale", 1));

        assertEquals(2, loss(plan, Kind.MADE_REQUIRED).count().number());
        assertEquals(1, loss(plan, Kind.MADE_UNIQUE).count().number());
        assertEquals(2, loss(plan, Kind.TYPE_CHANGED).count().number());
        assertEquals(
                List.of("entities/thing/fields/code", "entities/thing/fields/price"),
                plan.problems().stream().map(Problem::at).toList());
    }

    @Test
    void aUniqueFieldWithDoublesFailsVisiblyAndCanBeTriedAgain() {
        thing("code", "same");
        var other = thing("code", "same");
        var set = changeSet(field("code", "type", "text", "max", 20, "unique", true));
        done(house.changeSets.apply(admin, set));
        var described = house.models.describe(admin).toString();
        assertTrue(described.contains("state=failed"), described);
        assertFalse(described.contains(other.toString()), "records are told to administrators");
        var target = new RecordCommands.Target(other, new IfMatch.Any());
        done(
                house.commands.update(
                        admin,
                        "thing",
                        target,
                        Map.of("values", Map.of("code", "other")),
                        Ending.COMMIT));

        done(house.changeSets.retry(admin, set));

        assertEquals(Map.of(), house.changeSets.unready(admin));
        var twice = house.create(admin, "thing", Map.of("code", "other"));
        assertEquals(ProblemCode.NOT_UNIQUE, problems(twice).getFirst().code());
    }

    @Test
    void versionsTellWhoWhatAndWhen() {
        done(apply(field("note", "type", "text")));

        var latest = done(house.versions.all(admin)).getFirst();

        assertEquals("t", latest.model().title());
        assertEquals(admin.user().id(), latest.model().by());
        assertEquals(
                List.of("FIELD_ADDED entities/thing/fields/note"),
                latest.effects().stream()
                        .map(effect -> effect.kind() + " " + effect.path())
                        .toList());
        assertEquals(ProblemCode.NOT_FOUND, rollBack(99).getFirst().code());
    }

    private List<Problem> rollBack(long version) {
        return problems(house.versions.rollBack(admin, version, Ending.COMMIT));
    }
}
