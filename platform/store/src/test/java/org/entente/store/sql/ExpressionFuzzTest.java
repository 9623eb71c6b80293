package org.entente.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing begins with and what it has found, tried again without a fuzzer. */
class ExpressionFuzzTest {

    private static final int ROUNDS = 1_500;

    private static List<String> seeds() {
        return ExpressionFuzz.SEEDS;
    }

    @ParameterizedTest
    @MethodSource("seeds")
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
