package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.engine.query.FeedPosition;
import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.fixture.Desk;
import org.entente.store.records.FeedTest.Name;

/**
 * Writers that begin, write, keep and take back at random, and one reader among them. A record is
 * written by one transaction at a time, as row locks have it.
 */
final class Interleaving implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int RECORDS = 5;

    private final Desk desk;
    private final Random random;
    private final boolean waiting;
    private final List<UUID> records =
            IntStream.range(0, RECORDS).mapToObj(_ -> UUID.randomUUID()).toList();
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, Writer> owners = new HashMap<>();
    private final List<Writer> writers = new ArrayList<>();
    private final Set<Name> committed = new HashSet<>();
    private final List<Name> told = new ArrayList<>();
    private FeedPosition place = FeedPosition.START;

    /** What was kept, and what the reader was told. */
    record Told(Set<Name> committed, List<Name> inOrder) {
        Set<Name> heard() {
            return new HashSet<>(inOrder);
        }

        List<Name> disorder() {
            return FeedTest.disorder(inOrder);
        }
    }

    /** One connection and what its transaction has written. */
    private record Writer(int number, Connection connection, List<Name> written) {
        boolean is(Writer other) {
            return number == other.number;
        }
    }

    /**
     * @param waiting whether the reader is ours; else it reads whatever it sees
     */
    Interleaving(Desk desk, Random random, boolean waiting) throws SQLException {
        this.desk = desk;
        this.random = random;
        this.waiting = waiting;
        for (var i = 0; i < WRITERS; i++) {
            var connection = desk.cell().databases().read().getConnection();
            connection.setAutoCommit(false);
            writers.add(new Writer(i, connection, new ArrayList<>()));
        }
    }

    Told run(int steps) throws SQLException {
        for (var step = 0; step < steps; step++) {
            var writer = writers.get(random.nextInt(WRITERS));
            switch (random.nextInt(6)) {
                case 0 -> end(writer, random.nextInt(4) > 0);
                case 1 -> read();
                default -> write(writer);
            }
        }
        for (var writer : writers) {
            end(writer, true);
        }
        while (read()) {
            // until there is nothing more
        }
        return new Told(committed, told);
    }

    private void write(Writer writer) throws SQLException {
        var record = records.get(random.nextInt(RECORDS));
        var owner = owners.putIfAbsent(record, writer);
        if (owner != null && !owner.is(writer)) {
            return;
        }
        var version = versions.merge(record, 1L, Long::sum);
        if (writer.written().isEmpty()) {
            enter(writer.connection());
        }
        insert(writer.connection(), record, version);
        writer.written().add(new Name(record, version));
    }

    private void enter(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TenantNames.of(desk.tenant()).entrance(Limits.usual()));
            statement.execute("select set_config('transaction_timeout', '0', true)");
        }
    }

    private void insert(Connection connection, UUID record, long version) throws SQLException {
        var sql =
                "insert into "
                        + desk.schema()
                        + ".change (entity_key, record, version, op, at, by_user, values_before,"
                        + " values_after) values (?, ?, ?, 'UPDATE', now(), ?, '{}', '{}')";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, desk.entity("card").key());
            statement.setObject(2, record);
            statement.setLong(3, version);
            statement.setObject(4, new UUID(0, 1));
            statement.executeUpdate();
        }
    }

    private void end(Writer writer, boolean keep) throws SQLException {
        if (keep) {
            writer.connection().commit();
            committed.addAll(writer.written());
        } else {
            writer.connection().rollback();
            writer.written().forEach(name -> versions.merge(name.record(), -1L, Long::sum));
        }
        owners.values().removeIf(writer::is);
        writer.written().clear();
    }

    private boolean read() throws SQLException {
        return waiting ? readFeed() : readWhatIsSeen();
    }

    private boolean readFeed() {
        var query =
                new FeedQuery(
                        place,
                        new HashSet<>(desk.model().entities().values()),
                        1 + random.nextInt(7));
        var portion =
                Desk.fresh(desk.cell().reads().read(desk.tenant(), desk.model(), query))
                        .orElseThrow();
        portion.changes()
                .forEach(change -> told.add(new Name(change.record(), change.told().version())));
        place = portion.next();
        return !portion.ended();
    }

    private boolean readWhatIsSeen() throws SQLException {
        var sql =
                "select xid::text::bigint, seq, record, version from "
                        + desk.schema()
                        + ".change where (xid, seq) >"
                        + " (?::text::xid8, ?) order by xid, seq limit 5";
        var found = 0;
        try (var connection = desk.cell().databases().owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, String.valueOf(place.transaction()));
            statement.setLong(2, place.number());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    place = new FeedPosition(0, rows.getLong(1), rows.getLong(2));
                    told.add(new Name(rows.getObject(3, UUID.class), rows.getLong(4)));
                    found++;
                }
            }
        }
        return found > 0;
    }

    @Override
    public void close() throws SQLException {
        for (var writer : writers) {
            writer.connection().close();
        }
    }
}
