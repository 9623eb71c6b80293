package org.entente.store.records;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.record.Change;
import org.entente.engine.record.Conversion;
import org.entente.engine.record.Converted;
import org.entente.engine.record.OnceKey;
import org.entente.engine.record.StoredRecord;
import org.entente.engine.record.TenantTransaction;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.Failures;
import org.entente.store.tenant.JpaModelVersions;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One transaction of one tenant; mapped rows are flushed before built statements look at them. */
final class PostgresTenantTransaction implements TenantTransaction {

    private final Ground ground;
    private final Line line;
    private final @Nullable EntityManager jpa;
    private final boolean commits;
    private final Savepoints savepoints;
    private final RecordWrites writes;

    /**
     * @param jpa null in a transaction in which nothing is mapped
     * @param commits whether the last write may end the transaction
     */
    PostgresTenantTransaction(
            Ground ground, Line line, @Nullable EntityManager jpa, boolean commits) {
        this.ground = ground;
        this.line = line;
        this.jpa = jpa;
        this.commits = commits;
        this.savepoints = new Savepoints(line);
        this.writes = new RecordWrites(ground, line, savepoints);
    }

    @Override
    public Optional<StoredRecord> lock(Entity entity, UUID id) {
        var sql = new LockSql(ground, entity);
        return sql.hasRows()
                ? ask(sql.lock(), List.of(id), row -> sql.read(id, row)).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<StoredRecord> lockDeleted(Entity entity, UUID id) {
        var sql = new LockSql(ground, entity);
        return sql.hasRows()
                ? ask(sql.lockDeleted(), List.of(id), row -> sql.read(id, row)).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Set<UUID> hold(Entity entity, Set<UUID> ids) {
        var sql = new LockSql(ground, entity);
        if (!sql.hasRows() || ids.isEmpty()) {
            return Set.of();
        }
        if (line.assume(sql.keys(ids).toList(), sql.allLive(ids))) {
            return Set.copyOf(ids);
        }
        return new HashSet<>(after(sql.hold(ids), sql.living(ids), PostgresTenantTransaction::id));
    }

    @Override
    public List<UUID> referrers(Entity entity, Field field, UUID target, int limit) {
        var sql = new LockSql(ground, entity);
        return sql.hasRows()
                ? after(
                        sql.bar(target),
                        Statement.of(sql.referrers(field, target, limit)),
                        PostgresTenantTransaction::id)
                : List.of();
    }

    @Override
    public List<UUID> deletedReferrers(Entity entity, Field field, UUID target, Instant at) {
        var sql = new LockSql(ground, entity);
        return sql.hasRows()
                ? ask(sql.deletedReferrers(field, target, at), PostgresTenantTransaction::id)
                : List.of();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is there once a lock is held. */
    private <T> List<T> after(Statement lock, Statement query, RowReading<T> reading) {
        return ask(new Trip().ask(lock, List.of()).ask(query, List.of()), 1, reading);
    }

    private <T> List<T> ask(QueryPart query, RowReading<T> reading) {
        return ask(Statement.of(query), List.of(), reading);
    }

    private <T> List<T> ask(Statement statement, List<Object> given, RowReading<T> reading) {
        return ask(new Trip().ask(statement, given), 0, reading);
    }

    /**
     * @param before how many answers there are before the rows
     */
    private <T> List<T> ask(Trip trip, int before, RowReading<T> reading) {
        try (var answers = line.run(trip)) {
            answers.skip(before);
            try (var rows = answers.rows()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public List<Long> numbers(Entity entity, Field field, int count) {
        var sequence =
                ground.shape()
                        .table(entity)
                        .flatMap(table -> table.sequence(ground.model(), field))
                        .orElseThrow(() -> new IllegalStateException("no sequence was made"));
        var name = ground.names().schema() + "." + sequence;
        var query =
                DSL.sql(
                        "select nextval('" + name + "') from generate_series(1, {0})",
                        DSL.val(count));
        return ask(query, row -> row.getLong(1));
    }

    @Override
    public Outcome<Long> write(Change change) {
        return writes.one(change);
    }

    @Override
    public Outcome<Long> writeAll(List<Change> changes) {
        return writes.all(changes);
    }

    @Override
    public Outcome<PageOfRows> last(Change change, PlannedQuery query) {
        return writes.last(change, new PageQuestion(ground, query), commits);
    }

    @Override
    public PageOfRows page(PlannedQuery query) {
        var question = new PageQuestion(ground, query);
        var trip = new Trip();
        question.ask(trip);
        try (var answers = line.run(trip)) {
            return question.read(answers);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public <T> Outcome<T> step(Supplier<Outcome<T>> steps) {
        if (jpa == null) {
            return savepoints.step(steps);
        }
        jpa.flush();
        var outcome = savepoints.step(steps);
        if (outcome instanceof Outcome.Refused<T>) {
            jpa.clear();
        }
        return outcome;
    }

    @Override
    public void because(UUID cause) {
        writes.because(cause);
    }

    @Override
    public void mark(UUID job, String before, String after) {
        var sql =
                "update %s.job set progress = ?, touched_at = clock_timestamp() where id = ? and progress = ?"
                        .formatted(ground.names().schema());
        try (var statement = line.connection().prepareStatement(sql)) {
            statement.setString(1, after);
            statement.setObject(2, job);
            statement.setString(3, before);
            if (statement.executeUpdate() == 0) {
                throw new EntenteException(Problem.of(ProblemCode.STALE));
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public Outcome<Boolean> claim(OnceKey key) {
        return new Keys(line.connection(), ground.names()).claim(key);
    }

    @Override
    public void keep(OnceKey key, String answer) {
        new Keys(line.connection(), ground.names()).keep(key, answer);
    }

    @Override
    public ModelVersions models() {
        if (jpa == null) {
            throw new IllegalStateException("nothing is mapped where records are written");
        }
        line.tell(ground.names().path());
        return new JpaModelVersions(jpa, ground.shape());
    }

    @Override
    public Converted convert(Conversion conversion, Optional<UUID> after, int most) {
        return converted(conversion, sql -> sql.some(line.connection(), after, most));
    }

    @Override
    public Converted convert(Conversion conversion, Collection<UUID> records) {
        return converted(conversion, sql -> sql.these(line.connection(), records));
    }

    private interface Converting {
        Converted run(ConversionSql sql) throws SQLException;
    }

    private Converted converted(Conversion conversion, Converting converting) {
        var sql = ConversionSql.of(ground, conversion);
        if (sql.isPresent() && !sql.get().isGrown()) {
            throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
        }
        try {
            return sql.isPresent()
                    ? converting.run(sql.get())
                    : new Converted(0, Optional.empty(), List.of(), List.of());
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public String mark() {
        try (var statement = line.connection().createStatement();
                var rows =
                        statement.executeQuery(
                                "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    @Override
    public List<UUID> writtenSince(Entity entity, String mark, int most) {
        var sql =
                "select distinct record from %s.change where xid >= cast(? as xid8) and entity_key = ? limit ?"
                        .formatted(ground.names().schema());
        try (var statement = line.connection().prepareStatement(sql)) {
            statement.setString(1, mark);
            statement.setString(2, entity.key());
            statement.setInt(3, most);
            try (var rows = statement.executeQuery()) {
                var records = new ArrayList<UUID>();
                while (rows.next()) {
                    records.add(id(rows));
                }
                return records;
            }
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
