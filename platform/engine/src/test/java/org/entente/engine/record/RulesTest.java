package org.entente.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.fake.House;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules, and what a form asks: over the record, what it was, and the records around it. */
class RulesTest {

    private static final String MODEL =
            """
            entity: party
            name: code
            fields:
              code: {type: text, unique: true}
              blocked: {type: boolean}
              most: {type: integer}
            ---
            entity: contract
            name: number
            fields:
              number: {type: text}
              holder: {type: reference, to: party, related: contracts}
              starts: {type: date}
              ends: {type: date, visible: 'status == "ended"', required: 'status == "ended"'}
              status: {type: choice, options: {open: {}, ended: {}}, default: open}
              total: {type: roll_up, over: claims, fn: sum, of: amount}
              limit: {type: formula, as: decimal, formula: "holder.most * 2"}
            rules:
              ends_after_start: {check: "ends == null || ends >= starts", at: ends, message: {fr: La fin précède le début., en: The end is before the start.}}
              stays_ended: {check: 'old == null || old.status != "ended" || status == "ended"', at: status}
              holder_not_blocked: {check: "holder.blocked != true", at: holder}
              few_contracts: {check: "holder.contracts.size() <= holder.most"}
              numbers_differ: {check: "holder.contracts.all(c, c.id == id || c.number != number)", at: number}
            ---
            entity: claim
            name: note
            fields:
              note: {type: text}
              amount: {type: decimal}
              contract: {type: reference, to: contract, related: claims}
            rules:
              within_limit: {check: "contract.total <= contract.limit", at: amount}
            """;

    private final House house = new House();
    private final Tenant tenant = house.tenant("horizon");
    private final Caller admin = house.administrator(tenant);

    @BeforeEach
    void defineTheEntities() {
        house.define(admin, Map.of("model/all.yaml", MODEL));
    }

    private RecordView party(int most) {
        return done(house.create(admin, "party", Map.of("code", "p" + most, "most", most)));
    }

    private Outcome<RecordView> contract(RecordView holder, Map<String, Object> more) {
        var values = new LinkedHashMap<String, @Nullable Object>(more);
        values.put("holder", holder.id().toString());
        return house.create(admin, "contract", values);
    }

    private Outcome<Saved> update(RecordView record, Map<String, @Nullable Object> values) {
        return house.commands.update(
                admin,
                record.entity(),
                new Target(record.id(), new IfMatch.Any()),
                Map.of("values", values),
                Ending.COMMIT);
    }

    @Test
    void aBrokenRuleIsToldByItsNameAndInEachLanguage() {
        var refused =
                problem(contract(party(3), Map.of("starts", "2026-05-01", "ends", "2026-04-01")));
        assertEquals(ProblemCode.RULE_BROKEN, refused.code());
        assertEquals("/values/ends", refused.at());
        assertEquals("ends_after_start", refused.details().get("rule"));
        assertEquals(
                Map.of("fr", "La fin précède le début.", "en", "The end is before the start."),
                refused.details().get("message"));
    }

    @Test
    void aRuleIsBrokenOnlyWhenItIsFalse() {
        done(contract(party(3), Map.of("ends", "2026-04-01")));
    }

    @Test
    void aRuleSeesWhatTheRecordWas() {
        var contract = done(contract(party(3), Map.of("status", "ended", "ends", "2026-05-01")));
        assertEquals(
                "stays_ended",
                problem(update(contract, Map.of("status", "open"))).details().get("rule"));
        done(update(contract, Map.of("number", "C1")));
    }

    @Test
    void aRuleSeesWhatReferencesLeadTo() {
        var holder = party(3);
        done(update(holder, Map.of("blocked", true)));
        assertEquals(
                "holder_not_blocked", problem(contract(holder, Map.of())).details().get("rule"));
    }

    @Test
    void aListHoldsTheRecordAsItWouldBe() {
        var holder = party(1);
        var first = done(contract(holder, Map.of("number", "C1")));
        assertEquals(
                "few_contracts",
                problem(contract(holder, Map.of("number", "C2"))).details().get("rule"));
        done(update(first, Map.of("number", "C3")));
        var other = party(2);
        done(contract(other, Map.of("number", "C4")));
        assertEquals(
                "numbers_differ",
                problem(contract(other, Map.of("number", "C4"))).details().get("rule"));
    }

    @Test
    void oneOfManySeesThoseBeforeIt() {
        var holder = party(2);
        var operations =
                java.util.stream.IntStream.rangeClosed(1, 3)
                        .mapToObj(i ->
                                Map.of(
                                        "op",
                                        "create",
                                        "values",
                                        Map.of(
                                                "number",
                                                "C" + i,
                                                "holder",
                                                holder.id().toString())))
                        .toList();
        var refused =
                problem(
                        house.commands.batch(
                                admin,
                                "contract",
                                Map.of("operations", operations),
                                Ending.COMMIT));
        assertEquals("few_contracts", refused.details().get("rule"));
        assertTrue(refused.at().startsWith("/operations/2"), refused.at());
    }

    @Test
    void aRuleSeesFormulasAndRollUps() {
        var contract = done(contract(party(5), Map.of()));
        var claim =
                Map.<String, @Nullable Object>of(
                        "amount", "8", "contract", contract.id().toString());
        done(house.create(admin, "claim", claim));
        var second =
                Map.<String, @Nullable Object>of(
                        "amount", "3", "contract", contract.id().toString());
        assertEquals(
                "within_limit",
                problem(house.create(admin, "claim", second)).details().get("rule"));
    }

    @Test
    void computedFieldsAreReadAndNeverWritten() {
        var contract = done(contract(party(5), Map.of()));
        assertEquals("10", contract.values().get("limit"));
        assertEquals("0", contract.values().get("total"));
        assertEquals(
                ProblemCode.READ_ONLY,
                problem(house.create(admin, "contract", Map.of("limit", "3"))).code());
    }

    @Test
    void aFormAsksWhatDependsOnTheValues() {
        var open = form(Map.of("starts", "2026-05-01"));
        assertEquals(List.of(new Form.Asked("ends", false, false)), open.fields());
        assertEquals(List.of(), open.problems());
        var ended = form(Map.of("status", "ended", "starts", "2026-05-01", "ends", "2026-04-01"));
        assertEquals(List.of(new Form.Asked("ends", true, true)), ended.fields());
        assertEquals(
                List.of(ProblemCode.RULE_BROKEN),
                ended.problems().stream().map(Problem::code).toList());
    }

    private Form form(Map<String, @Nullable Object> values) {
        return done(house.commands.form(admin, "contract", Map.of("values", values)));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Problem problem(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("taken: " + done);
            case Outcome.Refused<?>(var problems) -> problems.getFirst();
        };
    }
}
