package org.entente.engine.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.engine.job.Portions.Fate;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/** Rows of a file become records. */
final class ImportWork implements Work {

    private final TableRows rows;
    private final Portions portions;
    private final ResultRows results;
    private final ResultFiles files;
    private final JobPorts ports;

    ImportWork(Job job, TableRows rows, Portions portions, ResultRows results, Desk desk) {
        this.rows = rows;
        this.portions = portions;
        this.results = results;
        this.files = desk.files();
        this.ports = desk.ports();
        skip(rows, Progress.fromJson(job.progress()).done());
    }

    /** Where results go, and the ports. */
    record Desk(ResultFiles files, JobPorts ports) {}

    private static void skip(TableRows rows, long done) {
        for (var i = 0L; i < done; i++) {
            if (rows.next() == null) {
                return;
            }
        }
    }

    @Override
    public Outcome<Step> next(Caller caller, Progress before) {
        var portion = Portions.next(rows, portions.size());
        if (portion.isEmpty()) {
            return Outcome.done(new Step.Over());
        }
        var after = new AtomicReference<>(before);
        return portions.write(
                        caller,
                        portion,
                        Ending.COMMIT,
                        (transaction, fates) ->
                                after.set(noted(transaction, fates, before, caller)))
                .map(fates -> step(before, requireNonNull(after.get()), portion.size()));
    }

    private Step step(Progress before, Progress after, int size) {
        var cut = after.done() < before.done() + size;
        return cut || (portions.stops() && after.failed() > before.failed())
                ? new Step.Stopped(after)
                : new Step.On(after);
    }

    private Progress noted(
            TenantTransaction transaction, List<Fate> fates, Progress before, Caller caller) {
        var lines = files.after(before, results);
        for (var fate : fates) {
            switch (fate.outcome()) {
                case Outcome.Done<Written>(var written) ->
                        lines.ok(results.ok(fate.row(), written.id()));
                case Outcome.Refused<Written>(var problems) ->
                        lines.failed(
                                results.failed(
                                        fate.row(),
                                        problems,
                                        problems.stream().map(p -> reason(p, caller)).toList()));
            }
        }
        var next = ResultFiles.with(before, lines);
        files.append(transaction, new ResultFiles.Noted(before, next), lines);
        return next;
    }

    private String reason(Problem problem, Caller caller) {
        var columns = portions.columns(problem);
        var text = ports.wording().of(problem, caller.language());
        return columns.isEmpty() ? text : columns + ": " + text;
    }

    @Override
    public void close() {
        rows.close();
    }
}
