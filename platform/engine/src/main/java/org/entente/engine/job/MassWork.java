package org.entente.engine.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands.Manner;
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
        var records = page.data().stream().filter(one -> !isMet(one, before)).toList();
        var after = new AtomicReference<>(before);
        return desk.commands()
                .portion(
                        caller,
                        definition.walk().entity(),
                        records.stream().map(definition::of).toList(),
                        new Manner(definition.stop(), Ending.COMMIT, Optional.of(job.id())),
                        (transaction, results) -> {
                            var lines = lines(caller, records, results, before);
                            var next =
                                    come(page, records.subList(0, results.size()), lines, before);
                            files.append(transaction, new ResultFiles.Noted(before, next), lines);
                            after.set(next);
                        })
                .map(results -> {
                    var next = requireNonNull(after.get());
                    return stopped(before, next) ? new Step.Stopped(next) : new Step.On(next);
                });
    }

    private static boolean isMet(RecordView record, Progress progress) {
        return progress.met().contains(record.id().toString());
    }

    private boolean stopped(Progress before, Progress next) {
        return definition.stop() && next.failed() > before.failed();
    }

    private ResultFiles.Lines lines(
            Caller caller,
            List<RecordView> records,
            List<Outcome<Written>> results,
            Progress before) {
        var lines = files.after(before, ROWS);
        for (var i = 0; i < results.size(); i++) {
            var row = row(records.get(i));
            switch (results.get(i)) {
                case Outcome.Done<Written>(var written) -> lines.ok(ROWS.ok(row, written.id()));
                case Outcome.Refused<Written>(var problems) ->
                        lines.failed(
                                ROWS.failed(
                                        row, problems, files.reasons(problems, caller.language())));
            }
        }
        return lines;
    }

    /**
     * Past the page; where a stop came among its records, still before it and knowing which of them
     * are done. What is done and no longer of the filter need not be known: it is in no page.
     */
    private Progress come(
            RecordPage page, List<RecordView> done, ResultFiles.Lines lines, Progress before) {
        var next = ResultFiles.with(before, lines);
        if (!stopped(before, next)) {
            return Walk.past(next, page);
        }
        var known = page.data().stream().filter(one -> isMet(one, before));
        return next.having(
                Stream.concat(known, done.stream()).map(one -> one.id().toString()).toList());
    }

    private static Row row(RecordView record) {
        return new Row(0, List.of(record.entity(), record.id().toString()));
    }

    @Override
    public void close() {
        // nothing stays open between two portions
    }
}
