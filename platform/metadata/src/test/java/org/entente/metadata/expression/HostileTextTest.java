package org.entente.metadata.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text, the compiler answers; {@code -Dentente.seed} repeats a run, {@code
 * -Dentente.scale} makes it longer.
 */
class HostileTextTest {

    private static final int MUTANTS = 4_000;
    private static final int SMALL_STACK = 512 * 1024;
    private static final List<String> SEEDS =
            List.of(
                    "price * quantity * (1 - discount) > 0.2",
                    "stage in [\"new\", 'won', null] || !active && name.contains(\"é😀\")",
                    "called_at > now - duration(\"P3D\") ? text(starts) : fold(trim(name)) + \"\\n\"",
                    "account.country == params.x && coalesce(params.y, 12) > min(price, 3)",
                    "premium.amount >= -1.5e3 && address.city != r'\\d' && id == me",
                    "round(price, 2) % 3 == number(\"12\") / 7 && broker.email == '''a\nb'''",
                    "[1, 2u, b'x', {1: 2}, Foo{a: 1}, a[0], .x, a.`b-c`, 0x1F, 1e400]");
    private static final List<String> SCRAPS =
            List.of(
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "\"",
                    "'",
                    "\\",
                    ".",
                    ",",
                    "?",
                    ":",
                    "==",
                    "=",
                    "&&",
                    "||",
                    "!",
                    "-",
                    "+",
                    "%",
                    " in ",
                    "null",
                    "params.",
                    "me",
                    "id",
                    "1",
                    "0.1",
                    "9e99",
                    "9999999999999999999",
                    "\u0000",
                    "\uD83D",
                    "\uDE00",
                    "é",
                    "\n",
                    "//",
                    "/*",
                    "`",
                    "@",
                    "$",
                    "if",
                    "b\"",
                    "r'",
                    "\\u0000",
                    "\\ud800",
                    "duration(",
                    "u");

    @Test
    void answersForAnyMutant() {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        var scale = Integer.getInteger("entente.scale", 1);
        System.out.println("hostile text test: -Dentente.seed=" + seed);
        var random = new Random(seed);
        for (var i = 0; i < MUTANTS * scale; i++) {
            check(mutant(random), "seed " + seed);
        }
    }

    private static String mutant(Random random) {
        var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (var i = 0; i <= random.nextInt(6); i++) {
            var at = random.nextInt(text.length() + 1);
            var end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> text.insert(at, text.substring(at, end));
                default -> text.insert(at, (char) random.nextInt(0x250));
            }
        }
        return text.toString();
    }

    private static void check(String text, String seed) {
        var outcome = ExpressionCompiler.compile(SampleModel.deal(), text, Expected.condition());
        if (outcome instanceof Outcome.Refused<BoundExpression>(var problems)) {
            for (var problem : problems) {
                var position = assertInstanceOf(Integer.class, problem.details().get("position"));
                assertTrue(
                        position >= 0 && position <= text.codePointCount(0, text.length()),
                        () -> seed + ": " + problem + " in " + text);
                assertInstanceOf(String.class, problem.details().get("reason"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(|1|)",
                "[|1|]",
                "!|active|",
                "-|quantity|",
                "-(|quantity|)",
                "{|1|}",
                "name.|name|",
                "lower(|name|)",
                "active ? active : |active|",
                "abs(-|1|)",
                "active && |active|",
                "quantity + |1|",
                "(quantity + |1|)",
                "\"a\" + |name|",
                "@|1|",
                "coalesce(name, |name|)",
                "params.x == |1|",
                "\"|a|\"",
                "'''|a|",
                "a{|1|}",
                "a[|1|]",
                "active ? (|active|) : active",
                "name in [|name|]",
                "x.exists(c, |c|)",
            })
    void survivesNestingOnASmallStack(String pattern) throws InterruptedException {
        var parts = List.of(pattern.split("\\|(?!\\|)", -1));
        for (var depth : List.of(10, 50, 90, 110, 1_000, 3_000, 100_000)) {
            var open = parts.getFirst().repeat(depth);
            var close = parts.size() > 2 ? parts.getLast().repeat(depth) : "";
            onASmallStack(() -> check(open + parts.get(1) + close, pattern + " x " + depth));
        }
    }

    private static void onASmallStack(Runnable work) throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        var thread = new Thread(null, work, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((where, problem) -> thrown.set(problem));
        thread.start();
        thread.join();
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertEquals(
                List.of("too_long", "too_many_parts", "too_deep", "too_deep"),
                List.of(
                                "true" + " ".repeat(10_000),
                                "quantity in [" + "1,".repeat(2_100) + "1]",
                                "(".repeat(150) + "active" + ")".repeat(150),
                                "!".repeat(150) + "active")
                        .stream()
                        .map(HostileTextTest::tooLarge)
                        .toList());
    }

    private static Object tooLarge(String text) {
        var outcome = ExpressionCompiler.compile(SampleModel.deal(), text, Expected.condition());
        List<Problem> problems = new ArrayList<>();
        if (outcome instanceof Outcome.Refused<BoundExpression>(var refused)) {
            problems.addAll(refused);
        }
        assertEquals(1, problems.size(), text.substring(0, 20));
        assertEquals(ProblemCode.EXPRESSION_TOO_LARGE, problems.getFirst().code());
        return Map.copyOf(problems.getFirst().details()).getOrDefault("reason", "");
    }

    @Test
    void takesALongChain() {
        var chain = "name == \"x\" || ".repeat(300) + "active";
        assertInstanceOf(
                Outcome.Done.class,
                ExpressionCompiler.compile(SampleModel.deal(), chain, Expected.condition()));
    }
}
