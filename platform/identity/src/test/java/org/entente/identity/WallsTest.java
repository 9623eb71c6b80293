package org.entente.identity;

import org.entente.testkit.Room;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("identity").maySee("spi", "metadata", "engine").check(2);
    }
}
