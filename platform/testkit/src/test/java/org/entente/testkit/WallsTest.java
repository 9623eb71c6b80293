package org.entente.testkit;

import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("testkit").maySee("spi").check(2);
    }
}
