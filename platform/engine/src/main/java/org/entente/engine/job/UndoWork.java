package org.entente.engine.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.engine.job.JobChanges.JobChange;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.record.Change;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Manner;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.metadata.model.Entity;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Takes the writes of a job back, the latest first; each portion is of one entity. */
final class UndoWork implements Work {

    /** Each of these looks for what points at it. */
    static final int PORTION = 200;

    static final ResultRows ROWS =
            new CsvResultRows(Dialect.usual(), List.of("entity", "id", "change"));

    private final Job job;
    private final UUID undone;
    private final Desk desk;
    private final ResultFiles files;

    UndoWork(Job job, UUID undone, Desk desk, ResultFiles files) {
        this.job = job;
        this.undone = undone;
        this.desk = desk;
        this.files = files;
    }

    /** What it works with. */
    record Desk(JobAccess access, RecordCommands commands, JobPorts ports) {}

    @Override
    public Outcome<Step> next(Caller caller, Progress before) {
        var model = desk.access().asked(caller).model();
        var changes =
                desk.ports()
                        .changes()
                        .before(caller.tenant(), model, undone, before.place(), PORTION);
        if (changes.isEmpty()) {
            return Outcome.done(new Step.Over());
        }
        var first = changes.getFirst().change();
        return first.isPresent()
                ? undo(caller, first.get().entity(), stretch(changes, first.get()), before)
                : Outcome.done(new Step.On(passedOver(caller, changes.getFirst(), before)));
    }

    private static List<JobChange> stretch(List<JobChange> changes, Change first) {
        return changes.stream()
                .takeWhile(
                        c -> c.change().filter(o -> o.entity().equals(first.entity())).isPresent())
                .toList();
    }

    private Outcome<Step> undo(
            Caller caller, Entity entity, List<JobChange> changes, Progress before) {
        var after = new AtomicReference<>(before);
        var operations =
                changes.stream()
                        .flatMap(c -> c.change().stream())
                        .<RecordOperation>map(RecordOperation.Revert::new)
                        .toList();
        return desk.commands()
                .portion(
                        caller,
                        entity.name(),
                        operations,
                        new Manner(false, Ending.COMMIT, Optional.of(job.id())),
                        (transaction, results) ->
                                after.set(noted(caller, transaction, changes, results, before)))
                .map(results -> new Step.On(requireNonNull(after.get())));
    }

    private Progress noted(
            Caller caller,
            TenantTransaction transaction,
            List<JobChange> changes,
            List<Outcome<Written>> results,
            Progress before) {
        var lines = files.after(before, ROWS);
        for (var i = 0; i < changes.size(); i++) {
            var row = row(changes.get(i));
            switch (results.get(i)) {
                case Outcome.Done<Written>(var written) -> lines.ok(ROWS.ok(row, written.id()));
                case Outcome.Refused<Written>(var problems) ->
                        lines.failed(failed(caller, row, problems));
            }
        }
        var next = ResultFiles.with(before, lines).at(changes.getLast().place());
        files.append(transaction, new ResultFiles.Noted(before, next), lines);
        return next;
    }

    /** What the model has no place for cannot be put back. */
    private Progress passedOver(Caller caller, JobChange change, Progress before) {
        var lines = files.after(before, ROWS);
        lines.failed(
                failed(caller, row(change), List.of(Problem.of(ProblemCode.CHANGE_NOT_SUPPORTED))));
        var next = ResultFiles.with(before, lines).at(change.place());
        desk.ports()
                .store()
                .change(
                        caller.tenant(),
                        job.id(),
                        found -> found.in(found.state(), next.toJson(), desk.ports().now()));
        files.append(before, lines);
        return next;
    }

    private byte[] failed(Caller caller, Row row, List<Problem> problems) {
        return ROWS.failed(row, problems, files.reasons(problems, caller.language()));
    }

    private static Row row(JobChange change) {
        var entity = change.change().map(c -> c.entity().name()).orElse("");
        var operation = change.change().map(c -> c.operation().name()).orElse("");
        return new Row(
                0,
                List.of(
                        entity,
                        change.record().toString(),
                        operation.toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public void close() {
        // nothing stays open between two portions
    }
}
