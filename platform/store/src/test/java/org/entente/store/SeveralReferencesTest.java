package org.entente.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.job.Lane;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordQueries.RelatedTo;
import org.entente.engine.query.RecordView;
import org.entente.engine.query.StoryRequest;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that lead to several others, and what becomes of them. */
class SeveralReferencesTest {

    private static final Cell CELL = Cell.fresh();
    private static final String SHELF =
            """
            entity: author
            name: name
            fields:
              name: {type: text, unique: true}
              works: {type: roll_up, over: books, fn: count}
            ---
            entity: editor
            fields: {name: {type: text}}
            ---
            entity: book
            name: title
            fields:
              title: {type: text, required: true}
              authors: {type: multi_reference, to: author, related: books}
              editors: {type: multi_reference, to: editor, related: edited, on_delete: clear}
            """;

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin();
    private final UUID ada = author("Ada");
    private final UUID bob = author("Bob");

    private Caller admin() {
        tenants++;
        var caller = house.administrator(done(house.begin("shelf-" + tenants)).tenant());
        house.define(caller, SHELF);
        return caller;
    }

    private UUID author(String name) {
        return done(house.create(admin, "author", Map.of("name", name))).id();
    }

    private RecordView book(String title, Object authors) {
        return done(house.create(admin, "book", Map.of("title", title, "authors", authors)));
    }

    private Outcome<RecordView> patched(UUID book, String field, @Nullable Object value) {
        return house.commands
                .update(
                        admin,
                        "book",
                        new Target(book, new IfMatch.Any()),
                        Map.of("values", Values.of(field, value)),
                        Ending.COMMIT)
                .map(RecordCommands.Saved::record);
    }

    private Outcome<?> deleted(String entity, UUID id) {
        return house.commands.delete(
                admin, entity, new Target(id, new IfMatch.Any()), Ending.COMMIT);
    }

    private List<Object> titles(String filter) {
        return done(house.page(admin, "book", Map.of("filter", filter, "sort", List.of("title"))))
                .data()
                .stream()
                .<Object>map(one -> String.valueOf(one.values().get("title")))
                .toList();
    }

    private static Map<String, Object> to(UUID id, String entity, String label) {
        return Map.of("id", id.toString(), "entity", entity, "label", label);
    }

    @Test
    void keepsThemInTheOrderGivenEachOnce() {
        var twice = List.of(bob.toString(), ada.toString(), Map.of("by", Map.of("name", "Bob")));
        var book = book("Tides", twice);

        assertEquals(
                List.of(to(bob, "author", "Bob"), to(ada, "author", "Ada")),
                book.values().get("authors"));
        assertNull(done(patched(book.id(), "authors", List.of())).values().get("authors"));
        assertNull(book("Alone", List.of()).values().get("authors"));
    }

    @Test
    void findsRecordsByThem() {
        book("Both", List.of(ada.toString(), bob.toString()));
        book("Hers", List.of(ada.toString()));
        book("Nobody's", List.of());

        assertEquals(List.of("Both", "Hers"), titles("\"" + ada + "\" in authors"));
        assertEquals(List.of("Both"), titles("authors.contains(\"" + bob + "\")"));
        assertEquals(List.of("Nobody's"), titles("authors == null"));
        assertEquals(List.of("Both"), titles("size(authors) > 1"));
        assertEquals(List.of("Hers", "Nobody's"), titles("!(\"" + bob + "\" in authors)"));
        var sort = Map.<String, Object>of("sort", List.of("authors"));
        assertEquals(
                "not_sortable", problem(house.page(admin, "book", sort)).details().get("reason"));
    }

    @Test
    void isAListOnTheOtherSide() {
        book("Both", List.of(ada.toString(), bob.toString()));
        book("Hers", List.of(ada.toString()));

        var asked = done(PageRequest.fromJson("author", Map.of("sort", List.of("name"))));
        var authors = done(house.queries.page(admin, asked)).data();
        assertEquals(
                List.of("2", "1"),
                authors.stream().map(one -> String.valueOf(one.values().get("works"))).toList());
        var books =
                done(
                        house.queries.related(
                                admin,
                                new RelatedTo("author", ada, "books"),
                                done(PageRequest.fromJson("author", Map.of()))));
        assertEquals(2, books.data().size());
        var filter = Map.<String, Object>of("filter", "books.exists(b, b.title == \"Hers\")");
        assertEquals(
                List.of(ada),
                done(house.page(admin, "author", filter)).data().stream()
                        .map(RecordView::id)
                        .toList());
    }

    @Test
    void refusesWhatIsNotThere() {
        var nobody = UUID.randomUUID().toString();
        var values = Values.of("title", "x", "authors", List.of(ada.toString(), nobody));
        var refused = problem(house.create(admin, "book", values));
        assertEquals(ProblemCode.REFERENCE_NOT_FOUND, refused.code());
        assertEquals("/values/authors/1", refused.at());
        var book = book("Tides", List.of());
        assertEquals("/values/authors", problem(patched(book.id(), "authors", "x")).at());
        assertEquals("/values/authors/0", problem(patched(book.id(), "authors", List.of(1))).at());
        done(deleted("author", bob));
        assertEquals(
                ProblemCode.REFERENCE_NOT_FOUND,
                problem(patched(book.id(), "authors", List.of(bob.toString()))).code());
    }

    @Test
    void doesWithDeletedOnesAsTheFieldSays() {
        var editor = done(house.create(admin, "editor", Map.of("name", "Eve"))).id();
        var other = done(house.create(admin, "editor", Map.of("name", "Max"))).id();
        var book = book("Tides", List.of(ada.toString()));
        var both = List.of(editor.toString(), other.toString());
        done(patched(book.id(), "editors", both));

        assertEquals(ProblemCode.REFERENCED, problem(deleted("author", ada)).code());
        done(deleted("editor", editor));
        assertEquals(
                List.of(to(other, "editor", "Max")),
                done(house.page(admin, "book", Map.of()))
                        .data()
                        .getFirst()
                        .values()
                        .get("editors"));
        done(deleted("editor", other));
        assertEquals(List.of("Tides"), titles("editors == null"));
    }

    @Test
    void comesBackWithoutWhatIsGone() {
        var editor = done(house.create(admin, "editor", Map.of("name", "Eve"))).id();
        var other = done(house.create(admin, "editor", Map.of("name", "Max"))).id();
        var book = book("Tides", List.of());
        done(patched(book.id(), "editors", List.of(editor.toString(), other.toString())));
        done(deleted("book", book.id()));
        done(deleted("editor", editor));

        var back = done(house.commands.restore(admin, "book", book.id(), Ending.COMMIT)).record();

        assertEquals(List.of(to(other, "editor", "Max")), back.values().get("editors"));
    }

    @Test
    void tellsOfThemByName() {
        var book = book("Tides", List.of(ada.toString()));
        done(patched(book.id(), "authors", List.of(ada.toString(), bob.toString())));
        house.define(admin, SHELF.replace("authors: {", "writers: {key: " + key("authors") + ", "));

        var request = new StoryRequest("book", book.id(), 50, Optional.empty());
        var change = done(house.stories.history(admin, request)).data().getFirst().changes();

        var writers = java.util.Objects.requireNonNull(change.get("writers"));
        assertEquals(List.of(to(ada, "author", "Ada")), writers.before());
        assertEquals(List.of(to(ada, "author", "Ada"), to(bob, "author", "Bob")), writers.after());
        assertEquals(List.of("Tides"), titles("\"" + bob + "\" in writers"));
    }

    @Test
    void areFoundByTheirKeysInAFile() {
        var mapping = Map.of("title", "title", "by", Map.of("field", "authors", "by", "name"));
        var body = Map.of("kind", "import", "entity", "book", "mapping", mapping);
        var id = done(house.jobs.create(admin, body));
        var file = "title,by\nTides,Bob; Ada\nNone,\nLost,Ada|Zoe\n".getBytes(UTF_8);
        done(house.imports.part(admin, id, 1, new ByteArrayInputStream(file)));
        done(house.jobs.begin(admin, id));
        while (house.jobs
                .work(admin.tenant(), Lane.WORK, (_, _, _) -> Optional.of(admin))
                .isPresent()) {}

        assertEquals(List.of("None", "Tides"), titles("true"));
        assertEquals(List.of("Tides"), titles("authors.contains(\"" + ada + "\")"));
    }

    private String key(String field) {
        return house.models
                .of(admin.tenant())
                .entity("book")
                .flatMap(book -> book.field(field))
                .orElseThrow()
                .key();
    }
}
