package org.entente.engine.record;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void aQuotedNumberIsOneVersion() {
        var three = done(IfMatch.parse(Optional.of("\"3\"")));
        assertTrue(three.matches(3));
        assertFalse(three.matches(4));
    }

    @Test
    void aStarIsWhateverThereIs() {
        assertTrue(done(IfMatch.parse(Optional.of("*"))).matches(17));
    }

    @Test
    void nothingIsAskedFor() {
        assertEquals(
                ProblemCode.PRECONDITION_REQUIRED, problem(IfMatch.parse(Optional.empty())).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "\"x\"",
                "W/\"3\"",
                "\"3\", \"4\"",
                "\"-1\"",
                "\"9999999999999999999\""
            })
    void everythingElseIsMalformed(String text) {
        assertEquals(ProblemCode.MALFORMED, problem(IfMatch.parse(Optional.of(text))).code());
    }
}
