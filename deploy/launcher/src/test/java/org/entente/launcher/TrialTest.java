package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void namesTheTestsOfTrials() {
        var words = new Trial.Choice(List.of("feed", "mass-update"), false, Demo.NONE).words();
        assertEquals("-Dit.test=FeedTrialIT,MassUpdateTrialIT", words.getLast());
    }

    @Test
    void namesNoTestWhenAllAreWanted() {
        var words = new Trial.Choice(List.of(), false, Demo.NONE).words();
        assertTrue(words.stream().noneMatch(word -> word.startsWith("-Dit.test")));
    }

    @Test
    void refusesWhatIsNoName() {
        assertThrows(
                LaunchFailure.class, () -> new Trial.Choice(List.of("Feed,*IT"), false, Demo.NONE));
    }
}
