package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CpuTest {

    @Test
    void addsUserAndSystemTimeBehindANameWithBlanks() {
        var stat =
                "42 (postgres: a) b) S 1 42 42 0 -1 4194560 900 0 0 0 17 25 0 0 20 0 1 0 100 0 0";
        assertEquals(42, Cpu.ticks(stat));
    }

    @Test
    void aCountThatFellIsNoTimeGivenBack() {
        var since = new Cpu(10, 5, 1).since(new Cpu(4, 9, 1));
        assertEquals(new Cpu(6, 0, 0), since);
    }
}
