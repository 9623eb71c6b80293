package org.entente.engine.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands.Manner;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** Does the same to all records of a filter, a page in each transaction. */
final class MassWork implements Work {

    /** Small enough to end well within the time that a transaction has, whatever points at them. */
    static final int PORTION = 200;

    static final ResultRows ROWS = new CsvResultRows(Dialect.usual(), List.of("entity", "id"));

    private final Job job;
    private final MassDefinition definition;
    private final JobDesk desk;
    private final ResultFiles files;

    MassWork(Job job, MassDefinition definition, JobDesk desk, ResultFiles files) {
        this.job = job;
        this.definition = definition;
        this.desk = desk;
        this.files = files;
    }

    @Override
    public Outcome<Step> next(Caller caller, Progress before) {
        if (Walk.isOver(before)) {
            return Outcome.done(new Step.Over());
        }
        return definition
                .walk()
                .page(desk.queries(), caller, before, PORTION)
                .then(page ->
                        page.data().isEmpty()
                                ? Outcome.done(new Step.Over())
                                : written(caller, page, before));
    }

    private Outcome<Step> written(Caller caller, RecordPage page, Progress before) {
        var after = new AtomicReference<>(before);
        return desk.commands()
                .portion(
                        caller,
                        definition.walk().entity(),
                        page.data().stream().map(definition::of).toList(),
                        new Manner(definition.stop(), Ending.COMMIT, Optional.of(job.id())),
                        (transaction, results) ->
                                after.set(noted(caller, transaction, page, results, before)))
                .map(results -> {
                    var next = requireNonNull(after.get());
                    return definition.stop() && next.failed() > before.failed()
                            ? new Step.Stopped(next)
                            : new Step.On(next);
                });
    }

    /** Whoever goes on after a stop meets the records of that page again. */
    private Progress noted(
            Caller caller,
            TenantTransaction transaction,
            RecordPage page,
            List<Outcome<Written>> results,
            Progress before) {
        var lines = files.after(before, ROWS);
        var refused = false;
        for (var i = 0; i < results.size(); i++) {
            var row = row(page.data().get(i));
            switch (results.get(i)) {
                case Outcome.Done<Written>(var written) -> lines.ok(ROWS.ok(row, written.id()));
                case Outcome.Refused<Written>(var problems) -> {
                    refused = true;
                    lines.failed(
                            ROWS.failed(row, problems, files.reasons(problems, caller.language())));
                }
            }
        }
        var come = ResultFiles.with(before, lines);
        var next = refused && definition.stop() ? come : Walk.past(come, page);
        files.append(transaction, new ResultFiles.Noted(before, next), lines);
        return next;
    }

    private static Row row(RecordView record) {
        return new Row(0, List.of(record.entity(), record.id().toString()));
    }

    @Override
    public void close() {
        // nothing stays open between two portions
    }
}
