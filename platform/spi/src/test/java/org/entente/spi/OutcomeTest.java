package org.entente.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Problem problem = Problem.of(ProblemCode.REQUIRED, "/values/name");

    @Test
    void aRefusalPassesThroughEveryStep() {
        Outcome<Integer> refused = Outcome.refused(problem);
        assertEquals(
                Outcome.refused(problem), refused.map(n -> n + 1).then(n -> Outcome.done("x" + n)));
    }

    @Test
    void aDoneValueIsTranslated() {
        assertEquals(Outcome.done("2"), Outcome.done(1).map(n -> n + 1).map(String::valueOf));
    }

    @Test
    void aRefusalNamesAtLeastOneProblem() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.refused(List.of()));
    }

    @Test
    void aProblemCanBePlacedDeeper() {
        assertEquals("/operations/3/values/name", problem.under("/operations/3").at());
    }

    @Test
    void aProblemKeepsItsOwnFacts() {
        var facts = new java.util.HashMap<String, Object>(Map.of("max", 3));
        var told = Problem.of(ProblemCode.TOO_LONG, "/values/name", facts);
        facts.put("max", 4);
        assertEquals(Map.of("max", 3), told.details());
    }
}
