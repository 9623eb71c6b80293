package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.changeset.LiveData;
import org.entente.engine.record.Conversion;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.model.Model;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.shape.Shapes;

/** Counts in the tables; whoever waits for a plan gets what could be counted in that time. */
public final class PostgresLiveData implements LiveData {

    private static final Duration LONG = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final int SOME = 10_000;
    private static final int PORTION = 2_000;
    private static final int SAMPLES = 10;

    private final Databases databases;
    private final Shapes shapes;
    private final Limits limits;
    private final Statements statements = new Statements();

    public PostgresLiveData(Databases databases, Shapes shapes, Limits limits) {
        this.databases = databases;
        this.shapes = shapes;
        this.limits = limits;
    }

    private interface Counting<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T read(Tenant tenant, Duration longest, Counting<T> counting) throws SQLException {
        var names = TenantNames.of(tenant);
        try (var connection = databases.read().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(names.entrance(new Limits(longest, limits.transaction())));
                return counting.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Ground ground(Tenant tenant, Model model) {
        return new Ground(TenantNames.of(tenant), model, shapes.of(tenant), statements);
    }

    @Override
    public Count count(Tenant tenant, Model before, DataTouch touch) {
        var sql = TouchSql.of(ground(tenant, before), touch);
        if (sql.isEmpty()) {
            return new Count(0, true, List.of());
        }
        return counted(tenant, LONG, sql.get(), Integer.MAX_VALUE, true)
                .or(() -> counted(tenant, SHORT, sql.get(), SOME, false))
                .orElse(new Count(0, false, List.of()));
    }

    /** Empty when the time was over. */
    private Optional<Count> counted(
            Tenant tenant, Duration longest, TouchSql sql, int most, boolean exact) {
        try {
            return Optional.of(
                    read(
                            tenant,
                            longest,
                            connection ->
                                    new Count(
                                            sql.number(connection, most),
                                            exact,
                                            exact ? sql.samples(connection, SAMPLES) : List.of())));
        } catch (SQLException e) {
            if (Failures.isTimedOut(e)) {
                return Optional.empty();
            }
            throw Failures.translate(e);
        }
    }

    @Override
    public Count unfit(Tenant tenant, Model before, Conversion conversion) {
        var end = System.nanoTime() + LONG.toNanos();
        var sql = ConversionSql.of(ground(tenant, before), conversion);
        if (sql.isEmpty()) {
            return new Count(0, true, List.of());
        }
        var number = 0L;
        var samples = new ArrayList<Sample>();
        Optional<UUID> after = Optional.empty();
        do {
            var from = after;
            try {
                var portion =
                        read(tenant, LONG, connection -> sql.get().look(connection, from, PORTION));
                number += portion.unfit().size();
                portion.unfit().stream()
                        .limit(SAMPLES - (long) samples.size())
                        .map(one -> new Sample(one.record().toString(), one.value()))
                        .forEach(samples::add);
                after = portion.last();
            } catch (SQLException e) {
                throw Failures.translate(e);
            }
        } while (after.isPresent() && System.nanoTime() < end);
        return new Count(number, after.isEmpty(), samples);
    }
}
