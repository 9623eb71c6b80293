package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.entente.engine.query.PageOfRows.Count;
import org.entente.engine.query.PageOfRows.Row;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.spi.Money;
import org.entente.spi.Reference;
import org.entente.store.fixture.Ask;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.OneConnection;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final String ENTITIES =
            """
            entity: owner_of
            name: title
            fields: {title: {type: text}}
            ---
            entity: item
            name: word
            fields:
              word: {type: text, filterable: true}
              plain: {type: text}
              whole: {type: integer, filterable: true}
              exact: {type: decimal}
              price: {type: money, filterable: true}
              flag: {type: boolean, filterable: true}
              day: {type: date, filterable: true}
              moment: {type: date_time}
              state: {type: choice, filterable: true, options: {zulu: {}, alpha: {}, mike: {}}}
              held: {type: reference, to: owner_of}
            """;

    private static final List<String> WORDS =
            List.of(
                    "été", "ete", "Ete", "zèbre", "Zoé", "a b", "ab", "œuf", "oeuf", "10", "9",
                    "-");
    private static final List<String> STATES = List.of("zulu", "alpha", "mike");
    private static final List<String> KEYS =
            List.of(
                    "word",
                    "plain",
                    "whole",
                    "exact",
                    "price.amount",
                    "flag",
                    "day",
                    "moment",
                    "state",
                    "held",
                    "created_at",
                    "held.title",
                    "whole * 2",
                    "size(word)");

    private final Desk desk = onOneConnection(Desk.of(ENTITIES));

    /**
     * A hundred lists are thousands of pages, and a new connection costs more than each of them.
     */
    private static Desk onOneConnection(Desk desk) {
        var pool = new OneConnection(desk.cell().databases().read());
        return new Desk(desk.cell().node(pool, pool), desk.tenant(), desk.model());
    }

    private @Nullable Object maybe(Random random, Object value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private Map<String, @Nullable Object> item(Random random, List<UUID> owners) {
        return Values.of(
                "word", maybe(random, WORDS.get(random.nextInt(WORDS.size()))),
                "plain", maybe(random, WORDS.get(random.nextInt(WORDS.size()))),
                "whole", maybe(random, (long) random.nextInt(6) - 3),
                "exact", maybe(random, new BigDecimal(random.nextInt(6)).movePointLeft(1)),
                "price", maybe(random, new Money(new BigDecimal(random.nextInt(5)), "EUR")),
                "flag", maybe(random, random.nextBoolean()),
                "day", maybe(random, LocalDate.of(2026, 1, 1 + random.nextInt(4))),
                "moment", maybe(random, Instant.ofEpochSecond(random.nextInt(4), 1_000)),
                "state", maybe(random, STATES.get(random.nextInt(3))),
                "held",
                        maybe(
                                random,
                                new Reference(
                                        owners.get(random.nextInt(owners.size())), "owner_of")));
    }

    @Test
    void pagesAreTheWholeListInOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        fill(random);
        for (var round = 0; round < 80; round++) {
            var keys = new ArrayList<String>();
            for (var i = 0; i <= random.nextInt(3); i++) {
                keys.add((random.nextBoolean() ? "-" : "") + KEYS.get(random.nextInt(KEYS.size())));
            }
            var ask =
                    desk.ask("item", "word", "whole")
                            .sort(keys.toArray(String[]::new))
                            .filter(random.nextBoolean() ? "true" : "flag == true || whole > 0");
            var whole = desk.page(ask.limit(1_000));
            assertEquals(
                    whole.rows(),
                    inPages(ask.limit(1 + random.nextInt(40))),
                    () -> "seed %d, sort %s".formatted(seed, keys));
            assertEquals(Optional.empty(), whole.next());
        }
    }

    @Test
    void ordersAsTheLanguageDoesWithNullsLast() {
        fill(new Random(2));
        var words =
                List.of(
                        "-", "10", "9", "a b", "ab", "ete", "Ete", "été", "oeuf", "œuf", "zèbre",
                        "Zoé");

        assertEquals(withNull(words), distinct("word", "word"));
        assertEquals(withNull(words.reversed()), distinct("word", "-word"));
        assertEquals(withNull(words), distinct("plain", "plain"));
        assertEquals(withNull(List.of("Be", "Bé")), distinct("held.title", "held"));
        assertEquals(withNull(List.of("Bé", "Be")), distinct("held.title", "-held"));
        assertEquals(withNull(STATES), distinct("state", "state"));
        assertEquals(withNull(STATES.reversed()), distinct("state", "-state"));
        assertEquals(withNull(List.of(false, true)), distinct("flag", "flag"));
    }

    private static List<@Nullable Object> withNull(List<?> values) {
        var all = new ArrayList<@Nullable Object>(values);
        all.add(null);
        return all;
    }

    private List<@Nullable Object> distinct(String column, String sort) {
        var seen = new LinkedHashSet<@Nullable Object>();
        desk.rows(desk.ask("item", column).sort(sort).limit(999))
                .forEach(row -> seen.add(row.getFirst()));
        return new ArrayList<>(seen);
    }

    private void fill(Random random) {
        var owners =
                desk.create(
                        "owner_of",
                        List.of(
                                Values.of("title", "Bé"),
                                Values.of("title", "Be"),
                                Values.of("title", null)));
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < 150; i++) {
            items.add(item(random, owners));
        }
        desk.create("item", items);
    }

    private List<Row> inPages(Ask ask) {
        var rows = new ArrayList<Row>();
        var page = desk.page(ask);
        rows.addAll(page.rows());
        while (page.next().isPresent()) {
            page = desk.page(ask.after(page.next()));
            rows.addAll(page.rows());
        }
        return rows;
    }

    @Test
    void countsExactlyOrNearlyOrNotAtAll() {
        fill(new Random(1));

        var ask = desk.ask("item").limit(1).filter("whole > 0");
        var exact = desk.page(ask.total(Total.EXACT)).total();

        assertTrue(exact.orElseThrow().exact());
        assertEquals(exact, desk.page(ask.total(Total.ESTIMATE)).total());
        assertEquals(Optional.empty(), desk.page(ask).total());
        assertEquals(
                Optional.of(new Count(150, true)),
                desk.page(desk.ask("item").limit(1).total(Total.EXACT)).total());
    }

    @Test
    void estimatesWhatIsTooManyToCount() {
        for (var batch = 0; batch < 3; batch++) {
            var items = new ArrayList<Map<String, @Nullable Object>>();
            for (var i = 0; i < 500; i++) {
                items.add(Values.of("whole", (long) i));
            }
            desk.create("item", items);
        }
        desk.cell().look().run("analyze");

        var count =
                desk.page(desk.ask("item").limit(1).total(Total.ESTIMATE)).total().orElseThrow();

        assertEquals(false, count.exact());
        assertTrue(count.value() >= 1_001 && count.value() < 3_000, "estimated " + count.value());
    }
}
