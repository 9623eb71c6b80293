package org.entente.engine.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.engine.job.ImportRun.Ports;
import org.entente.engine.job.Job.State;
import org.entente.engine.job.JobFiles.Name;
import org.entente.engine.model.Models;
import org.entente.engine.query.Asked;
import org.entente.engine.record.RecordCommands;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Use cases: a file becomes records. A job is known to nobody but the member who made it. */
public final class Imports {

    /** A run that was silent for so long has ended with its node. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final long LARGEST_PART = 512L << 20;

    private final Models models;
    private final RecordCommands commands;
    private final JobStore store;
    private final JobFiles files;
    private final Wording wording;
    private final Clock clock;

    public Imports(Models models, RecordCommands commands, Ports ports) {
        this.models = models;
        this.commands = commands;
        this.store = ports.store();
        this.files = ports.files();
        this.wording = ports.wording();
        this.clock = ports.clock();
    }

    /** The ports of imports. */
    public static Ports ports(JobStore store, JobFiles files, Wording wording, Clock clock) {
        return new Ports(store, files, wording, clock);
    }

    private Asked asked(Caller caller) {
        return Asked.of(caller, models.of(caller.tenant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What a file looks like by its first bytes, and where its columns could go. */
    public Outcome<Map<String, Object>> sniff(
            Caller caller, String entity, byte[] head, boolean whole) {
        var asked = asked(caller);
        return asked.rights()
                .entity(entity, org.entente.metadata.model.Role.Operation.READ)
                .map(found -> new FileSniff(asked, found).of(head, whole));
    }

    /** Writes a job down. */
    public Outcome<UUID> create(Caller caller, @Nullable Object json) {
        return ImportDefinition.fromJson(json, asked(caller))
                .map(definition -> {
                    var now = now();
                    var id = UuidCreator.getTimeOrderedEpoch();
                    store.save(
                            caller.tenant(),
                            new Job(
                                    id,
                                    State.WAITING,
                                    JobText.write(definition.toJson()),
                                    Progress.none().toJson(),
                                    caller.user().id(),
                                    now,
                                    now));
                    return id;
                });
    }

    private Outcome<Job> own(Caller caller, UUID id) {
        return store.find(caller.tenant(), id)
                .filter(job -> job.by().equals(caller.user().id()))
                .map(this::awake)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)));
    }

    private Job awake(Job job) {
        return job.state() == State.RUNNING && job.touchedAt().isBefore(now().minus(SILENCE))
                ? job.in(State.INTERRUPTED, job.progress(), job.touchedAt())
                : job;
    }

    /** Takes a part of the file, in place of an older one of the same number. */
    public Outcome<Long> part(Caller caller, UUID id, int number, InputStream content) {
        return own(caller, id)
                .then(job -> {
                    if (job.state() != State.WAITING) {
                        return refused(ProblemCode.INVALID_VALUE, "job_begun");
                    }
                    if (number < 1 || number > Parts.MOST) {
                        return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
                    }
                    var name = Parts.name(caller.tenant(), id, number);
                    var length = files.write(name, content, LARGEST_PART);
                    return length >= 0
                            ? Outcome.done(length)
                            : Outcome.refused(
                                    Problem.of(
                                            ProblemCode.TOO_LARGE,
                                            "",
                                            Map.of("max", LARGEST_PART)));
                });
    }

    private static <T> Outcome<T> refused(ProblemCode code, String reason) {
        return Outcome.refused(Problem.of(code, "", Map.of("reason", reason)));
    }

    private Outcome<ImportDefinition> definition(Caller caller, Job job) {
        return new Parts(files).none(caller.tenant(), job.id())
                ? refused(ProblemCode.INVALID_VALUE, "no_file")
                : ImportDefinition.fromJson(JobText.read(job.definition()), asked(caller));
    }

    private CsvRows rows(Caller caller, Job job, Dialect dialect) {
        return CsvRows.open(new Parts(files).open(caller.tenant(), job.id()), dialect);
    }

    private Portions portions(Caller caller, ImportDefinition definition, CsvRows rows) {
        return new Portions(
                commands,
                definition,
                new RowReader(
                        definition.entity(),
                        rows.columns(),
                        definition.mapping(),
                        definition.matchOn(),
                        models.of(caller.tenant()).settings()));
    }

    /** Tries the first rows without keeping anything; each portion knows nothing of the others. */
    public Outcome<Preview> preview(Caller caller, UUID id, long most) {
        return own(caller, id)
                .then(job -> definition(caller, job).then(d -> preview(caller, job, d, most)));
    }

    private Outcome<Preview> preview(
            Caller caller, Job job, ImportDefinition definition, long most) {
        try (var rows = rows(caller, job, definition.dialect())) {
            return Preview.of(caller, portions(caller, definition, rows), rows, most);
        } catch (EntenteException unreadable) {
            return Outcome.refused(unreadable.problem());
        }
    }

    /**
     * Claims a job for a run, or for going on with it; what is answered has to be run. The file is
     * read through before anything is written, so one in another encoding changes nothing.
     */
    public Outcome<Runnable> begin(Caller caller, UUID id, Supplier<Optional<Caller>> member) {
        return own(caller, id)
                .then(job ->
                        job.state().canRun()
                                ? definition(caller, job).then(d -> counted(caller, job, d))
                                : refused(ProblemCode.INVALID_VALUE, "job_begun"))
                .then(total -> claimed(caller, id, total))
                .map(job -> () -> run(caller, job, member));
    }

    private Outcome<Long> counted(Caller caller, Job job, ImportDefinition definition) {
        try (var rows = rows(caller, job, definition.dialect())) {
            var missing =
                    definition.mapping().targets().keySet().stream()
                            .filter(column -> !rows.columns().contains(column))
                            .map(column ->
                                    Problem.of(
                                            ProblemCode.INVALID_VALUE,
                                            "/mapping/" + column,
                                            Map.of("reason", "no_column", "name", column)))
                            .toList();
            var count = 0L;
            while (rows.next() != null) {
                count++;
            }
            return missing.isEmpty() ? Outcome.done(count) : Outcome.refused(missing);
        } catch (EntenteException unreadable) {
            return Outcome.refused(unreadable.problem());
        }
    }

    private Outcome<Job> claimed(Caller caller, UUID id, long total) {
        var now = now();
        var before = new ArrayList<State>();
        var job =
                store.change(
                        caller.tenant(),
                        id,
                        found -> {
                            before.clear();
                            before.add(awake(found).state());
                            var progress = Progress.fromJson(found.progress());
                            return awake(found).state().canRun()
                                    ? found.in(
                                            State.RUNNING,
                                            progress.started(total, now.toEpochMilli()).toJson(),
                                            now)
                                    : found;
                        });
        return job.isPresent() && before.getFirst().canRun()
                ? Outcome.done(job.get())
                : refused(ProblemCode.INVALID_VALUE, "job_begun");
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
        if (!(definition(caller, job) instanceof Outcome.Done<ImportDefinition>(var definition))) {
            return false;
        }
        try (var rows = rows(caller, job, definition.dialect())) {
            var results = new ResultRows(definition.dialect(), rows.columns());
            var ports = new Ports(store, files, wording, clock);
            new ImportRun(caller.tenant(), job, ports, portions(caller, definition, rows), results)
                    .run(member, rows);
        }
        return true;
    }

    private void interrupt(Caller caller, Job job) {
        store.change(
                caller.tenant(),
                job.id(),
                found ->
                        found.state() == State.RUNNING
                                ? found.in(State.INTERRUPTED, found.progress(), now())
                                : found);
    }

    /** A job as its member sees it. */
    public Outcome<Map<String, @Nullable Object>> get(Caller caller, UUID id) {
        return own(caller, id).map(this::described);
    }

    private Map<String, @Nullable Object> described(Job job) {
        var progress = Progress.fromJson(job.progress());
        var running = job.state() == State.RUNNING;
        var end = running ? now() : job.touchedAt();
        var rate = progress.rate(end.toEpochMilli());
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("id", job.id().toString());
        tree.putAll(JobText.read(job.definition()));
        tree.put("state", job.state().name().toLowerCase(java.util.Locale.ROOT));
        var rows = new LinkedHashMap<String, Object>();
        rows.put("total", progress.total());
        rows.put("ok", progress.ok());
        rows.put("failed", progress.failed());
        tree.put("rows", rows);
        tree.put("rate", rate);
        tree.put("eta", running && rate > 0 ? (progress.total() - progress.done()) / rate : null);
        tree.put("problem", progress.problem().orElse(null));
        tree.put("created_at", job.createdAt().toString());
        return tree;
    }

    /** Ends a job after the portion at which it is. */
    public Outcome<Map<String, @Nullable Object>> cancel(Caller caller, UUID id) {
        return own(caller, id)
                .then(job -> {
                    store.change(
                            caller.tenant(),
                            id,
                            found ->
                                    found.state() == State.DONE
                                            ? found
                                            : found.in(State.CANCELLED, found.progress(), now()));
                    return get(caller, id);
                });
    }

    /** The rows of a result as a file. */
    public Outcome<JobResult> results(Caller caller, UUID id, JobResult.Kind kind) {
        return own(caller, id)
                .then(job ->
                        definition(caller, job).map(d -> result(caller, job, d.dialect(), kind)));
    }

    private JobResult result(Caller caller, Job job, Dialect dialect, JobResult.Kind kind) {
        var progress = Progress.fromJson(job.progress());
        return switch (kind) {
            case OK -> written(caller, job, ImportRun.OK, progress.okBytes());
            case FAILED -> written(caller, job, ImportRun.FAILED, progress.failedBytes());
            case UNPROCESSED ->
                    out -> {
                        try (var rows = rows(caller, job, dialect)) {
                            var lines = new ResultRows(dialect, rows.columns());
                            out.write(lines.header());
                            for (var i = 0L; i < progress.done(); i++) {
                                rows.next();
                            }
                            for (var row = rows.next(); row != null; row = rows.next()) {
                                out.write(lines.plain(row));
                            }
                        }
                    };
        };
    }

    private JobResult written(Caller caller, Job job, String file, long length) {
        return out -> {
            try (var in = files.read(new Name(caller.tenant(), job.id(), file), length)) {
                in.transferTo(out);
            }
        };
    }
}
