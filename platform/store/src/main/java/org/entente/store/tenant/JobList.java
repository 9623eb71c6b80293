package org.entente.store.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.Job;
import org.entente.engine.job.Job.State;
import org.entente.engine.job.JobStore.Wanted;
import org.entente.store.Failures;

/** Some jobs, newest first: their ids are in the order in which they were made. */
final class JobList {

    private static final String COLUMNS =
            "id, state, definition, progress, by_user, created_at, touched_at";

    private final Wanted wanted;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    JobList(Wanted wanted) {
        this.wanted = wanted;
        wanted.by().ifPresent(user -> where("by_user = ?", user));
        wanted.before().ifPresent(id -> where("id < ?", id));
        if (!wanted.kinds().isEmpty()) {
            where("definition::jsonb ->> 'kind' = any(?)", wanted.kinds().toArray(String[]::new));
        }
        wanted.state().ifPresent(state -> where("state = ?", state.name()));
    }

    private void where(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    List<Job> read(Connection connection) {
        var sql =
                "select "
                        + COLUMNS
                        + " from job"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + " order by id desc limit ?";
        values.add(wanted.most());
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return jobs(statement);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** What was swept is looked at no more. */
    static List<Job> resting(Connection connection, Instant since, int most) {
        var sql =
                "select "
                        + COLUMNS
                        + " from job where state not in ('RUNNING', 'SCHEDULED') and touched_at < ?"
                        + " and definition::jsonb ->> 'swept' is null order by id limit ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            return jobs(statement);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private static List<Job> jobs(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var jobs = new ArrayList<Job>();
            while (rows.next()) {
                jobs.add(job(rows));
            }
            return jobs;
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
