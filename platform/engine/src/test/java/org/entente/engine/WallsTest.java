package org.entente.engine;

import org.entente.testkit.Room;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("engine").maySee("spi", "metadata").check(70);
    }
}
