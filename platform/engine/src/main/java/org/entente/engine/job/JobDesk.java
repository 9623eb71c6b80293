package org.entente.engine.job;

import org.entente.engine.model.Models;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.RecordCommands;

/** What jobs work with. */
public record JobDesk(
        Models models, RecordQueries queries, RecordCommands commands, JobPorts ports) {

    JobAccess access() {
        return new JobAccess(models, ports);
    }
}
