package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void whatTheJdkDoesItDoesForItsCaller() {
        assertEquals(
                Cause.SQL,
                Cause.of(
                        List.of(
                                "java.util.HashMap",
                                "org.jooq.impl.DefaultRenderContext",
                                "org.entente.store.records.Trip")));
    }

    @Test
    void theGateIsNoPartOfTheRestOfTheServer() {
        assertEquals(Cause.IDENTITY, Cause.of(List.of("org.entente.server.gate.Askers")));
        assertEquals(Cause.SERVER, Cause.of(List.of("org.entente.server.rest.DataResource")));
    }

    @Test
    void aThreadOfTheMachineItselfHasNoCause() {
        assertEquals(Cause.REST_OF_ALL, Cause.of(List.of("java.lang.Thread")));
    }
}
