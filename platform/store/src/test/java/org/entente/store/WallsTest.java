package org.entente.store;

import org.entente.testkit.Room;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("store").maySee("spi", "metadata", "engine").check(25);
    }
}
