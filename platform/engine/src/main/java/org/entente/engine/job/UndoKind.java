package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.entente.engine.record.RecordCommands;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Undoing: what another job has written is taken back, the latest first. */
final class UndoKind implements Kind {

    static final String NAME = "undo";
    private static final String OF = "of";
    private static final String ENTITY = "entity";

    private final JobAccess access;
    private final RecordCommands commands;
    private final JobPorts ports;

    UndoKind(JobAccess access, RecordCommands commands, JobPorts ports) {
        this.access = access;
        this.commands = commands;
        this.ports = ports;
    }

    static String definition(Job undone, Caller caller) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("kind", NAME);
        tree.put(ENTITY, Definition.of(undone).tree().get(ENTITY));
        tree.put(OF, undone.id().toString());
        return Definition.of(tree, caller);
    }

    private static UUID undone(Job job) {
        return UUID.fromString(String.valueOf(Definition.of(job).tree().get(OF)));
    }

    @Override
    public Outcome<Long> ready(Caller caller, Job job) {
        return Outcome.done(ports.changes().count(caller.tenant(), undone(job)));
    }

    @Override
    public Outcome<Work> open(Caller caller, Job job) {
        return Outcome.done(
                new UndoWork(
                        job,
                        undone(job),
                        new UndoWork.Desk(access, commands, ports),
                        new ResultFiles(ports, caller.tenant(), job.id())));
    }

    /** What is left is not yet written anywhere as rows. */
    @Override
    public Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which) {
        var progress = Progress.fromJson(job.progress());
        var files = new ResultFiles(ports, caller.tenant(), job.id());
        return Outcome.done(
                switch (which) {
                    case OK -> files.ok(progress);
                    case FAILED -> files.failed(progress);
                    case UNPROCESSED -> out -> out.write(UndoWork.ROWS.header());
                });
    }
}
