package org.entente.server.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.entente.server.gate.Hosts.Verdict;
import org.junit.jupiter.api.Test;

class HostsTest {

    private final Hosts local = new Hosts(URI.create("http://localhost:9080"));
    private final Hosts wide = new Hosts(URI.create("https://crm.example"));

    @Test
    void ourOwnNameIsOurs() {
        assertEquals(Verdict.OURS, local.judge("localhost:9080"));
        assertEquals(Verdict.OURS, local.judge("LOCALHOST:9080"));
        assertEquals(Verdict.OURS, wide.judge("crm.example"));
    }

    @Test
    void anotherNameOfThisMachineIsAnAlias() {
        assertEquals(Verdict.ALIAS, local.judge("127.0.0.1:9080"));
        assertEquals(Verdict.ALIAS, local.judge("[::1]:9080"));
    }

    @Test
    void everythingElseIsForeign() {
        assertEquals(Verdict.FOREIGN, local.judge("evil.example:9080"));
        assertEquals(Verdict.FOREIGN, local.judge("localhost:9081"));
        assertEquals(Verdict.FOREIGN, local.judge("localhost"));
        assertEquals(Verdict.FOREIGN, local.judge(null));
        assertEquals(Verdict.FOREIGN, wide.judge("localhost"));
        assertEquals(Verdict.FOREIGN, wide.judge("crm.example.evil.example"));
    }
}
