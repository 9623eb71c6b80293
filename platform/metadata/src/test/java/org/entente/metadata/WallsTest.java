package org.entente.metadata;

import org.entente.testkit.Room;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("metadata").maySee("spi").check(60);
    }
}
