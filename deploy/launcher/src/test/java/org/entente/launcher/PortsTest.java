package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void areThreeNeighbours() {
        assertEquals(new Ports(9080, 9081, 9082), Ports.parse("9080"));
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThrows(LaunchFailure.class, () -> Ports.parse("http"));
        assertThrows(LaunchFailure.class, () -> Ports.parse("80"));
        assertThrows(LaunchFailure.class, () -> Ports.parse("65534"));
    }

    @Test
    void aTakenPortNamesItsHolder() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(PortHolder.free(socket.getLocalPort()));
            // Only Linux tells; there it must be this very process.
            PortHolder.describe(socket.getLocalPort())
                    .ifPresent(holder ->
                            assertTrue(
                                    holder.startsWith(
                                            "process " + ProcessHandle.current().pid() + " "),
                                    holder));
        }
    }

    @Test
    void aFreePortHasNoHolder() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertTrue(PortHolder.free(port));
        assertTrue(PortHolder.describe(port).isEmpty());
    }

    @Test
    void onlyListenersOnExactlyThisPortCount() {
        var table =
                List.of(
                        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                        "   0: 0100007F:2378 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1",
                        "   1: 0100007F:2378 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 222 1",
                        "   2: 0100007F:2379 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1");

        assertEquals(Set.of("socket:[111]"), PortHolder.listeners(table, 9080));
    }
}
