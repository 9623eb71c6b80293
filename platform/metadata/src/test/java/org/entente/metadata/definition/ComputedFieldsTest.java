package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.Origin;
import org.entente.metadata.model.Model;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas and roll-ups as they are defined. */
class ComputedFieldsTest {

    private static final String CONTRACT =
            """
            entity: contract
            fields:
              number: {type: text}
              premium: {type: money, currency: EUR}
              starts: {type: date}
              pin: {type: text, sensitivity: secret}
              holder: {type: reference, to: holder, related: contracts}
            """;
    private static final String OTHERS =
            """
            ---
            entity: claim
            fields:
              contract: {type: reference, to: contract, related: claims}
              amount: {type: decimal}
              days: {type: integer}
              happened: {type: date}
              status: {type: choice, options: {open: {}, paid: {}}}
            ---
            entity: holder
            fields:
              name: {type: text}
              total: {type: roll_up, over: contracts, fn: sum, of: paid}
            """;

    private static Model model(String fields) {
        return Sources.model(Sources.tenant(text(fields)));
    }

    private static List<Problem> problems(String fields) {
        return Sources.compile(Sources.tenant(text(fields))).problems();
    }

    private static String text(String fields) {
        return CONTRACT + fields.indent(2) + OTHERS;
    }

    private static final String PAID =
            "paid: {type: roll_up, over: claims, fn: sum, of: amount, when: 'status == \"paid\"'}\n";

    @Test
    void tellsWhatAComputedFieldComesFrom() {
        var model =
                model(PAID + "yearly: {type: formula, as: decimal, formula: premium.amount * 12}");
        assertEquals(
                Set.of(new Origin("contract", "premium")), origins(model, "contract", "yearly"));
        assertEquals(
                Set.of(
                        new Origin("claim", "contract"),
                        new Origin("claim", "amount"),
                        new Origin("claim", "status")),
                origins(model, "contract", "paid"));
        assertTrue(origins(model, "holder", "total").contains(new Origin("claim", "amount")));
        assertTrue(origins(model, "holder", "total").contains(new Origin("contract", "holder")));
    }

    private static Set<Origin> origins(Model model, String entity, String field) {
        return computed(model, entity, field).origins().stream().collect(Collectors.toSet());
    }

    private static Computed computed(Model model, String entity, String field) {
        return assertInstanceOf(Computed.class, Sources.field(model, entity, field).type());
    }

    @Test
    void knowsTheResultOfARollUpByWhatItIsOf() {
        var model =
                model(
                        PAID
                                + """
                                n: {type: roll_up, over: claims}
                                days: {type: roll_up, over: claims, fn: sum, of: days}
                                last: {type: roll_up, over: claims, fn: max, of: happened}
                                mean: {type: roll_up, over: claims, fn: avg, of: days}
                                """);
        assertInstanceOf(IntegerType.class, computed(model, "contract", "n").as());
        assertInstanceOf(IntegerType.class, computed(model, "contract", "days").as());
        assertEquals("date", computed(model, "contract", "last").as().keyword());
        assertInstanceOf(DecimalType.class, computed(model, "contract", "mean").as());
        assertInstanceOf(DecimalType.class, computed(model, "holder", "total").as());
    }

    @Test
    void refusesFormulasThatNeedEachOther() {
        var problem =
                problems(
                                PAID
                                        + """
                                        a: {type: formula, as: decimal, formula: 1 + b}
                                        b: {type: formula, as: decimal, formula: holder.total + a}
                                        """)
                        .getFirst();
        assertEquals(ProblemCode.TYPE_ERROR, problem.code());
        assertEquals("cycle", problem.details().get("reason"));
        assertEquals(4, problem.details().get("position"));
        assertEquals(5, problem.details().get("column"));
        assertEquals(
                List.of("contract.b", "contract.a", "contract.b"), problem.details().get("path"));
        assertTrue(problem.at().startsWith("horizon.yaml:"), problem.at());
    }

    @Test
    void refusesARollUpThatComesBackToItself() {
        var problem =
                problems("paid: {type: roll_up, over: claims, fn: sum, of: contract.holder.total}")
                        .getFirst();
        assertEquals("cycle", problem.details().get("reason"), problem::toString);
        assertEquals("contract.holder.".length(), problem.details().get("position"));
    }

    @Test
    void refusesFormulasThatGrowBeyondMeasure() {
        var fields =
                new StringBuilder(
                        PAID + "f0: {type: formula, as: decimal, formula: premium.amount + 1}\n");
        for (var i = 1; i <= 40; i++) {
            fields.append(
                    "f%d: {type: formula, as: decimal, formula: f%d + f%d}%n"
                            .formatted(i, i - 1, i - 1));
        }
        var problems = problems(fields.toString());
        assertEquals(
                Set.of("expands_too_far"),
                problems.stream()
                        .map(problem -> problem.details().get("reason"))
                        .collect(Collectors.toSet()));
        assertTrue(problems.size() > 20 && problems.size() < 40, problems.size() + " problems");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            textBlock =
                    """
                    {type: formula, as: decimal, formula: number} | wrong_type
                    {type: formula, as: decimal, formula: pin} | unknown_field
                    {type: formula, as: decimal, formula: 1 + params.x} | (none)
                    {type: formula, as: decimal} | (none)
                    {type: formula, formula: number} | (none)
                    {type: formula, as: decimal, formula: '1', required: true} | (none)
                    {type: formula, as: decimal, formula: '1', filterable: true} | (none)
                    {type: roll_up} | (none)
                    {type: roll_up, over: nothing} | (none)
                    {type: roll_up, over: claims, fn: sum} | (none)
                    {type: roll_up, over: claims, of: amount} | (none)
                    {type: roll_up, over: claims, fn: sum, of: status} | wrong_type
                    {type: roll_up, over: claims, when: amount} | wrong_type
                    {type: roll_up, over: claims, when: number == "x"} | unknown_field
                    """)
    void refuses(String field, String reason) {
        var problems = problems(PAID + "x: " + field);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(
                reason,
                String.valueOf(problems.getFirst().details().getOrDefault("reason", "(none)")));
        assertTrue(problems.getFirst().at().startsWith("horizon.yaml:"), problems::toString);
    }

    @Test
    void describesThemAsReadOnly() {
        var model = model(PAID);
        var description = ModelDescription.describe(model, entity -> true);
        var text = String.valueOf(description.get("entities"));
        assertTrue(text.contains("over=claims"), text);
        assertTrue(text.contains("read_only=true"), text);
    }
}
