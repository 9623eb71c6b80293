package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import org.entente.engine.record.OnceKey;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.Failures;
import org.entente.store.TenantNames;
import org.jooq.impl.DSL;

/** Keys of requests that may be sent again, in the transaction that does what they ask for. */
final class Keys {

    /**
     * Shorter than a statement may take, so that waiting ends in a refusal and not in a failure.
     */
    private static final int LONGEST_WAIT_MILLIS = 4_500;

    private final Connection connection;
    private final String table;

    Keys(Connection connection, TenantNames names) {
        this.connection = connection;
        this.table = names.schema() + ".idempotency";
    }

    Outcome<Boolean> claim(OnceKey key) {
        var insert =
                DSL.sql(
                        "insert into "
                                + table
                                + " (by_user, key, request, answer) values (?, ?, ?, '')"
                                + " on conflict do nothing",
                        DSL.val(key.user()),
                        DSL.val(key.key()),
                        DSL.val(key.request()));
        var trip =
                new Trip()
                        .say("set local lock_timeout = " + LONGEST_WAIT_MILLIS)
                        .say(dropOld())
                        .ask(insert)
                        .say("set local lock_timeout = 0");
        try (var answers = trip.run(connection)) {
            answers.skip(2);
            return Outcome.done(answers.count() == 1);
        } catch (SQLException e) {
            if (Failures.isLocked(e)) {
                return Outcome.refused(Problem.of(ProblemCode.IN_PROGRESS));
            }
            throw Failures.translate(e);
        }
    }

    private String dropOld() {
        return """
        delete from %1$s where (by_user, key) in (
            select by_user, key from %1$s where at < now() - interval '24 hours'
            limit 100 for update skip locked)
        """
                .formatted(table);
    }

    void keep(OnceKey key, String answer) {
        var update =
                DSL.sql(
                        "update " + table + " set answer = ? where by_user = ? and key = ?",
                        DSL.val(answer),
                        DSL.val(key.user()),
                        DSL.val(key.key()));
        try (var answers = new Trip().ask(update).run(connection)) {
            if (answers.count() != 1) {
                throw new SQLException("a key is kept that was not claimed");
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
