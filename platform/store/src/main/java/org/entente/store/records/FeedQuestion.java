package org.entente.store.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.FeedChange;
import org.entente.engine.query.FeedPosition;
import org.entente.engine.query.FeedReads.FeedQuery;
import org.entente.engine.query.FeedReads.Portion;
import org.entente.engine.query.ToldChange;
import org.entente.metadata.model.Entity;
import org.entente.store.records.FeedOrder.Placed;

/** The next part of the feed. */
final class FeedQuestion implements Question<Optional<Portion>> {

    private final FeedQuery query;
    private final FeedSql sql;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Retold> retold = new LinkedHashMap<>();

    FeedQuestion(Ground ground, FeedQuery query) {
        this.query = query;
        this.sql = new FeedSql(ground, query);
        for (var entity : query.entities()) {
            entities.put(entity.key(), entity);
            retold.put(entity.key(), new Retold(ground.model(), entity));
        }
    }

    @Override
    public void ask(Trip trip) {
        trip.say(sql.horizon()).ask(sql.changes());
    }

    @Override
    public Optional<Portion> read(Trip.Answers answers) throws SQLException {
        var horizon = horizon(answers);
        var found = new Found(horizon, false, new ArrayList<>(), new ArrayList<>());
        try (var rows = answers.rows()) {
            while (rows.next()) {
                found = found.with(horizon.epoch(), rows, this);
            }
        }
        var after = query.after();
        var known = after.epoch() == 0 || after.epoch() == horizon.epoch();
        return known ? Optional.of(portion(found)) : Optional.empty();
    }

    /** Every transaction before it has ended. */
    private static FeedPosition horizon(Trip.Answers answers) throws SQLException {
        try (var rows = answers.rows()) {
            rows.next();
            return new FeedPosition(rows.getLong(1), rows.getLong(2) - 1, Long.MAX_VALUE);
        }
    }

    /**
     * What the statement answered.
     *
     * @param end to where everything was looked through
     * @param more whether something may follow
     */
    private record Found(FeedPosition end, boolean more, List<Placed> part, List<Placed> beside) {

        Found with(long epoch, ResultSet row, FeedQuestion question) throws SQLException {
            var at = new FeedPosition(epoch, row.getLong(2), row.getLong(3));
            switch (row.getInt(1)) {
                case FeedSql.END -> {
                    var full = row.getLong(6) == question.sql.window();
                    var later = full || at.compareTo(end) > 0;
                    return new Found(later ? at : end, full, part, beside);
                }
                case FeedSql.PART -> part.add(new Placed(at, question.change(row)));
                default -> beside.add(new Placed(at, question.change(row)));
            }
            return this;
        }
    }

    private FeedChange change(ResultSet row) throws SQLException {
        var key = row.getString(4);
        var entity = entities.get(key);
        var values = retold.get(key);
        if (entity == null || values == null) {
            throw new SQLException("a change of an entity that was not asked for");
        }
        return new FeedChange(
                entity,
                row.getObject(5, UUID.class),
                new ToldChange(
                        row.getLong(6),
                        row.getString(7).toLowerCase(Locale.ROOT),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getObject(9, UUID.class),
                        Optional.empty(),
                        values.values(row.getString(10)),
                        values.values(row.getString(11))));
    }

    private Portion portion(Found found) {
        var known = new ArrayList<>(found.part());
        known.addAll(found.beside());
        var order = new FeedOrder(known);
        var changes = new ArrayList<FeedChange>();
        var place = query.after();
        for (var placed : found.part()) {
            var told = order.told(placed);
            if (!changes.isEmpty() && changes.size() + told.size() > query.limit()) {
                return new Portion(changes, place, false);
            }
            changes.addAll(told);
            place = placed.at();
        }
        return new Portion(changes, found.end(), !found.more());
    }

    @Override
    public boolean isList() {
        return true;
    }
}
