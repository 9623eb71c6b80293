package org.entente.engine.job;

import java.util.ArrayList;
import java.util.List;
import org.entente.engine.job.Portions.Fate;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/**
 * What became of rows that were tried.
 *
 * @param created how many rows would make a record; the others that fit would change one
 * @param complete whether that was the whole file
 * @param problems the first of them
 */
public record Preview(
        long rows,
        long ok,
        long failed,
        long created,
        boolean complete,
        List<RowProblem> problems) {

    private static final int SHOWN = 50;

    /**
     * A problem of a row.
     *
     * @param line on which the row begins
     * @param columns whose cells it is about; may be empty
     * @param cells the row as it came
     */
    public record RowProblem(long line, String columns, List<String> cells, Problem problem) {}

    static Outcome<Preview> of(Caller caller, Portions portions, TableRows rows, long most) {
        var fates = new ArrayList<Fate>();
        while (fates.size() < most) {
            var portion = Portions.next(rows, Math.min(portions.size(), most - fates.size()));
            if (portion.isEmpty()) {
                break;
            }
            switch (portions.write(caller, portion, Ending.DRY_RUN, (transaction, f) -> {})) {
                case Outcome.Done<List<Fate>>(var written) -> {
                    fates.addAll(written);
                    if (written.size() < portion.size()) {
                        return Outcome.done(of(portions, fates, false));
                    }
                }
                case Outcome.Refused<List<Fate>>(var problems) -> {
                    return Outcome.refused(problems);
                }
            }
        }
        return Outcome.done(of(portions, fates, rows.next() == null));
    }

    private static Preview of(Portions portions, List<Fate> fates, boolean complete) {
        var problems = new ArrayList<RowProblem>();
        var failed = 0L;
        var created = 0L;
        for (var fate : fates) {
            if (fate.outcome() instanceof Outcome.Refused<Written>(var found)) {
                failed++;
                found.stream()
                        .limit(Math.max(0, SHOWN - problems.size()))
                        .map(p ->
                                new RowProblem(
                                        fate.row().line(),
                                        portions.columns(p),
                                        fate.row().cells(),
                                        p))
                        .forEach(problems::add);
            } else if (fate.outcome() instanceof Outcome.Done<Written>(var written)
                    && written.kind() == Written.Kind.CREATED) {
                created++;
            }
        }
        return new Preview(
                fates.size(), fates.size() - failed, failed, created, complete, problems);
    }
}
