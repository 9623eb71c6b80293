package org.entente.store.tenant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.Job;
import org.entente.engine.job.Job.State;
import org.entente.engine.job.JobStore.Wanted;
import org.entente.store.Failures;

/** Some jobs, newest first: their ids are in the order in which they were made. */
final class JobList {

    private final Wanted wanted;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    JobList(Wanted wanted) {
        this.wanted = wanted;
        wanted.by().ifPresent(user -> where("by_user = ?", user));
        wanted.before().ifPresent(id -> where("id < ?", id));
        wanted.kind().ifPresent(kind -> where("definition::jsonb ->> 'kind' = ?", kind));
        wanted.state().ifPresent(state -> where("state = ?", state.name()));
    }

    private void where(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    List<Job> read(Connection connection) {
        var sql =
                "select id, state, definition, progress, by_user, created_at, touched_at from job"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + " order by id desc limit ?";
        values.add(wanted.most());
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                var jobs = new ArrayList<Job>();
                while (rows.next()) {
                    jobs.add(job(rows));
                }
                return jobs;
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject(1, UUID.class),
                State.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
