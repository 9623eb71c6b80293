package org.entente.store.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.Labelled;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedAggregate.AliasSort;
import org.entente.engine.query.PlannedAggregate.Group;
import org.entente.engine.query.PlannedAggregate.Measure;
import org.entente.engine.query.PlannedAggregate.Measured;
import org.entente.engine.query.Selection;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.spi.Reference;
import org.entente.store.fixture.Ask;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.TestModels;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregatesTest {

    private static final String ENTITIES =
            """
            entity: shop
            name: title
            fields: {title: {type: text}}
            ---
            entity: sale
            name: item
            fields:
              item: {type: text}
              price: {type: decimal}
              pieces: {type: integer}
              day: {type: date}
              state: {type: choice, options: {zulu: {}, alpha: {}}}
              shop: {type: reference, to: shop}
            """;

    private final Desk desk = Desk.of(ENTITIES);
    private final List<Group> groups = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<AliasSort> sort = new ArrayList<>();
    private List<TypedExpression> conditions = List.of();
    private Optional<TypedExpression> having = Optional.empty();

    private TypedExpression expression(String text) {
        return TestModels.expression(desk.model(), "sale", text);
    }

    private AggregatesTest by(String alias, String text) {
        groups.add(new Group(alias, desk.ask("sale").select(text)));
        return this;
    }

    private AggregatesTest measure(String alias, Measured fn, String... of) {
        measures.add(new Measure(alias, fn, Arrays.stream(of).findFirst().map(this::expression)));
        return this;
    }

    private AggregatesTest sort(String... aliases) {
        for (var alias : aliases) {
            sort.add(new AliasSort(alias.replace("-", ""), alias.startsWith("-")));
        }
        return this;
    }

    private AggregatesTest having(String text, Map<String, ValueType> types) {
        var aliases = new LinkedHashMap<String, Alias>();
        types.forEach((name, type) -> aliases.put(name, new Alias(name, type)));
        having = Optional.of(TestModels.overAliases(desk.model(), aliases, text));
        return this;
    }

    private List<List<@Nullable Object>> figures() {
        var aggregate =
                new PlannedAggregate(
                        desk.entity("sale"),
                        conditions,
                        groups,
                        measures,
                        having,
                        sort,
                        100,
                        Locale.FRENCH,
                        Ask.evaluation(desk.model()));
        return plain(
                Desk.fresh(desk.cell().reads().aggregate(desk.tenant(), desk.model(), aggregate)));
    }

    /** Numbers without what {@code equals} of BigDecimal minds. */
    private static List<List<@Nullable Object>> plain(List<List<@Nullable Object>> figures) {
        var plain = new ArrayList<List<@Nullable Object>>();
        for (var row : figures) {
            var values = new ArrayList<@Nullable Object>();
            for (var value : row) {
                values.add(
                        value instanceof BigDecimal number
                                ? number.stripTrailingZeros().toPlainString()
                                : value);
            }
            plain.add(values);
        }
        return plain;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<@Nullable Object>(Arrays.asList(values));
    }

    private void sell() {
        var shops =
                desk.create("shop", List.of(Values.of("title", "Été"), Values.of("title", "Zoo")));
        var ete = new Reference(shops.get(0), "shop");
        var zoo = new Reference(shops.get(1), "shop");
        desk.create(
                "sale",
                List.of(
                        sale("a", "1.10", 1L, LocalDate.of(2026, 1, 31), "zulu", ete),
                        sale("b", "2.20", 2L, LocalDate.of(2026, 1, 1), "alpha", ete),
                        sale("a", "3.30", null, LocalDate.of(2026, 2, 1), "zulu", zoo),
                        sale(null, null, 4L, null, null, null)));
    }

    private static Map<String, @Nullable Object> sale(
            @Nullable String item, @Nullable String price, @Nullable Object... rest) {
        return Values.of(
                "item", item,
                "price", price == null ? null : new BigDecimal(price),
                "pieces", rest[0],
                "day", rest[1],
                "state", rest[2],
                "shop", rest[3]);
    }

    @Test
    void figuresOfNothingAreZeroOrNull() {
        measure("n", Measured.COUNT)
                .measure("items", Measured.COUNT, "item")
                .measure("different", Measured.COUNT_DISTINCT, "item")
                .measure("sum", Measured.SUM, "price")
                .measure("least", Measured.MIN, "price")
                .measure("most", Measured.MAX, "day")
                .measure("mean", Measured.AVG, "price");

        assertEquals(List.of(row("0", "0", "0", "0", null, null, null)), figures());
        desk.create("shop", Values.of());
        assertEquals(List.of(row("0", "0", "0", "0", null, null, null)), figures());
    }

    @Test
    void theSameFiguresOfOthersAreNotTakenForTheSame() {
        sell();
        by("item", "item").measure("n", Measured.COUNT).sort("item");
        var types = Map.<String, ValueType>of("n", Simple.INTEGER);

        conditions = List.of(expression("price > 2.0"));
        assertEquals(List.of(row("a", "1"), row("b", "1")), figures());
        conditions = List.of(expression("price > 3.0"));
        assertEquals(List.of(row("a", "1")), figures());
        conditions = List.of(expression("price < 3.0"));
        assertEquals(List.of(row("a", "1"), row("b", "1")), figures());
        conditions = List.of();
        having("n > 1", types);
        assertEquals(List.of(row("a", "2")), figures());
        having("n > 2", types);
        assertEquals(List.of(), figures());
        sort("-item");
        having("n > 0", types);
        assertEquals(List.of(row("a", "2"), row("b", "1"), row(null, "1")), figures());
    }

    @Test
    void figuresOfEverything() {
        sell();
        measure("n", Measured.COUNT)
                .measure("items", Measured.COUNT, "item")
                .measure("different", Measured.COUNT_DISTINCT, "item")
                .measure("sum", Measured.SUM, "price * pieces")
                .measure("whole", Measured.SUM, "pieces")
                .measure("least", Measured.MIN, "item")
                .measure("most", Measured.MAX, "day")
                .measure("mean", Measured.AVG, "pieces");

        assertEquals(
                List.of(
                        row(
                                "4",
                                "3",
                                "2",
                                "5.5",
                                "7",
                                "a",
                                LocalDate.of(2026, 2, 1),
                                "2.333333333333333333")),
                figures());
    }

    @Test
    void groupsByMonthAndSortsWithNullsLast() {
        sell();
        var month = new Operation(Function.START_OF_MONTH, List.of(expression("day")), Simple.DATE);
        groups.add(new Group("month", new Selection.OfValue(month)));
        measure("n", Measured.COUNT).sort("-month");

        assertEquals(
                List.of(
                        row(LocalDate.of(2026, 2, 1), "1"),
                        row(LocalDate.of(2026, 1, 1), "2"),
                        row(null, "1")),
                figures());
    }

    @Test
    void groupsByAReferenceWithItsLabel() {
        sell();
        by("shop", "shop").measure("sum", Measured.SUM, "price").sort("shop");

        var figures = figures();

        assertEquals(3, figures.size());
        assertEquals(Optional.of("Été"), ((Labelled) first(figures.get(0))).label());
        assertEquals("3.3", figures.get(0).get(1));
        assertEquals(Optional.of("Zoo"), ((Labelled) first(figures.get(1))).label());
        assertEquals(row(null, "0"), figures.get(2));
    }

    private static Object first(List<@Nullable Object> row) {
        return java.util.Objects.requireNonNull(row.getFirst());
    }

    @Test
    void groupsByAChoiceInDeclaredOrder() {
        sell();
        by("state", "state").measure("n", Measured.COUNT).sort("state");

        assertEquals(List.of(row("zulu", "2"), row("alpha", "1"), row(null, "1")), figures());
    }

    @Test
    void asksOfTheFiguresByTheirNames() {
        sell();
        var state = expression("state").type();
        by("state", "state")
                .measure("n", Measured.COUNT)
                .having("n > 1 || state == \"alpha\"", Map.of("n", Simple.INTEGER, "state", state))
                .sort("-n");

        assertEquals(List.of(row("zulu", "2"), row("alpha", "1")), figures());
    }

    @Test
    void filtersAndGroupsByWhatIsReachedThroughAReference() {
        sell();
        conditions = List.of(expression("shop.title == \"Été\""));
        by("title", "shop.title").measure("n", Measured.COUNT);

        assertEquals(List.of(row("Été", "2")), figures());
    }
}
