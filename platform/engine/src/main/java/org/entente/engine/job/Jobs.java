package org.entente.engine.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.engine.job.Job.State;
import org.entente.engine.model.Models;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.record.RecordCommands;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Use cases: jobs of any kind are looked at, run, ended and taken back. */
public final class Jobs {

    private final JobAccess access;
    private final JobPorts ports;
    private final CursorCodec cursors;
    private final Map<String, Kind> kinds;

    public Jobs(Models models, RecordCommands commands, CursorCodec cursors, JobPorts ports) {
        this.access = new JobAccess(models, ports);
        this.ports = ports;
        this.cursors = cursors;
        this.kinds =
                Map.of(
                        ImportKind.NAME, new ImportKind(access, commands, ports),
                        UndoKind.NAME, new UndoKind(access, commands, ports));
    }

    private Kind kind(Job job) {
        var name = Definition.of(job).kind();
        return Optional.ofNullable(kinds.get(name))
                .orElseThrow(() -> new IllegalStateException("a job of no kind: " + name));
    }

    /**
     * Some jobs, newest first.
     *
     * @param next where the next page begins; empty at the end
     */
    public record Page(List<Map<String, @Nullable Object>> jobs, Optional<String> next) {}

    /** The caller's jobs; everybody's for whoever keeps the tenant's users. */
    public Outcome<Page> list(Caller caller, JobsRequest request) {
        var question = caller.user().id() + "\u0000" + request.fingerprint();
        var before = request.cursor().flatMap(cursor -> cursors.readId(cursor, question));
        if (request.cursor().isPresent() && before.isEmpty()) {
            return Outcome.refused(Problem.of(ProblemCode.CURSOR_INVALID, "/cursor"));
        }
        var by = Optional.of(caller.user().id()).filter(user -> !access.seesAll(caller));
        var wanted =
                new JobStore.Wanted(
                        by,
                        request.state(),
                        request.kind(),
                        before,
                        access.silentSince(),
                        request.limit() + 1);
        var found = ports.store().list(caller.tenant(), wanted);
        var shown = found.subList(0, Math.min(request.limit(), found.size()));
        var next =
                Optional.of(shown)
                        .filter(all -> all.size() < found.size())
                        .map(all -> cursors.writeId(all.getLast().id(), question));
        return Outcome.done(
                new Page(shown.stream().map(access::awake).map(this::described).toList(), next));
    }

    /** A job as those see it who know of it. */
    public Outcome<Map<String, @Nullable Object>> get(Caller caller, UUID id) {
        return access.visible(caller, id).map(this::described);
    }

    private Map<String, @Nullable Object> described(Job job) {
        var progress = Progress.fromJson(job.progress());
        var running = job.state() == State.RUNNING;
        var end = running ? ports.now() : job.touchedAt();
        var rate = progress.rate(end.toEpochMilli());
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("id", job.id().toString());
        tree.putAll(Definition.of(job).tree());
        tree.put("state", job.state().word());
        var rows = new LinkedHashMap<String, Object>();
        rows.put("total", progress.total());
        rows.put("ok", progress.ok());
        rows.put("failed", progress.failed());
        tree.put("rows", rows);
        tree.put("rate", rate);
        tree.put("eta", running && rate > 0 ? (progress.total() - progress.done()) / rate : null);
        tree.put("problem", progress.problem().orElse(null));
        tree.put("by", job.by().toString());
        tree.put("created_at", job.createdAt().toString());
        tree.put("touched_at", job.touchedAt().toString());
        return tree;
    }

    /** Claims a job for a run, or for going on with it; what is answered has to be run. */
    public Outcome<Runnable> begin(Caller caller, UUID id, Supplier<Optional<Caller>> member) {
        return access.own(caller, id)
                .then(job ->
                        job.state().canRun()
                                ? kind(job).ready(caller, job)
                                : JobAccess.refused("job_begun"))
                .then(total -> claimed(caller, id, total))
                .map(job -> () -> run(caller, job, member));
    }

    private Outcome<Job> claimed(Caller caller, UUID id, long total) {
        var before = new ArrayList<State>();
        var job =
                ports.store()
                        .change(
                                caller.tenant(),
                                id,
                                found -> {
                                    before.clear();
                                    before.add(access.awake(found).state());
                                    return before.getFirst().canRun()
                                            ? started(found, total)
                                            : found;
                                });
        return job.isPresent() && before.getFirst().canRun()
                ? Outcome.done(job.get())
                : JobAccess.refused("job_begun");
    }

    private Job started(Job job, long total) {
        var now = ports.now();
        var progress = Progress.fromJson(job.progress()).started(total, now.toEpochMilli());
        return job.in(State.RUNNING, progress.toJson(), now);
    }

    private void run(Caller caller, Job job, Supplier<Optional<Caller>> member) {
        var ended = false;
        try {
            ended = ran(caller, job, member);
        } finally {
            if (!ended) {
                interrupt(caller, job);
            }
        }
    }

    private boolean ran(Caller caller, Job job, Supplier<Optional<Caller>> member) {
        if (!(kind(job).open(caller, job) instanceof Outcome.Done<Work>(var opened))) {
            return false;
        }
        try (var work = opened) {
            new JobRun(caller.tenant(), job, ports).run(member, work);
        }
        return true;
    }

    private void interrupt(Caller caller, Job job) {
        ports.store()
                .change(
                        caller.tenant(),
                        job.id(),
                        found ->
                                found.state() == State.RUNNING
                                        ? found.in(State.INTERRUPTED, found.progress(), ports.now())
                                        : found);
    }

    /** Ends a job after the portion at which it is. */
    public Outcome<Map<String, @Nullable Object>> cancel(Caller caller, UUID id) {
        return access.visible(caller, id)
                .then(job -> {
                    ports.store()
                            .change(
                                    caller.tenant(),
                                    id,
                                    found ->
                                            found.state() == State.DONE
                                                    ? found
                                                    : found.in(
                                                            State.CANCELLED,
                                                            found.progress(),
                                                            ports.now()));
                    return get(caller, id);
                });
    }

    /**
     * The job that takes another one back, made if there is none yet; it still has to be run.
     * Refused for a job that is running, that wrote nothing, or whose kind writes nothing.
     */
    public Outcome<UUID> undo(Caller caller, UUID id) {
        return access.visible(caller, id)
                .then(job -> undoable(caller, job))
                .then(job -> {
                    var undo = promised(caller, job);
                    if (ports.store().find(caller.tenant(), undo).isEmpty()) {
                        ports.store().save(caller.tenant(), undoing(caller, job, undo));
                    }
                    return Outcome.done(undo);
                });
    }

    private Outcome<Job> undoable(Caller caller, Job job) {
        if (!UndoKind.undoes(Definition.of(job).kind())) {
            return JobAccess.refused("not_undoable");
        }
        if (job.state() == State.RUNNING) {
            return JobAccess.refused("job_running");
        }
        return ports.changes().count(caller.tenant(), job.id()) == 0
                ? JobAccess.refused("nothing_to_undo")
                : Outcome.done(job);
    }

    /** Noted before it is made, so that a job is never taken back by two. */
    private UUID promised(Caller caller, Job job) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return ports.store()
                .change(
                        caller.tenant(),
                        job.id(),
                        found ->
                                Definition.of(found).undoneBy().isPresent()
                                        ? found
                                        : found.defined(Definition.of(found).undoneBy(id)))
                .flatMap(found -> Definition.of(found).undoneBy())
                .orElse(id);
    }

    private Job undoing(Caller caller, Job undone, UUID id) {
        var now = ports.now();
        return new Job(
                id,
                State.WAITING,
                UndoKind.definition(undone),
                Progress.none().toJson(),
                caller.user().id(),
                now,
                now);
    }

    /** The rows of a result as a file. */
    public Outcome<JobResult> results(Caller caller, UUID id, JobResult.Kind which) {
        return access.visible(caller, id).then(job -> kind(job).result(caller, job, which));
    }
}
