package org.entente.engine.job;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.query.RecordPage;
import org.entente.engine.record.RecordCommands.Manner;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Records of a filter are changed, or go to the recycle bin. */
final class MassKind implements Kind {

    /** What one record is refused for so, all are. */
    private static final Set<ProblemCode> OF_ALL =
            Set.of(
                    ProblemCode.UNKNOWN_FIELD,
                    ProblemCode.READ_ONLY,
                    ProblemCode.WRONG_TYPE,
                    ProblemCode.MALFORMED,
                    ProblemCode.UNKNOWN_OPTION);

    private final JobDesk desk;
    private final Operation operation;

    MassKind(JobDesk desk, Operation operation) {
        this.desk = desk;
        this.operation = operation;
    }

    @Override
    public Outcome<Map<String, Object>> defined(Caller caller, Map<String, @Nullable Object> json) {
        return checked(caller, json)
                .then(definition ->
                        definition
                                .walk()
                                .first(desk.queries(), caller)
                                .then(page -> rehearsed(caller, definition, page)))
                .map(MassDefinition::toJson);
    }

    private Outcome<MassDefinition> checked(Caller caller, Map<String, @Nullable Object> json) {
        var rights = desk.access().asked(caller).rights();
        return MassDefinition.fromJson(operation, json)
                .then(definition ->
                        rights.entity(definition.walk().entity(), Operation.READ)
                                .then(entity -> rights.entity(entity.name(), operation))
                                .map(entity -> definition));
    }

    private Outcome<MassDefinition> rehearsed(
            Caller caller, MassDefinition definition, RecordPage page) {
        var operations = page.data().stream().map(definition::of).toList();
        return desk.commands()
                .portion(
                        caller,
                        definition.walk().entity(),
                        operations,
                        new Manner(true, Ending.DRY_RUN, Optional.empty()),
                        (transaction, results) -> {})
                .then(results -> {
                    var problems = results.stream().flatMap(MassKind::ofAll).toList();
                    return problems.isEmpty()
                            ? Outcome.done(definition)
                            : Outcome.refused(problems);
                });
    }

    private static java.util.stream.Stream<Problem> ofAll(Outcome<Written> result) {
        return result instanceof Outcome.Refused<Written>(var problems)
                ? problems.stream().filter(problem -> OF_ALL.contains(problem.code()))
                : java.util.stream.Stream.empty();
    }

    private Outcome<MassDefinition> definition(Caller caller, Job job) {
        return checked(caller, Definition.of(job).asked());
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    /** Who goes on keeps the first count: what is done may be of the filter no more. */
    @Override
    public Outcome<Long> ready(Caller caller, Job job) {
        var progress = Progress.fromJson(job.progress());
        return definition(caller, job)
                .then(definition ->
                        progress.done() > 0
                                ? Outcome.done(progress.total())
                                : definition.walk().count(desk.queries(), caller));
    }

    @Override
    public Outcome<Work> open(Caller caller, Job job) {
        return definition(caller, job)
                .map(definition -> new MassWork(job, definition, desk, files(caller, job)));
    }

    private ResultFiles files(Caller caller, Job job) {
        return new ResultFiles(desk.ports(), caller.tenant(), job.id());
    }

    /** What was not yet come to is no row yet. */
    @Override
    public Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which) {
        var progress = Progress.fromJson(job.progress());
        var files = files(caller, job);
        return Outcome.done(
                switch (which) {
                    case OK -> files.ok(progress);
                    case FAILED -> files.failed(progress);
                    case UNPROCESSED -> out -> out.write(MassWork.ROWS.header());
                });
    }
}
