package org.entente.server.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final JsonText json = new JsonText();

    @Test
    void numbersStayExact() {
        var tree = read("[1, 9007199254740993, 12345678901234567890123, 0.10, 1e2]").tree();
        assertEquals(
                List.of(
                        1,
                        9_007_199_254_740_993L,
                        new BigInteger("12345678901234567890123"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1e2")),
                tree);
    }

    @Test
    void writesWhatItReads() {
        var text =
                """
                {"z":[1,-9007199254740993,12345678901234567890123,0.10,true,null],\
                "é\\"\\n":{"":"\uD83D\uDE00","a":[],"b":{}},"c":false}\
                """;
        assertEquals(text, new String(json.write(read(text).tree()), StandardCharsets.UTF_8));
    }

    @Test
    void membersKeepTheirOrder() {
        var tree = assertInstanceOf(Map.class, read("{\"z\": 1, \"a\": null, \"m\": true}").tree());
        assertEquals("[z, a, m]", tree.keySet().toString());
    }

    @Test
    void aBreakHasAPlace() {
        var problem = refusal("{\n  \"a\": 1,\n  \"b\": }");
        assertEquals("not_json", problem.details().get("reason"));
        assertEquals(3, problem.details().get("line"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1} {}",
                "{'a': 1}",
                "{\"a\": NaN}",
                "[1,]",
                "// no\n1",
                "[\"\\ud800\"]",
                "{\"\\udc00\": 1}",
                "  ",
                "",
            })
    void whatIsNotStrictJsonIsMalformed(String text) {
        assertEquals(ProblemCode.MALFORMED, refusal(text).code());
    }

    @Test
    void anotherEncodingIsMalformed() {
        var latin = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertInstanceOf(Outcome.Refused.class, json.read(latin));
        var wide = "{\"a\": 1}".getBytes(StandardCharsets.UTF_16);
        assertInstanceOf(Outcome.Refused.class, json.read(wide));
    }

    @Test
    void depthIsBounded() {
        assertEquals(100, depth(read("[".repeat(100) + "]".repeat(100)).tree()));
        assertEquals(
                "too_deep", refusal("[".repeat(101) + "]".repeat(101)).details().get("reason"));
        assertEquals("too_deep", refusal("1" + "0".repeat(2_000)).details().get("reason"));
    }

    @Test
    void whatIsWrittenCanBeRead() {
        var tree = Arrays.asList("é€😀", 1, null, new BigDecimal("1.50"), Map.of("a", false));
        assertEquals(tree, read(new String(json.write(tree), StandardCharsets.UTF_8)).tree());
    }

    private static int depth(@org.jspecify.annotations.Nullable Object tree) {
        return tree instanceof List<?> list ? 1 + (list.isEmpty() ? 0 : depth(list.getFirst())) : 0;
    }

    private JsonBody read(String text) {
        return switch (json.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done<JsonBody>(var body) -> body;
            case Outcome.Refused<JsonBody>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private Problem refusal(String text) {
        return switch (json.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done<JsonBody>(var body) -> throw new AssertionError(body.toString());
            case Outcome.Refused<JsonBody>(var problems) -> problems.getFirst();
        };
    }
}
