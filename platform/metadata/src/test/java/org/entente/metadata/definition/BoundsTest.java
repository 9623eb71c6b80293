package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused when it is defined because it could cost without end, and what is not. */
class BoundsTest {

    private static final String MODEL =
            """
            entity: holder
            fields:
              name: {type: text}
              home: {type: text}
              total: {type: roll_up, over: contracts, fn: sum, of: paid}
              above: {type: formula, as: boolean, formula: 'contracts.exists(c, c.paid > total)'}
            ---
            entity: broker
            fields:
              name: {type: text}
              licensed: {type: formula, as: boolean, formula: 'licences.exists(l, l.ends > today)'}
            ---
            entity: licence
            fields:
              ends: {type: date}
              broker: {type: reference, to: broker, related: licences}
            ---
            entity: tag
            fields:
              name: {type: text}
            ---
            entity: payment
            fields:
              amount: {type: decimal}
              claim: {type: reference, to: claim, related: payments}
              share: {type: formula, as: decimal, formula: amount / claim.paid}
            ---
            entity: claim
            fields:
              amount: {type: decimal, precision: 38, scale: 18}
              note: {type: long_text}
              contract: {type: reference, to: contract, related: claims}
              paid: {type: roll_up, over: payments, fn: sum, of: amount}
              share: {type: formula, as: decimal, formula: paid / contract.paid}
              product: {type: formula, as: decimal, formula: amount * amount * amount * amount * amount}
              novel: {type: formula, as: text, formula: note + note + note + note}
            ---
            entity: contract
            fields:
              starts: {type: date}
              holder: {type: reference, to: holder, related: contracts}
              broker: {type: reference, to: broker, related: contracts}
              tags: {type: multi_reference, to: tag, related: contracts}
              paid: {type: roll_up, over: claims, fn: sum, of: paid}
              most: {type: roll_up, over: claims, fn: max, of: paid}
              mean: {type: formula, as: decimal, formula: 'claims.map(c, c.amount).avg()'}
            """;

    private static List<Problem> problems(String entity, String field) {
        var at = MODEL.indexOf("entity: " + entity + "\n") + "entity: ".length() + entity.length();
        var start = MODEL.indexOf("fields:\n", at) + "fields:\n".length();
        var text = MODEL.substring(0, start) + field.indent(2) + MODEL.substring(start);
        return Sources.compile(Sources.tenant(text)).problems();
    }

    private static String formula(String as, String text) {
        return "x: {type: formula, as: %s, formula: '%s'}\n".formatted(as, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            textBlock =
                    """
                    holder | boolean | contracts.exists(c, c.claims.exists(d, d.amount > 3))
                    holder | boolean | contracts.exists(c, c.broker.licensed)
                    holder | boolean | contracts.all(c, c.broker.licences.exists(l, l.ends > c.starts))
                    holder | boolean | contracts.exists(c, c.mean > 3 && c.most > 2 * c.mean)
                    holder | boolean | contracts.exists(c, c.paid > contracts.map(o, o.paid).avg())
                    holder | boolean | contracts.exists(c, c.paid > total / 2) && above
                    holder | decimal | contracts.map(c, c.claims.map(d, d.paid).max()).sum()
                    contract | boolean | claims.exists(c, c.share > 0.5)
                    contract | boolean | claims.exists(c, c.amount > 2 * mean)
                    tag | boolean | contracts.exists(c, c.claims.exists(d, d.paid > 3))
                    claim | decimal | payments.map(p, p.share).max()
                    contract | boolean | tags.exists(t, t.contracts.exists(c, c.starts > today))
                    holder | integer | contracts.map(c, c.tags.filter(t, t.name > "m").size()).sum()
                    claim | text | fold(note) + " " + fold(contract.holder.name)
                    claim | decimal | amount * amount * amount / paid
                    """)
    void keepsWhatIsSensible(String entity, String as, String text) {
        assertEquals(List.of(), problems(entity, formula(as, text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            textBlock =
                    """
                    holder | boolean | contracts.exists(c, contracts.exists(d, d.starts == c.starts)) | lists_multiply | 30
                    holder | integer | 1 + contracts.map(c, contracts.filter(d, d.paid > c.paid).size()).sum() | lists_multiply | 58
                    contract | boolean | holder.contracts.exists(c, broker.contracts.exists(d, d.starts == c.starts)) | lists_multiply | 44
                    contract | boolean | claims.exists(c, c.contract.claims.exists(d, d.contract.claims.exists(e, e.paid > 1))) | lists_too_deep | 63
                    contract | boolean | claims.exists(c, c.contract.holder.above) | lists_too_heavy | 35
                    holder | boolean | contracts.exists(c, c.claims.exists(d, d.share > 0.5)) | lists_too_heavy | 41
                    tag | boolean | contracts.exists(c, c.tags == null || c.broker.contracts.exists(b, b.most > c.most)) | lists_too_heavy | 69
                    claim | text | note + note + note + note + note + note + note + note + note + note + note | text_too_long | 68
                    claim | text | novel + novel + novel | text_too_long | 0
                    claim | text | fold(note) + fold(note) + fold(note) + fold(note) | text_too_long | 37
                    contract | boolean | claims.exists(c, tags.exists(t, t.name == c.note)) | lists_multiply | 22
                    claim | boolean | note.matches("(a+)+b") | unknown_function | 5
                    claim | text | note.replace("a", note) | unknown_function | 5
                    claim | text | "a".repeat(1000000) | unknown_function | 4
                    claim | decimal | pow(amount, 1000000) | unknown_function | 0
                    claim | decimal | product * product * product * product * product * product | number_too_long | 0
                    """)
    void refusesWithThePlace(String entity, String as, String text, String reason, int position) {
        var problem = problems(entity, formula(as, text)).getFirst();
        assertEquals(
                List.of(reason, position),
                List.of(problem.details().get("reason"), problem.details().get("position")),
                problem::toString);
    }

    @Test
    void namesTheComputedFieldByWhichItComesToThat() {
        var text =
                formula(
                        "boolean",
                        "total > 1 && contracts.exists(c, c.claims.exists(d, d.share > 0.5))");
        var problem = problems("holder", text).getFirst();
        assertEquals(ProblemCode.EXPRESSION_TOO_LARGE, problem.code());
        assertEquals(List.of("claim.share"), problem.details().get("path"));
        assertEquals(54, problem.details().get("position"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: roll_up, over: contracts, fn: max, of: 'claims.map(c, c.share).max()'}",
                "{type: roll_up, over: contracts, when: 'claims.exists(c, c.share > 1)'}"
            })
    void judgesARollUpByAllItIsMadeOf(String rollUp) {
        var problem = problems("holder", "x: " + rollUp).getFirst();
        assertEquals("lists_too_heavy", problem.details().get("reason"), problem::toString);
    }

    @Test
    void countsTheListsOfAllFormulasTogether() {
        var sum =
                IntStream.range(0, 51)
                        .mapToObj(i -> "contracts.size()")
                        .collect(Collectors.joining(" + "));
        var problem = problems("holder", formula("integer", sum)).getFirst();
        assertEquals("too_many_lists", problem.details().get("reason"), problem::toString);
        assertEquals(sum.lastIndexOf("size"), problem.details().get("position"));
    }
}
