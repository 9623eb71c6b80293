package org.entente.engine.job;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.engine.query.RecordPage;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.PercentType;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Records of a filter become a file. */
final class ExportKind implements Kind {

    static final String NAME = "export";

    private final JobDesk desk;

    ExportKind(JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome<Map<String, Object>> defined(Caller caller, Map<String, @Nullable Object> json) {
        return ExportDefinition.fromJson(json)
                .then(definition ->
                        desk.queries()
                                .columns(
                                        caller,
                                        definition.walk().entity(),
                                        definition.walk().fields())
                                .map(definition::of))
                .then(definition -> readable(caller, definition).map(page -> definition))
                .map(ExportDefinition::toJson);
    }

    private Outcome<RecordPage> readable(Caller caller, ExportDefinition definition) {
        return definition.walk().first(desk.queries(), caller);
    }

    private static Outcome<ExportDefinition> definition(Job job) {
        return ExportDefinition.fromJson(Definition.of(job).asked());
    }

    @Override
    public Outcome<Long> ready(Caller caller, Job job) {
        return definition(job).then(definition -> definition.walk().count(desk.queries(), caller));
    }

    @Override
    public Outcome<Work> open(Caller caller, Job job) {
        return definition(job)
                .map(definition ->
                        new ExportWork(
                                definition,
                                desk.queries(),
                                files(caller, job),
                                new Notes(desk.ports(), caller.tenant(), job.id())));
    }

    private ResultFiles files(Caller caller, Job job) {
        return new ResultFiles(desk.ports(), caller.tenant(), job.id());
    }

    /**
     * For nobody but the member who asked, and no longer than the member may read what was asked
     * for.
     */
    @Override
    public Outcome<JobResult> result(Caller caller, Job job, JobResult.Kind which) {
        if (!job.by().equals(caller.user().id())) {
            return Outcome.refused(Problem.of(ProblemCode.FORBIDDEN));
        }
        return definition(job)
                .then(definition ->
                        readable(caller, definition)
                                .map(page -> result(caller, job, definition, which)));
    }

    private JobResult result(
            Caller caller, Job job, ExportDefinition definition, JobResult.Kind which) {
        var type = definition.dialect().type();
        JobResult rows =
                which != JobResult.Kind.OK
                        ? out -> {}
                        : type == FileType.XLSX
                                ? workbook(caller, job, definition)
                                : files(caller, job).ok(Progress.fromJson(job.progress()));
        return rows.in(type.word());
    }

    private JobResult workbook(Caller caller, Job job, ExportDefinition definition) {
        var sheet = new ExportSheet(definition.columns(), figures(caller, definition));
        return out -> {
            var progress = Progress.fromJson(job.progress());
            try (var objects = files(caller, job).okLines(progress)) {
                sheet.write(objects, out);
            }
        };
    }

    /** Columns whose values travel as texts and are numbers. */
    private Set<String> figures(Caller caller, ExportDefinition definition) {
        return desk.access().asked(caller).model().entity(definition.walk().entity()).stream()
                .flatMap(entity -> entity.fields().values().stream())
                .filter(field -> isFigure(field.type()))
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    private static boolean isFigure(FieldType type) {
        return type instanceof DecimalType || type instanceof PercentType;
    }
}
