package org.entente.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing begins with and what it has found, tried again without a fuzzer. */
class ExpressionFuzzTest {

    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text_1",
                "'PT1H' - 'PT1H'",
                "deals.map(i1, deals.map(i2, i2.whole_1).sum()).sum()",
                "size(deals) * size(lines) / size(children)",
                "(((((((((((whole_1)))))))))))",
                "'\uD83D\uDE00' + text(day_1) + \"\\u0000\"",
                "computed_1 == computed_2 || computed_3 == computed_4",
                "\"\"\"a\"\"\" == 'a' && b'x' == r'y'",
                "1e400 < 0x1F && 9999999999999999999 > -1"
            })
    void answers(String text) {
        ExpressionFuzz.fuzzerTestOneInput(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersAnyBytes() {
        var seed = Long.getLong("entente.seed", System.nanoTime());
        System.out.println("expression fuzz: -Dentente.seed=" + seed);
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            ExpressionFuzz.fuzzerTestOneInput(bytes);
        }
    }
}
