package org.entente.server;

import org.entente.testkit.Room;
import org.junit.jupiter.api.Test;

class WallsTest {

    @Test
    void seesOnlyTheRoomsItMay() {
        Room.named("server")
                .maySee("spi", "metadata", "engine", "store", "identity", "host")
                .check(20);
    }
}
