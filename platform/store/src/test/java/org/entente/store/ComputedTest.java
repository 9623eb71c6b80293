package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.engine.query.AggregateRequest;
import org.entente.engine.query.RecordView;
import org.entente.spi.Caller;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, formulas, roll-ups and rules, from a client's words to the database and back. */
class ComputedTest {

    private static final String ENTITIES =
            """
            entity: party
            name: code
            fields:
              code: {type: text, unique: true}
              most: {type: integer}
              total: {type: roll_up, over: contracts, fn: sum, of: paid}
            ---
            entity: contract
            name: 'number + " (" + text(claims_count) + ")"'
            fields:
              number: {type: text}
              premium: {type: money, currency: EUR}
              holder: {type: reference, to: party, related: contracts}
              yearly: {type: formula, as: decimal, formula: premium.amount * 12}
              paid: {type: roll_up, over: claims, fn: sum, of: amount, when: 'status == "paid"'}
              claims_count: {type: roll_up, over: claims}
              ratio: {type: formula, as: percent, formula: "round(paid / yearly, 4)"}
            rules:
              few: {check: holder.contracts.size() <= holder.most, at: holder}
              differ: {check: "holder.contracts.all(c, c.id == id || c.number != number)", at: number}
            ---
            entity: claim
            name: number
            fields:
              number: {type: text}
              amount: {type: decimal}
              status: {type: choice, options: {open: {}, paid: {}}, default: open}
              contract: {type: reference, to: contract, related: claims}
            rules:
              within: {check: "contract.paid + amount <= contract.yearly", at: amount}
            """;

    private static final Cell CELL = Cell.fresh();

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);

    private static Caller admin(RealHouse house) {
        tenants++;
        return house.administrator(done(house.begin("computed-" + tenants)).tenant());
    }

    @BeforeEach
    void defineAndWrite() {
        house.define(admin, ENTITIES);
        var party = create("party", Map.of("code", "dupont", "most", 3));
        var one = contract(party, "C1", "10");
        var two = contract(party, "C2", "20");
        claim(one, "40.50", "paid");
        claim(one, "10", "open");
        claim(two, "60", "paid");
        contract(party, "C3", "1");
    }

    private RecordView create(String entity, Map<String, Object> values) {
        return done(
                house.create(admin, entity, new LinkedHashMap<String, @Nullable Object>(values)));
    }

    private RecordView contract(RecordView party, String number, String amount) {
        return create(
                "contract",
                Map.of(
                        "number",
                        number,
                        "premium",
                        Map.of("amount", amount, "currency", "EUR"),
                        "holder",
                        party.id().toString()));
    }

    private RecordView claim(RecordView contract, String amount, String status) {
        return create(
                "claim",
                Map.of("amount", amount, "status", status, "contract", contract.id().toString()));
    }

    private List<@Nullable Object> column(String entity, String column, Map<String, Object> asked) {
        var request = new LinkedHashMap<>(asked);
        request.put("fields", List.of(column));
        return done(house.page(admin, entity, request)).data().stream()
                .<@Nullable Object>map(view -> view.values().get(column))
                .toList();
    }

    @Test
    void computedFieldsAreColumnsAndSortAndFilter() {
        assertEquals(
                List.of("240", "120", "12"),
                column("contract", "yearly", Map.of("sort", List.of("-yearly"))));
        assertEquals(
                List.of("0.3375", "0.25"),
                column(
                        "contract",
                        "ratio",
                        Map.of("filter", "paid > 0 && ratio < 0.5", "sort", List.of("-ratio"))));
        assertEquals(List.of("100.5"), column("party", "total", Map.of("filter", "total > 100")));
        assertEquals(
                List.of("100.5", "100.5", "100.5"), column("contract", "holder.total", Map.of()));
    }

    @Test
    void aPageOfComputedSortGoesOn() {
        var first =
                done(
                        house.page(
                                admin,
                                "contract",
                                Map.of(
                                        "sort",
                                        List.of("paid"),
                                        "limit",
                                        2,
                                        "fields",
                                        List.of("paid"))));
        var next =
                house.page(
                        admin,
                        "contract",
                        Map.of(
                                "sort",
                                List.of("paid"),
                                "limit",
                                2,
                                "fields",
                                List.of("paid"),
                                "cursor",
                                first.next().orElseThrow()));
        assertEquals("60", done(next).data().getFirst().values().get("paid"));
    }

    @Test
    void filtersAskOfLists() {
        var exists = "claims.exists(c, c.status == \"open\" && c.amount * 2 > params.x)";
        assertEquals(
                List.of("C1"),
                column("contract", "number", Map.of("filter", exists, "params", Map.of("x", 5))));
        assertEquals(
                List.of("C3"),
                column("contract", "number", Map.of("filter", "claims.size() == 0")));
        assertEquals(
                List.of("dupont"),
                column(
                        "party",
                        "code",
                        Map.of("filter", "contracts.all(k, k.claims.all(c, c.amount > 9))")));
    }

    @Test
    void figuresAreMadeOfComputedFields() {
        var request =
                AggregateRequest.fromJson(
                        "contract",
                        Map.of(
                                "group",
                                List.of(Map.of("by", "claims_count")),
                                "measures",
                                List.of(Map.of("as", "sum", "fn", "sum", "of", "yearly")),
                                "sort",
                                List.of("claims_count")));
        var figures = done(request.then(asked -> house.queries.aggregate(admin, asked)));
        assertEquals(
                List.of("12", "240", "120"),
                figures.stream().map(figure -> String.valueOf(figure.get("sum"))).toList());
    }

    @Test
    void labelsMayCount() {
        var label =
                Objects.requireNonNull(column("claim", "contract", Map.of()).getFirst()).toString();
        assertEquals(true, label.contains("label=C2 (1)") || label.contains("label=C1 (2)"), label);
    }

    @Test
    void rulesReadWhatIsAround() {
        var party = done(house.page(admin, "party", Map.of())).data().getFirst();
        var fourth =
                house.create(
                        admin, "contract", Map.of("number", "C4", "holder", party.id().toString()));
        assertEquals("few", problem(fourth).details().get("rule"));
        var one =
                done(house.page(admin, "contract", Map.of("filter", "number == \"C3\"")))
                        .data()
                        .getFirst();
        var claim =
                house.create(
                        admin, "claim", Map.of("amount", "12.01", "contract", one.id().toString()));
        assertEquals("within", problem(claim).details().get("rule"));
    }
}
