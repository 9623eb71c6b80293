package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesOptionsBeforeAndAfterTheOperands() {
        var arguments =
                Arguments.parse(List.of("--house", "test", "token", "ada", "--tenant=horizon"));

        assertEquals("token", arguments.command());
        assertEquals(List.of("ada"), arguments.operands());
        assertEquals(Optional.of("test"), arguments.option("house"));
        assertEquals(Optional.of("horizon"), arguments.option("tenant"));
    }

    @Test
    void aFlagTakesNoValue() {
        var arguments = Arguments.parse(List.of("up", "--attach", "--port", "9500"));

        assertTrue(arguments.has("attach"));
        assertFalse(arguments.has("bare"));
        assertEquals(Optional.of("9500"), arguments.option("port"));
        assertThrows(LaunchFailure.class, () -> Arguments.parse(List.of("up", "--attach=yes")));
    }

    @Test
    void refusesAnUnknownOptionAndAMissingValue() {
        assertThrows(LaunchFailure.class, () -> Arguments.parse(List.of("up", "--prot", "9500")));
        assertThrows(LaunchFailure.class, () -> Arguments.parse(List.of("up", "--port")));
    }

    @Test
    void helpsWhenNothingIsAskedFor() {
        assertEquals("help", Arguments.parse(List.of()).command());
        assertEquals("help", Arguments.parse(List.of("up", "--help")).command());
    }
}
