package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    @Test
    void namesTheTestsOfTrials() {
        var words =
                new Trial.Choice(List.of("feed", "mass-update"), Map.of(), false, Demo.NONE)
                        .words();
        assertEquals("-Dit.test=FeedTrialIT,MassUpdateTrialIT", words.getLast());
    }

    @Test
    void namesNoTestWhenAllAreWanted() {
        var words = new Trial.Choice(List.of(), Map.of(), false, Demo.NONE).words();
        assertTrue(words.stream().noneMatch(word -> word.startsWith("-Dit.test")));
    }

    @Test
    void needsNoHouseForTheTrialsOfARoom() {
        var choice = new Trial.Choice(List.of("expressions", "fuzz"), Map.of(), false, Demo.NONE);
        assertEquals(List.of("expressions", "fuzz"), choice.inRooms());
        assertFalse(choice.onHouse());
        var both = new Trial.Choice(List.of("feed", "fuzz"), Map.of(), false, Demo.NONE);
        assertEquals("-Dit.test=FeedTrialIT", both.words().getLast());
        assertTrue(both.onHouse());
        assertTrue(new Trial.Choice(List.of(), Map.of(), false, Demo.NONE).onHouse());
    }

    @Test
    void refusesWhatIsNoName() {
        assertThrows(
                LaunchFailure.class,
                () -> new Trial.Choice(List.of("Feed,*IT"), Map.of(), false, Demo.NONE));
    }

    @Test
    void knowsThemByTheirFiles(@TempDir Path root) throws IOException {
        var folder = root.resolve("platform/server/src/test/java/x");
        Files.createDirectories(folder);
        for (var name : List.of("KillTrialIT", "MassUpdateTrialIT", "RecordsIT", "Trials")) {
            Files.writeString(folder.resolve(name + ".java"), "");
        }
        assertEquals(List.of("kill", "mass-update"), Trial.known(root));
    }

    @Test
    void makesThemShorter() {
        var sizes = Map.of("rounds", "2");
        var words = new Trial.Choice(List.of("kill"), sizes, false, Demo.NONE).words();
        assertTrue(words.contains("-Dentente.trial.rounds=2"), words::toString);
        assertThrows(
                LaunchFailure.class,
                () -> new Trial.Choice(List.of(), Map.of("rows", "many"), false, Demo.NONE));
    }
}
