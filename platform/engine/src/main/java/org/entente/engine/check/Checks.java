package org.entente.engine.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.engine.model.Models.Shaped;
import org.entente.metadata.definition.Check;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/**
 * Tries what a tenant expects of its model, on a model that need not be published and on records
 * that nobody keeps; by the same code that reads and writes the real ones.
 */
public final class Checks {

    private static final int MOST = 500;

    private Checks() {}

    /**
     * CHECK_FAILED for each expectation of the tenant's own layer that does not hold, at the line
     * or path where it is written.
     *
     * @param at what {@code now} is for checks that do not say it
     */
    public static List<Problem> problems(Tenant tenant, Shaped shaped, Instant at) {
        var checks = Check.of(shaped.own());
        if (checks.size() > MOST) {
            return List.of(
                    Problem.of(
                            ProblemCode.LIMIT_REACHED,
                            "checks",
                            Map.of("name", "checks", "max", MOST)));
        }
        var problems = new ArrayList<Problem>();
        for (var check : checks) {
            new CheckRun(tenant, shaped.model(), check, at)
                    .findings()
                    .forEach(finding -> problems.add(finding.problem(check)));
        }
        return problems;
    }
}
