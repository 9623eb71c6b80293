package org.entente.engine.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.engine.job.Job.State;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.request.Arguments;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** Use cases: jobs of any kind are looked at, run, ended and taken back. */
public final class Jobs {

    private final JobAccess access;
    private final JobPorts ports;
    private final CursorCodec cursors;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /**
     * @param chores what else is done by jobs
     */
    public Jobs(JobDesk desk, CursorCodec cursors, List<Chore> chores) {
        this.access = desk.access();
        this.ports = desk.ports();
        this.cursors = cursors;
        kinds.put(ImportKind.NAME, new ImportKind(access, desk.commands(), ports));
        kinds.put(UndoKind.NAME, new UndoKind(access, desk.commands(), ports));
        kinds.put(ExportKind.NAME, new ExportKind(desk));
        for (var operation : MassDefinition.OPERATIONS) {
            kinds.put(MassDefinition.name(operation), new MassKind(desk, operation));
        }
        chores.forEach(chore -> kinds.put(chore.kind(), new ChoreKind(chore, ports)));
    }

    private Kind kind(Job job) {
        var name = Definition.of(job).kind();
        return Optional.ofNullable(kinds.get(name))
                .orElseThrow(() -> new IllegalStateException("a job of no kind: " + name));
    }

    /** Writes down what a member asks for, to be run. */
    public Outcome<UUID> create(Caller caller, @Nullable Object json) {
        var arguments = Arguments.of(json, "");
        var kind = arguments.requiredText("kind");
        var runAt = Moment.in(arguments);
        if (!kinds.containsKey(kind) && arguments.has("kind")) {
            arguments.problem(ProblemCode.NOT_SUPPORTED, "/kind", Map.of());
        }
        return arguments
                .outcome(() -> kind)
                .then(name -> defined(caller, name, json))
                .map(definition -> noted(caller, Definition.at(definition, runAt)));
    }

    private Outcome<Map<String, Object>> defined(
            Caller caller, String kind, @Nullable Object json) {
        return Optional.ofNullable(kinds.get(kind))
                .orElseThrow()
                .defined(caller, Moment.without(json));
    }

    private UUID noted(Caller caller, Map<String, @Nullable Object> asked) {
        var now = ports.now();
        var id = UuidCreator.getTimeOrderedEpoch();
        var job =
                new Job(
                        id,
                        State.WAITING,
                        Definition.of(asked, caller),
                        Progress.none().toJson(),
                        caller.user().id(),
                        now,
                        now);
        ports.store().save(caller.tenant(), job);
        return id;
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
                        by, request.state(), request.kinds(), before, request.limit() + 1);
        var found = ports.store().list(caller.tenant(), wanted);
        var shown = found.subList(0, Math.min(request.limit(), found.size()));
        var next =
                Optional.of(shown)
                        .filter(all -> all.size() < found.size())
                        .map(all -> cursors.writeId(all.getLast().id(), question));
        return Outcome.done(new Page(shown.stream().map(this::described).toList(), next));
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
        tree.putAll(Definition.of(job).shown());
        tree.put("state", job.state().word());
        var rows = new LinkedHashMap<String, Object>();
        rows.put("total", progress.total());
        rows.put("ok", progress.ok());
        rows.put("failed", progress.failed());
        tree.put("rows", rows);
        tree.put("rate", rate);
        tree.put("eta", running && rate > 0 ? (progress.total() - progress.done()) / rate : null);
        tree.put("problem", progress.problem().orElse(null));
        tree.put("attempts", progress.attempts());
        tree.put("by", job.by().toString());
        tree.put("created_at", job.createdAt().toString());
        tree.put("touched_at", job.touchedAt().toString());
        return tree;
    }

    /**
     * Gives a job to the runner, who goes on where it has come to. One that the runner has already
     * is brought to mind again.
     */
    public Outcome<Map<String, @Nullable Object>> begin(Caller caller, UUID id) {
        return access.own(caller, id)
                .then(job ->
                        job.state().canRun()
                                ? kind(job).ready(caller, job)
                                : JobAccess.refused("job_begun"))
                .then(total -> started(caller, id, total));
    }

    private Outcome<Map<String, @Nullable Object>> started(Caller caller, UUID id, long total) {
        return ports.store()
                .change(
                        caller.tenant(),
                        id,
                        found ->
                                found.state().isWanted() || !found.state().canRun()
                                        ? found
                                        : started(found, total))
                .map(job -> Outcome.done(described(job)))
                .orElseGet(() -> Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)));
    }

    private Job started(Job job, long total) {
        var now = ports.now();
        var progress = Progress.fromJson(job.progress()).started(total, now.toEpochMilli());
        var runAt = Definition.of(job).runAt();
        return runAt.isAfter(now)
                ? job.in(State.SCHEDULED, progress.waiting(runAt.toEpochMilli()).toJson(), now)
                : job.in(State.RUNNING, progress.toJson(), now);
    }

    /**
     * Works at the oldest job of a tenant's lane that is due, to its end. To be called by one at a
     * time.
     *
     * @return when to come again; empty when there is no job to work at
     */
    public Optional<Instant> work(Tenant tenant, Lane lane, Members members) {
        var wanted = wanted(tenant, lane);
        var now = ports.now();
        var due = wanted.stream().filter(job -> !retryAt(job).isAfter(now)).findFirst();
        if (due.isEmpty()) {
            return wanted.stream().map(Jobs::retryAt).min(Comparator.naturalOrder());
        }
        taken(tenant, due.get())
                .ifPresent(job -> new JobRun(tenant, job, ports, members).run(kind(job)));
        return wanted(tenant, lane).isEmpty() ? Optional.empty() : Optional.of(now);
    }

    private List<Job> wanted(Tenant tenant, Lane lane) {
        return Stream.of(State.RUNNING, State.SCHEDULED)
                .flatMap(state -> Chores.jobs(ports, tenant, state, Set.of()).stream())
                .filter(job -> kind(job).lane() == lane)
                .sorted(Comparator.comparing(Job::id, Comparator.comparing(UUID::toString)))
                .toList();
    }

    private static Instant retryAt(Job job) {
        return Instant.ofEpochMilli(Progress.fromJson(job.progress()).retryAt());
    }

    /** What was noted by an older node is written as this one would. */
    private Optional<Job> taken(Tenant tenant, Job job) {
        return ports.store()
                .change(tenant, job.id(), this::taken)
                .filter(found -> found.state() == State.RUNNING);
    }

    private Job taken(Job found) {
        var now = ports.now();
        var progress = Progress.fromJson(found.progress());
        return found.state().isWanted()
                ? found.in(State.RUNNING, progress.taken(now.toEpochMilli()).toJson(), now)
                : found;
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
        if (!kind(job).isUndoable()) {
            return JobAccess.refused("not_undoable");
        }
        if (job.state().isWanted()) {
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
                UndoKind.definition(undone, caller),
                Progress.none().toJson(),
                caller.user().id(),
                now,
                now);
    }

    /** The rows of a result as a file. */
    public Outcome<JobResult> results(Caller caller, UUID id, JobResult.Kind which) {
        return access.visible(caller, id)
                .then(job ->
                        Definition.of(job).isSwept()
                                ? JobAccess.refused("files_gone")
                                : kind(job).result(caller, job, which));
    }
}
