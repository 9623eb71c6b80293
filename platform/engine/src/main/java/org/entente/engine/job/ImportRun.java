package org.entente.engine.job;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.entente.engine.job.Job.State;
import org.entente.engine.job.JobFiles.Name;
import org.entente.engine.job.Portions.Fate;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/**
 * One run of an import. Each portion is written together with the mark of how far the import has
 * come, and with the lengths that the files of results have then; so a run that is cut off anywhere
 * is taken up exactly there, and no row is written twice.
 */
final class ImportRun {

    static final String OK = "ok";
    static final String FAILED = "failed";

    private final Tenant tenant;
    private final Job job;
    private final JobStore store;
    private final JobFiles files;
    private final Portions portions;
    private final ResultRows results;
    private final Wording wording;
    private final Clock clock;

    /** What a run works with. */
    record Ports(JobStore store, JobFiles files, Wording wording, Clock clock) {}

    ImportRun(Tenant tenant, Job job, Ports ports, Portions portions, ResultRows results) {
        this.tenant = tenant;
        this.job = job;
        this.store = ports.store();
        this.files = ports.files();
        this.wording = ports.wording();
        this.clock = ports.clock();
        this.portions = portions;
        this.results = results;
    }

    /** Runs to the end, or as long as the job is wanted and its member is a member. */
    void run(Supplier<Optional<Caller>> member, CsvRows rows) {
        var progress = Progress.fromJson(job.progress());
        skip(rows, progress.done());
        while (true) {
            var caller = member.get();
            if (caller.isEmpty() || !isWanted()) {
                end(caller.isEmpty() ? State.INTERRUPTED : State.CANCELLED, progress);
                return;
            }
            var portion = Portions.next(rows, portions.size());
            if (portion.isEmpty()) {
                end(State.DONE, progress);
                return;
            }
            switch (write(caller.get(), portion, progress)) {
                case Outcome.Done<Progress>(var next) -> {
                    if (next.done() < progress.done() + portion.size()
                            || (next.failed() > progress.failed() && stopping())) {
                        end(State.STOPPED, next);
                        return;
                    }
                    progress = next;
                }
                case Outcome.Refused<Progress>(var problems) -> {
                    var why = wording.of(problems.getFirst(), caller.get().language());
                    end(State.INTERRUPTED, progress.broken(why));
                    return;
                }
            }
        }
    }

    private boolean stopping() {
        return "stop".equals(JobText.read(job.definition()).get("on_error"));
    }

    private static void skip(CsvRows rows, long done) {
        for (var i = 0L; i < done; i++) {
            if (rows.next() == null) {
                return;
            }
        }
    }

    private boolean isWanted() {
        return store.find(tenant, job.id()).filter(j -> j.state() == State.RUNNING).isPresent();
    }

    private void end(State state, Progress progress) {
        store.change(
                tenant,
                job.id(),
                found ->
                        found.in(
                                found.state() == State.RUNNING ? state : found.state(),
                                progress.toJson(),
                                clock.instant()));
    }

    private Outcome<Progress> write(Caller caller, List<CsvRows.Row> rows, Progress before) {
        var after = new AtomicReference<>(before);
        return portions.write(
                        caller,
                        rows,
                        Ending.COMMIT,
                        (transaction, fates) ->
                                after.set(noted(transaction, fates, before, caller)))
                .map(fates -> after.get());
    }

    private Progress noted(
            TenantTransaction transaction, List<Fate> fates, Progress before, Caller caller) {
        var ok = new ByteArrayOutputStream();
        var failed = new ByteArrayOutputStream();
        if (before.okBytes() == 0) {
            ok.writeBytes(results.okHeader());
            failed.writeBytes(results.failedHeader());
        }
        var taken = 0L;
        for (var fate : fates) {
            switch (fate.outcome()) {
                case Outcome.Done<Written>(var written) -> {
                    taken++;
                    ok.writeBytes(results.ok(fate.row(), written.id()));
                }
                case Outcome.Refused<Written>(var problems) ->
                        failed.writeBytes(
                                results.failed(fate.row(), problems, reasons(problems, caller)));
            }
        }
        var next =
                before.plus(
                        fates.size(),
                        taken,
                        files.append(name(OK), before.okBytes(), ok.toByteArray()),
                        files.append(name(FAILED), before.failedBytes(), failed.toByteArray()));
        transaction.mark(job.id(), next.toJson());
        return next;
    }

    private Name name(String file) {
        return new Name(tenant, job.id(), file);
    }

    private List<String> reasons(List<Problem> problems, Caller caller) {
        return problems.stream().map(problem -> reason(problem, caller)).toList();
    }

    private String reason(Problem problem, Caller caller) {
        var columns = portions.columns(problem);
        var text = wording.of(problem, caller.language());
        return columns.isEmpty() ? text : columns + ": " + text;
    }
}
