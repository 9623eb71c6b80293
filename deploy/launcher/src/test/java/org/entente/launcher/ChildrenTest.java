package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChildrenTest {
    private final Children children =
            new Children(
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

    @Test
    void theEndTakesHelpersAndTheirChildrenAlong() throws IOException {
        var helper = children.helper(new ProcessBuilder("/bin/sh", "-c", "sleep 60; true"));
        assertTrue(
                Pause.until(
                        java.time.Duration.ofSeconds(10),
                        () -> helper.descendants().findAny().isPresent()));
        var grandchild = helper.descendants().findAny().orElseThrow();

        children.end();

        assertTrue(
                Pause.until(
                        java.time.Duration.ofSeconds(10),
                        () -> !helper.isAlive() && !grandchild.isAlive()));
    }

    @Test
    void nothingStartsAfterTheEnd() {
        assertFalse(children.ending());
        children.end();

        assertTrue(children.ending());
        assertThrows(LaunchFailure.class, () -> children.helper(new ProcessBuilder("true")));
    }

    @Test
    void workWaitsForWhatItNeeds() {
        var done = new AtomicInteger();
        var together = new Together();
        var first =
                together.after(
                        List.of(),
                        () -> {
                            Pause.step();
                            done.compareAndSet(0, 1);
                        });
        together.after(List.of(first), () -> done.compareAndSet(1, 2));

        together.join();

        assertEquals(2, done.get());
    }

    @Test
    void theFirstFailureIsReportedAtOnce() {
        var together = new Together();
        var failed =
                together.after(
                        List.of(),
                        () -> {
                            throw new LaunchFailure("no room");
                        });
        together.after(
                List.of(failed),
                () -> {
                    throw new LaunchFailure("never begun");
                });
        together.after(
                List.of(), () -> Pause.until(java.time.Duration.ofSeconds(30), children::ending));

        assertEquals("no room", assertThrows(LaunchFailure.class, together::join).getMessage());
    }
}
