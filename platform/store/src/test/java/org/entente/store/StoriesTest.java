package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.ChangeView;
import org.entente.engine.query.ChangeView.FieldChange;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordQueries.RelatedTo;
import org.entente.engine.query.RecordView;
import org.entente.engine.query.StoryItem;
import org.entente.engine.query.StoryRequest;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The past of records, and what points at them, as the database keeps it. */
class StoriesTest {

    private static final String ENTITIES =
            """
            trait: activity
            key: kaaaaaaa1
            fields: {subject: {type: text, key: kaaaaaaa2}}
            ---
            trait: party
            key: kaaaaaaa3
            ---
            entity: person
            key: kaaaaaaa4
            traits: [party]
            name: name
            fields:
              name: {type: text, unique: true, key: kaaaaaaa5}
              state: {type: choice, key: kaaaaaaa6, options: {new: {key: kaaaaaaa7}, old: {key: kaaaaaaa8}}}
              fee: {type: money, key: kaaaaaaa9}
              age: {type: integer, key: kaaaaaab1}
              friend: {type: reference, to: person, related: friends, on_delete: clear, key: kaaaaaab2}
            ---
            entity: call
            key: kaaaaaab3
            traits: [activity]
            name: subject
            fields:
              at: {type: date_time, required: true, filterable: true, key: kaaaaaab4}
              with: {type: reference, to_trait: party, related: calls, on_delete: clear, key: kaaaaaab5}
              about: {type: reference, to: person, on_delete: cascade, key: kaaaaaab6}
            ---
            entity: memo
            key: kaaaaaab7
            traits: [activity]
            name: subject
            fields:
              about: {type: reference, to_trait: party, related: memos, on_delete: clear, key: kaaaaaab8}
            """;

    private static final Cell CELL = Cell.fresh();

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin();

    private Caller admin() {
        tenants++;
        var caller = house.administrator(done(house.begin("story-" + tenants)).tenant());
        house.define(caller, ENTITIES);
        return caller;
    }

    /** The same person at another moment. */
    private Caller at(int second) {
        return new Caller(
                admin.tenant(),
                admin.user(),
                admin.roles(),
                Instant.parse("2026-11-25T10:00:00Z").plusSeconds(second),
                admin.language());
    }

    private RecordView person(String name) {
        return done(house.create(at(0), "person", Map.of("name", name)));
    }

    private void update(int second, RecordView record, String field, @Nullable Object value) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(field, value);
        var target = new Target(record.id(), new IfMatch.Any());
        done(
                house.commands.update(
                        at(second),
                        record.entity(),
                        target,
                        Map.of("values", values),
                        Ending.COMMIT));
    }

    private void delete(RecordView record) {
        var target = new Target(record.id(), new IfMatch.Any());
        done(house.commands.delete(at(50), record.entity(), target, Ending.COMMIT));
    }

    private void call(RecordView with, String at) {
        var reference = Map.of("entity", "person", "id", with.id().toString());
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("subject", "Call " + at);
        values.put("at", at);
        values.put("with", reference);
        values.put("about", with.id().toString());
        done(house.create(at(5), "call", values));
    }

    private void memo(int second, RecordView about) {
        var reference = Map.of("entity", "person", "id", about.id().toString());
        done(house.create(at(second), "memo", Map.of("subject", "Memo", "about", reference)));
    }

    private static StoryRequest whole(RecordView record) {
        return new StoryRequest(record.entity(), record.id(), 50, Optional.empty());
    }

    private List<ChangeView> history(RecordView record) {
        return done(house.stories.history(admin, whole(record))).data();
    }

    private static FieldChange only(ChangeView change) {
        assertEquals(1, change.changes().size(), change::toString);
        return change.changes().values().iterator().next();
    }

    @Test
    void aHistoryHasOldAndNewValuesInTheFormInWhichTheyTravel() {
        var ada = person("Ada");
        var bea = person("Bea");
        update(1, ada, "state", "new");
        update(2, ada, "state", "old");
        update(3, ada, "fee", Map.of("amount", "12.5", "currency", "EUR"));
        update(4, ada, "age", 36L);
        update(5, ada, "friend", bea.id().toString());
        update(6, ada, "friend", null);
        var history = history(ada);
        var reference = Map.of("id", bea.id().toString(), "entity", "person", "label", "Bea");
        assertEquals(new FieldChange(reference, null), only(history.get(0)));
        assertEquals(new FieldChange(null, reference), only(history.get(1)));
        assertEquals("36", String.valueOf(only(history.get(2)).after()));
        assertEquals(Map.of("amount", "12.50", "currency", "EUR"), only(history.get(3)).after());
        assertEquals(new FieldChange("new", "old"), only(history.get(4)));
        assertEquals("create", history.getLast().operation());
        assertEquals(at(6).at(), history.getFirst().at());
        assertEquals(admin.user().name(), history.getFirst().by().get("label"));
        assertEquals(admin.user().id().toString(), history.getFirst().by().get("id"));
    }

    @Test
    void aHistorySpeaksInTheNamesOfToday() {
        var ada = person("Ada");
        update(1, ada, "state", "new");
        house.define(
                admin,
                ENTITIES.replace("new: {key", "fresh: {key")
                        .replace("state: {type", "phase: {type"));
        var change = history(ada).getFirst();
        assertEquals(Map.of("phase", new FieldChange(null, "fresh")), change.changes());
    }

    @Test
    void aDeletedReferenceHasNoNameInAHistory() {
        var ada = person("Ada");
        var bea = person("Bea");
        update(1, ada, "friend", bea.id().toString());
        delete(bea);
        var cleared = only(history(ada).getFirst());
        assertEquals(Map.of("id", bea.id().toString(), "entity", "person"), cleared.before());
    }

    @Test
    void aHistoryIsReadPartByPart() {
        var ada = person("A0");
        for (var i = 1; i < 8; i++) {
            update(i, ada, "name", "A" + i);
        }
        var versions = new ArrayList<Long>();
        var cursor = Optional.<String>empty();
        do {
            var request = new StoryRequest("person", ada.id(), 3, cursor);
            var part = done(house.stories.history(admin, request));
            part.data().forEach(change -> versions.add(change.version()));
            cursor = part.next();
        } while (cursor.isPresent());
        assertEquals(List.of(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L), versions);
    }

    @Test
    void aTimelineIsTheSameHoweverItIsCut() {
        var ada = person("Ada");
        update(5, ada, "name", "Ada L.");
        update(5, ada, "name", "Ada Lovelace");
        memo(5, ada);
        memo(5, ada);
        call(ada, "2026-11-25T10:00:05Z");
        call(ada, "2026-11-25T10:00:05Z");
        call(ada, "2026-11-26T10:00:00Z");
        call(ada, "2025-01-01T10:00:00Z");
        memo(9, ada);
        call(person("Bea"), "2026-11-25T10:00:05Z");
        var whole = timeline(ada, 50);
        assertEquals(10, whole.size(), whole::toString);
        assertTrue(whole.get(0).startsWith("Call 2026-11-26"));
        assertTrue(whole.get(1).startsWith("Memo"));
        assertEquals(List.of("update 3", "update 2"), whole.subList(2, 4));
        assertEquals("create 1", whole.get(8));
        for (var limit = 1; limit < 11; limit++) {
            assertEquals(whole, timeline(ada, limit), "by " + limit);
        }
    }

    private List<String> timeline(RecordView record, int limit) {
        var items = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var request = new StoryRequest(record.entity(), record.id(), limit, cursor);
            var part = done(house.stories.timeline(admin, request));
            assertTrue(part.data().size() <= limit);
            part.data().forEach(item -> items.add(text(item)));
            cursor = part.next();
        } while (cursor.isPresent());
        return items;
    }

    private static String text(StoryItem item) {
        return switch (item) {
            case StoryItem.Changed(var change) -> change.operation() + " " + change.version();
            case StoryItem.Activity activity ->
                    activity.title().orElse("") + " " + activity.record().id();
        };
    }

    @Test
    void aTimelineOfActivitiesThatNobodyHasWrittenIsThatOfTheRecord() {
        assertEquals(List.of("create 1"), timeline(person("Ada"), 50));
    }

    @Test
    void whatIsGoneHasNoPast() {
        var ada = person("Ada");
        delete(ada);
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.stories.history(admin, whole(ada))).code());
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.stories.timeline(admin, whole(ada))).code());
    }

    @Test
    void whatPointsAtARecordIsAPage() {
        var ada = person("Ada");
        call(ada, "2026-11-24T10:00:00Z");
        call(ada, "2026-11-25T10:00:00Z");
        call(person("Bea"), "2026-11-25T10:00:00Z");
        var to = new RelatedTo("person", ada.id(), "calls");
        var request =
                done(
                        PageRequest.fromJson(
                                "person", Map.of("limit", 1L, "total", "exact", "sort", "-at")));
        var page = done(house.queries.related(admin, to, request));
        assertEquals(2, page.total().orElseThrow().value());
        assertEquals("Call 2026-11-25T10:00:00Z", page.data().getFirst().values().get("subject"));
        assertTrue(page.next().isPresent());
    }

    @Test
    void aDeletedRecordComesBackWithAllItsValues() {
        var ada = person("Ada");
        update(1, ada, "fee", Map.of("amount", "12.5", "currency", "EUR"));
        delete(ada);
        var saved =
                done(house.commands.restore(at(60), "person", ada.id(), Ending.COMMIT)).record();
        assertEquals(4, saved.version());
        assertEquals("Ada", saved.values().get("name"));
        assertEquals(Map.of("amount", "12.50", "currency", "EUR"), saved.values().get("fee"));
        var history = history(ada);
        assertEquals(
                List.of("restore", "delete", "update", "create"),
                history.stream().map(ChangeView::operation).toList());
        assertEquals(Map.of(), history.getFirst().changes());
    }

    @Test
    void whatWasDeletedAlongWithARecordComesBackWithItAndNothingElse() {
        var ada = person("Ada");
        call(ada, "2026-11-24T10:00:00Z");
        call(ada, "2026-11-25T10:00:00Z");
        var calls = done(house.page(admin, "call", Map.of("sort", "at"))).data();
        var target = new Target(calls.getFirst().id(), new IfMatch.Any());
        done(house.commands.delete(at(40), "call", target, Ending.COMMIT));
        delete(ada);
        assertEquals(0, done(house.page(admin, "call", Map.of())).data().size());
        done(house.commands.restore(at(60), "person", ada.id(), Ending.COMMIT));
        var back = done(house.page(admin, "call", Map.of())).data();
        assertEquals(List.of(calls.getLast().id()), back.stream().map(RecordView::id).toList());
    }

    @Test
    void aValueThatIsTakenKeepsARecordInTheBin() {
        var ada = person("Ada");
        delete(ada);
        person("Ada");
        var refused = house.commands.restore(admin, "person", ada.id(), Ending.COMMIT);
        assertEquals(ProblemCode.NOT_UNIQUE, problem(refused).code());
    }

    @Test
    void aReferenceToWhatIsGoneComesBackEmpty() {
        var ada = person("Ada");
        var bea = person("Bea");
        update(1, ada, "friend", bea.id().toString());
        delete(ada);
        delete(bea);
        var saved = done(house.commands.restore(at(60), "person", ada.id(), Ending.COMMIT));
        assertEquals(null, saved.record().values().get("friend"));
        assertEquals(null, only(history(ada).getFirst()).after());
    }
}
