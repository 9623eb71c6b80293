package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.engine.changeset.Plan;
import org.entente.engine.changeset.Plan.Fate;
import org.entente.engine.query.RecordView;
import org.entente.engine.query.StoryRequest;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A field that leads to one record comes to lead to several, and the other way round. */
class OneOrSeveralTest {

    private static final String PATH = "entities/book/fields/authors";
    private static final Cell CELL = Cell.fresh();
    private static final String SHELF =
            """
            entity: author
            name: name
            fields:
              name: {type: text, unique: true}
              works: {type: roll_up, over: books, fn: count}
            ---
            entity: book
            name: title
            fields:
              title: {type: text, required: true, filterable: true}
              authors: {type: multi_reference, to: author, related: books, filterable: true}
            """;

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin();
    private final UUID ada = author("Ada");
    private final UUID bob = author("Bob");

    private Caller admin() {
        tenants++;
        var caller = house.administrator(done(house.begin("oneorseveral-" + tenants)).tenant());
        house.define(caller, SHELF);
        return caller;
    }

    private UUID author(String name) {
        return done(house.create(admin, "author", Map.of("name", name))).id();
    }

    private UUID book(String title, @Nullable Object authors) {
        return done(house.create(admin, "book", Values.of("title", title, "authors", authors)))
                .id();
    }

    private UUID several(String title, UUID... authors) {
        return book(title, Arrays.stream(authors).map(UUID::toString).toList());
    }

    private static Map<String, Object> toBe(String type, String... more) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", type);
        value.put("to", "author");
        value.put("related", "books");
        value.put("filterable", true);
        var edit = new LinkedHashMap<String, Object>();
        edit.put("op", "put");
        edit.put("path", PATH);
        edit.put("value", value);
        if (more.length > 0) {
            edit.put("on_failure", more[0]);
        }
        return edit;
    }

    private UUID changeSet(Map<?, ?>... edits) {
        var body = Map.of("title", "t", "edits", List.of(edits));
        return done(house.changeSets.create(admin, body)).id();
    }

    private Outcome<Long> applied(Map<?, ?>... edits) {
        return house.changeSets.apply(admin, changeSet(edits));
    }

    private long version() {
        return house.models.of(admin.tenant()).version();
    }

    /** By title, the names of whom it leads to. */
    private Map<String, String> books() {
        return done(house.page(admin, "book", Map.of())).data().stream()
                .collect(
                        Collectors.toMap(
                                one -> String.valueOf(one.values().get("title")),
                                one -> names(one.values().get("authors"))));
    }

    private static String names(@Nullable Object wire) {
        return switch (wire) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(OneOrSeveralTest::names).collect(Collectors.joining(","));
            case Map<?, ?> one -> String.valueOf(one.get("label"));
            default -> throw new AssertionError(wire);
        };
    }

    private Map<String, String> works() {
        return done(house.page(admin, "author", Map.of())).data().stream()
                .map(RecordView::values)
                .collect(
                        Collectors.toMap(
                                one -> String.valueOf(one.get("name")),
                                one -> String.valueOf(one.get("works"))));
    }

    private List<Plan.Loss> losses(Map<?, ?> edit) {
        var plan = done(house.changeSets.plan(admin, changeSet(edit)));
        var effects =
                plan.effects().stream()
                        .filter(one -> one.effect().kind() == Kind.TYPE_CHANGED)
                        .toList();
        assertEquals(1, effects.size(), plan::toString);
        assertEquals(3, effects.getFirst().rows());
        return effects.getFirst().losses();
    }

    @Test
    void recordsThatLeadToSeveralAreToldAndRefused() {
        several("Hers", ada);
        var both = several("Both", bob, ada);
        several("Nobody's");

        var loss = losses(toBe("reference")).getFirst();

        assertEquals(Fate.REFUSED, loss.fate());
        assertEquals(1, loss.count().number());
        assertEquals(both.toString(), loss.count().samples().getFirst().record());
        var refused = problem(applied(toBe("reference")));
        assertEquals(ProblemCode.VALUES_UNFIT, refused.code());
        assertEquals(PATH, refused.at());
        assertEquals(Map.of("Hers", "Ada", "Both", "Bob,Ada", "Nobody's", ""), books());
    }

    @Test
    void theyMayBecomeEmptyAndComeBackAsTheyWere() {
        several("Hers", ada);
        several("Both", bob, ada);
        several("Nobody's");
        var first = version();
        assertEquals(Fate.EMPTIED, losses(toBe("reference", "empty")).getFirst().fate());

        done(applied(toBe("reference", "empty")));
        assertEquals(Map.of("Hers", "Ada", "Both", "", "Nobody's", ""), books());
        assertEquals(Map.of("Ada", "1", "Bob", "0"), works());
        book("New", bob.toString());

        done(house.versions.rollBack(admin, first, Ending.COMMIT));
        assertEquals(
                Map.of("Hers", "Ada", "Both", "Bob,Ada", "Nobody's", "", "New", "Bob"), books());
        assertEquals(Map.of("Ada", "2", "Bob", "2"), works());
    }

    @Test
    void oneBecomesAListOfOne() {
        done(applied(toBe("reference")));
        var hers = book("Hers", ada.toString());
        book("Nobody's", null);
        book("His", bob.toString());
        var first = version();
        assertEquals(List.of(), losses(toBe("multi_reference")));

        done(applied(toBe("multi_reference")));
        assertEquals(Map.of("Hers", "Ada", "Nobody's", "", "His", "Bob"), books());
        var filter = Map.<String, Object>of("filter", "\"" + ada + "\" in authors");
        assertEquals(
                List.of(hers),
                done(house.page(admin, "book", filter)).data().stream()
                        .map(RecordView::id)
                        .toList());
        assertEquals(Map.of("Ada", "1", "Bob", "1"), works());
        var told = new StoryRequest("book", hers, 50, Optional.empty());
        var change = done(house.stories.history(admin, told)).data().getFirst().changes();
        assertEquals("Ada", names(Objects.requireNonNull(change.get("authors")).after()));
        assertNull(Objects.requireNonNull(change.get("authors")).before());

        done(house.versions.rollBack(admin, first, Ending.COMMIT));
        assertEquals(Map.of("Hers", "Ada", "Nobody's", "", "His", "Bob"), books());
    }

    @Test
    void followsARenameOfWhereItLeads() {
        several("Hers", ada);
        var rename = Map.of("op", "rename", "path", "entities/author", "to", "writer");
        var edit = new LinkedHashMap<>(toBe("reference"));
        edit.put("value", Map.of("type", "reference", "to", "writer", "related", "books"));

        done(applied(rename, edit));

        assertEquals(Map.of("Hers", "Ada"), books());
    }
}
