package org.entente.engine.query;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.fake.House;
import org.entente.engine.query.ChangeView.FieldChange;
import org.entente.engine.query.RecordQueries.RelatedTo;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.entente.spi.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordStoriesTest {

    private static final Map<String, String> FILES =
            Map.of(
                    "traits/activity.yaml",
                    "trait: activity\nfields:\n  subject: {type: text}\n",
                    "traits/party.yaml",
                    "trait: party\nfields: {}\n",
                    "model/all.yaml",
                    """
                    entity: person
                    label: Person
                    traits: [party]
                    name: name
                    fields:
                      name: {type: text}
                      pin: {type: text, sensitivity: secret}
                      friend: {type: reference, to: person, related: friends, on_delete: clear}
                    ---
                    entity: call
                    label: Call
                    traits: [activity]
                    name: subject
                    fields:
                      at: {type: date_time, required: true}
                      with: {type: reference, to_trait: party, related: calls, on_delete: clear}
                      about: {type: reference, to: person, on_delete: clear}
                    ---
                    entity: memo
                    label: Memo
                    traits: [activity]
                    name: subject
                    fields:
                      about: {type: reference, to_trait: party, related: memos, on_delete: clear}
                    """,
                    "roles/visitor.yaml",
                    """
                    role: visitor
                    label: Visitor
                    grants:
                      - {entity: person, can: [read]}
                      - {entity: call, can: [read]}
                    """);

    private final House house = new House();
    private final Tenant tenant = house.tenant("horizon");
    private final Caller admin = house.administrator(tenant);
    private final Caller visitor =
            new Caller(
                    tenant,
                    new User(UUID.randomUUID(), "Visitor", "v@x.example"),
                    Set.of("visitor"),
                    House.NOW,
                    java.util.Locale.FRENCH);

    @BeforeEach
    void defineTheEntities() {
        house.define(admin, FILES);
    }

    private RecordView person(String name) {
        return done(house.create(admin, "person", Map.of("name", name)));
    }

    private void update(RecordView record, String field, @Nullable Object value) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(field, value);
        done(
                house.commands.update(
                        admin,
                        record.entity(),
                        new Target(record.id(), new IfMatch.Any()),
                        Map.of("values", values),
                        Ending.COMMIT));
    }

    private UUID call(RecordView with, String at) {
        var values =
                Map.<String, @Nullable Object>of(
                        "subject",
                        "Call of " + at,
                        "at",
                        at,
                        "about",
                        with.id().toString(),
                        "with",
                        Map.of("entity", "person", "id", with.id().toString()));
        return done(house.create(admin, "call", values)).id();
    }

    private void memo(RecordView about) {
        var reference = Map.of("entity", "person", "id", about.id().toString());
        done(house.create(admin, "memo", Map.of("subject", "Memo", "about", reference)));
    }

    private static StoryRequest whole(RecordView record) {
        return new StoryRequest(record.entity(), record.id(), 50, Optional.empty());
    }

    @Test
    void tellsEachChangeNewestFirstWithOldAndNewValues() {
        var ada = person("Ada");
        var bea = person("Bea");
        update(ada, "name", "Ada L.");
        update(ada, "friend", bea.id().toString());
        update(ada, "pin", "1234");
        var history = done(house.stories.history(admin, whole(ada))).data();
        assertEquals(List.of(4L, 3L, 2L, 1L), history.stream().map(ChangeView::version).toList());
        assertEquals(Map.of(), history.getFirst().changes());
        assertEquals(new FieldChange("Ada", "Ada L."), history.get(2).changes().get("name"));
        var friend = history.get(1).changes().get("friend");
        assertEquals(
                new FieldChange(
                        null,
                        Map.of("id", bea.id().toString(), "entity", "person", "label", "Bea")),
                friend);
        assertEquals(admin.user().name(), history.getLast().by().get("label"));
    }

    @Test
    void givesNoNameOfAUserToWhoMayNotReadUsers() {
        var history = done(house.stories.history(visitor, whole(person("Ada")))).data();
        assertEquals(Set.of("id", "entity"), history.getFirst().by().keySet());
    }

    @Test
    void pagesThroughAHistory() {
        var ada = person("A0");
        for (var i = 1; i < 7; i++) {
            update(ada, "name", "A" + i);
        }
        var versions = new ArrayList<Long>();
        var cursor = Optional.<String>empty();
        do {
            var request = new StoryRequest("person", ada.id(), 3, cursor);
            var stretch = done(house.stories.history(admin, request));
            stretch.data().forEach(change -> versions.add(change.version()));
            cursor = stretch.next();
        } while (cursor.isPresent());
        assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), versions);
    }

    @Test
    void doesNotFindTheHistoryOfWhatIsGoneOrUnreadable() {
        var ada = person("Ada");
        memo(ada);
        var target = new Target(ada.id(), new IfMatch.Any());
        done(house.commands.delete(admin, "person", target, Ending.COMMIT));
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.stories.history(admin, whole(ada))).code());
        var unreadable = new StoryRequest("memo", UUID.randomUUID(), 5, Optional.of("bad"));
        assertEquals(
                ProblemCode.NOT_FOUND, problem(house.stories.timeline(visitor, unreadable)).code());
    }

    @Test
    void takesNoCursorOfAnotherRecord() {
        var ada = person("Ada");
        update(ada, "name", "Ada L.");
        var request = new StoryRequest("person", ada.id(), 1, Optional.empty());
        var cursor = done(house.stories.history(admin, request)).next();
        var other = new StoryRequest("person", person("Bea").id(), 1, cursor);
        assertEquals(
                ProblemCode.CURSOR_INVALID, problem(house.stories.history(admin, other)).code());
    }

    @Test
    void mergesChangesAndActivitiesLatestFirstHoweverItIsCut() {
        var ada = person("Ada");
        update(ada, "name", "Ada L.");
        call(ada, "2026-11-25T10:00:00.123456Z");
        call(ada, "2026-11-26T10:00:00Z");
        call(ada, "2026-11-20T10:00:00Z");
        memo(ada);
        call(person("Bea"), "2026-11-20T10:00:00Z");
        var whole = titles(admin, ada, 50);
        assertEquals(6, whole.size());
        assertEquals("Call of 2026-11-26T10:00:00Z", whole.getFirst());
        assertEquals(List.of("update", "create"), whole.subList(1, 3));
        assertEquals("Call of 2026-11-20T10:00:00Z", whole.getLast());
        for (var limit = 1; limit < 7; limit++) {
            assertEquals(whole, titles(admin, ada, limit), "by " + limit);
        }
        assertEquals(5, titles(visitor, ada, 2).size());
    }

    private List<String> titles(Caller caller, RecordView record, int limit) {
        var titles = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var request = new StoryRequest(record.entity(), record.id(), limit, cursor);
            var stretch = done(house.stories.timeline(caller, request));
            stretch.data().forEach(item -> titles.add(title(item)));
            cursor = stretch.next();
        } while (cursor.isPresent());
        return titles;
    }

    private static String title(StoryItem item) {
        return switch (item) {
            case StoryItem.Changed(var change) -> change.operation();
            case StoryItem.Activity activity -> activity.title().orElse("");
        };
    }

    @Test
    void listsWhatPointsAtARecordAsAPage() {
        var ada = person("Ada");
        call(ada, "2026-11-20T10:00:00Z");
        call(ada, "2026-11-21T10:00:00Z");
        call(person("Bea"), "2026-11-20T10:00:00Z");
        var page = done(related(admin, ada, "calls", Map.of("sort", "-at", "total", "exact")));
        assertEquals(2, page.total().orElseThrow().value());
        assertEquals(
                "Call of 2026-11-21T10:00:00Z", page.data().getFirst().values().get("subject"));
        var filtered = Map.<String, Object>of("filter", "at < date_time(\"2026-11-21T00:00:00Z\")");
        assertEquals(1, done(related(admin, ada, "calls", filtered)).data().size());
    }

    @Test
    void doesNotFindListsThatAreNotThereOrUnreadable() {
        var ada = person("Ada");
        assertEquals(
                ProblemCode.NOT_FOUND, problem(related(admin, ada, "fiends", Map.of())).code());
        assertEquals(
                ProblemCode.NOT_FOUND, problem(related(visitor, ada, "memos", Map.of())).code());
        var nobody = new RelatedTo("person", UUID.randomUUID(), "calls");
        var request = done(PageRequest.fromJson("person", Map.of("cursor", "bad")));
        assertEquals(
                ProblemCode.NOT_FOUND,
                problem(house.queries.related(admin, nobody, request)).code());
    }

    @Test
    void bindsTheCursorOfAListToTheRecord() {
        var ada = person("Ada");
        call(ada, "2026-11-20T10:00:00Z");
        call(ada, "2026-11-21T10:00:00Z");
        var cursor = done(related(admin, ada, "calls", Map.of("limit", 1L))).next().orElseThrow();
        var rest = Map.<String, Object>of("limit", 1L, "cursor", cursor);
        assertEquals(1, done(related(admin, ada, "calls", rest)).data().size());
        assertEquals(
                ProblemCode.CURSOR_INVALID,
                problem(related(admin, person("Bea"), "calls", rest)).code());
    }

    private org.entente.spi.Outcome<RecordPage> related(
            Caller caller, RecordView record, String list, Map<String, Object> request) {
        var to = new RelatedTo(record.entity(), record.id(), list);
        return PageRequest.fromJson(record.entity(), request)
                .then(page -> house.queries.related(caller, to, page));
    }
}
