package org.entente.engine.job;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.engine.record.RecordCommands;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Imports: a file was sent, and its rows become records. */
final class ImportKind implements Kind {

    static final String NAME = "import";

    private final JobAccess access;
    private final RecordCommands commands;
    private final JobPorts ports;

    ImportKind(JobAccess access, RecordCommands commands, JobPorts ports) {
        this.access = access;
        this.commands = commands;
        this.ports = ports;
    }

    @Override
    public Outcome<Map<String, Object>> defined(Caller caller, Map<String, @Nullable Object> json) {
        return ImportDefinition.fromJson(json, access.asked(caller)).map(ImportDefinition::toJson);
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    Outcome<ImportDefinition> definition(Caller caller, Job job) {
        return new Parts(ports.files()).none(caller.tenant(), job.id())
                ? JobAccess.refused("no_file")
                : ImportDefinition.fromJson(Definition.of(job).asked(), access.asked(caller));
    }

    private Supplier<InputStream> file(Caller caller, Job job) {
        return () -> new Parts(ports.files()).open(caller.tenant(), job.id());
    }

    private ResultRows results(Caller caller, Job job, Dialect dialect, TableRows rows) {
        return Tables.results(Tables.type(file(caller, job)), dialect, rows);
    }

    TableRows rows(Caller caller, Job job, Dialect dialect) {
        return Tables.open(file(caller, job), dialect);
    }

    Portions portions(Caller caller, Job job, ImportDefinition definition, TableRows rows) {
        return new Portions(
                commands,
                job.id(),
                definition,
                new RowReader(
                        definition.entity(),
                        rows,
                        definition.mapping(),
                        definition.matchOn(),
                        access.asked(caller).model().settings()));
    }

    /** Reads the file through, so that one in another encoding changes nothing. */
    @Override
    public Outcome<Long> ready(Caller caller, Job job) {
        return definition(caller, job).then(definition -> counted(caller, job, definition));
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

    @Override
    public Outcome<Work> open(Caller caller, Job job) {
        return definition(caller, job)
                .map(definition -> {
                    var rows = rows(caller, job, definition.dialect());
                    return new ImportWork(
                            job,
                            rows,
                            portions(caller, job, definition, rows),
                            results(caller, job, definition.dialect(), rows),
                            new ImportWork.Desk(files(caller, job), ports));
                });
    }

    private ResultFiles files(Caller caller, Job job) {
        return new ResultFiles(ports, caller.tenant(), job.id());
    }

    @Override
    public Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which) {
        return definition(caller, job)
                .map(definition ->
                        result(caller, job, definition.dialect(), which).in(form(caller, job)));
    }

    private String form(Caller caller, Job job) {
        return Tables.type(file(caller, job)) == FileType.NDJSON ? "ndjson" : "csv";
    }

    private JobResult result(Caller caller, Job job, Dialect dialect, JobResult.Kind which) {
        var progress = Progress.fromJson(job.progress());
        return switch (which) {
            case OK -> files(caller, job).ok(progress);
            case FAILED -> files(caller, job).failed(progress);
            case UNPROCESSED ->
                    out -> {
                        try (var rows = rows(caller, job, dialect)) {
                            var lines = results(caller, job, dialect, rows);
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
}
