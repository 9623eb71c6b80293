package org.entente.engine.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.job.DialectSniff.Said;
import org.entente.engine.job.Job.State;
import org.entente.engine.model.Models;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.request.Arguments;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Use cases: what is done with a file before its rows become records. */
public final class Imports {

    private static final long LARGEST_PART = 512L << 20;

    private final JobAccess access;
    private final ImportKind kind;
    private final JobPorts ports;

    public Imports(Models models, RecordCommands commands, JobPorts ports) {
        this.access = new JobAccess(models, ports);
        this.kind = new ImportKind(access, commands, ports);
        this.ports = ports;
    }

    /**
     * What a file looks like, and where its columns could go. Its first bytes are enough, but of a
     * workbook.
     *
     * @param said what is known of it, such as its delimiter; that is not guessed
     */
    public Outcome<Map<String, Object>> sniff(
            Caller caller, String entity, Map<String, ?> said, InputStream file) {
        var asked = access.asked(caller);
        return asked.rights()
                .entity(entity, org.entente.metadata.model.Role.Operation.READ)
                .then(found ->
                        Said.fromJson(said)
                                .then(known -> sniff(new FileSniff(asked, found), file, known)));
    }

    private static Outcome<Map<String, Object>> sniff(
            FileSniff sniff, InputStream file, Said said) {
        try {
            return Outcome.done(sniff.of(file, said));
        } catch (EntenteException unreadable) {
            return Outcome.refused(unreadable.problem());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asks for something else with the same file, as long as the import has not begun. */
    public Outcome<UUID> redefine(Caller caller, UUID id, @Nullable Object json) {
        var arguments = Arguments.of(json, "");
        var runAt = Moment.in(arguments);
        return access.own(caller, id)
                .then(job -> arguments.outcome(() -> Moment.without(json)))
                .then(rest -> ImportDefinition.fromJson(rest, access.asked(caller)))
                .then(definition -> {
                    var asked = Definition.of(Definition.at(definition.toJson(), runAt), caller);
                    var changed =
                            ports.store()
                                    .change(
                                            caller.tenant(),
                                            id,
                                            job -> redefinable(job) ? job.defined(asked) : job);
                    return changed.filter(Imports::redefinable).isPresent()
                            ? Outcome.done(id)
                            : JobAccess.refused("job_begun");
                });
    }

    private static boolean redefinable(Job job) {
        return job.state() == State.WAITING && Definition.of(job).kind().equals(ImportKind.NAME);
    }

    /** Takes a part of the file, in place of an older one of the same number. */
    public Outcome<Long> part(Caller caller, UUID id, int number, InputStream content) {
        return access.own(caller, id)
                .then(job -> {
                    if (job.state() != State.WAITING) {
                        return JobAccess.refused("job_begun");
                    }
                    if (number < 1 || number > Parts.MOST) {
                        return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
                    }
                    var name = Parts.name(caller.tenant(), id, number);
                    var length = ports.files().write(name, content, LARGEST_PART);
                    return length >= 0
                            ? Outcome.done(length)
                            : Outcome.refused(
                                    Problem.of(
                                            ProblemCode.TOO_LARGE,
                                            "",
                                            Map.of("max", LARGEST_PART)));
                });
    }

    /** Tries the first rows without keeping anything; each portion knows nothing of the others. */
    public Outcome<Preview> preview(Caller caller, UUID id, long most) {
        return access.own(caller, id)
                .then(job -> kind.definition(caller, job).then(d -> preview(caller, job, d, most)));
    }

    private Outcome<Preview> preview(
            Caller caller, Job job, ImportDefinition definition, long most) {
        try (var rows = kind.rows(caller, job, definition.dialect())) {
            return Preview.of(caller, kind.portions(caller, job, definition, rows), rows, most);
        } catch (EntenteException unreadable) {
            return Outcome.refused(unreadable.problem());
        }
    }
}
