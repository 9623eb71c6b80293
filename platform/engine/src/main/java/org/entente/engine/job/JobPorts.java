package org.entente.engine.job;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The ports that jobs need. */
public record JobPorts(
        JobStore store, JobFiles files, JobChanges changes, Wording wording, Clock clock) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
