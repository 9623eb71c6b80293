package org.entente.engine.job;

import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordQueries;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;

/** Writes records into a file, a page at a time. */
final class ExportWork implements Work {

    static final int PORTION = 1_000;

    private final ExportDefinition definition;
    private final RecordQueries queries;
    private final ResultFiles files;
    private final Notes notes;
    private final ExportLines lines;

    ExportWork(ExportDefinition definition, RecordQueries queries, ResultFiles files, Notes notes) {
        this.definition = definition;
        this.queries = queries;
        this.files = files;
        this.notes = notes;
        this.lines = new ExportLines(definition);
    }

    @Override
    public Outcome<Step> next(Caller caller, Progress before) {
        if (Walk.isOver(before)) {
            return Outcome.done(new Step.Over());
        }
        return definition
                .walk()
                .page(queries, caller, before, PORTION)
                .map(page -> new Step.On(written(page, before)));
    }

    private Progress written(RecordPage page, Progress before) {
        var portion = new ResultFiles.Lines();
        if (before.okBytes() == 0) {
            portion.heading(lines.header());
        }
        page.data().forEach(record -> portion.ok(lines.of(record)));
        var next = Walk.past(ResultFiles.with(before, portion), page);
        notes.write(before, next, () -> files.append(before, portion));
        return next;
    }

    @Override
    public void close() {
        // nothing stays open between two pages
    }
}
