package org.entente.store.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PageOfRows.Count;
import org.entente.engine.query.PageOfRows.Row;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.metadata.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers to the statements of a page. */
final class PageReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Model model;
    private final PlannedQuery query;
    private final PageSql.Built built;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Position last;
    private boolean more;

    PageReader(Model model, PlannedQuery query, PageSql.Built built) {
        this.model = model;
        this.query = query;
        this.built = built;
    }

    PageOfRows read(Trip.Answers answers) throws SQLException {
        for (var i = 0; i < built.stretches().size(); i++) {
            try (var answered = answers.rows()) {
                readRows(answered);
            }
        }
        var total = total(answers);
        return new PageOfRows(rows, more ? Optional.ofNullable(last) : Optional.empty(), total);
    }

    private void readRows(ResultSet answered) throws SQLException {
        var reading = new Reading(model, answered);
        while (!more && answered.next()) {
            if (rows.size() == query.limit()) {
                more = true;
                return;
            }
            var id = answered.getObject(1, UUID.class);
            var at = built.firstColumn();
            var values = new ArrayList<@Nullable Object>();
            for (var column : built.columns()) {
                values.add(column.read(reading, at));
                at += column.width();
            }
            rows.add(new Row(id, answered.getLong(2), values));
            if (rows.size() == query.limit()) {
                last = position(reading, id, at);
            }
        }
    }

    private Position position(Reading reading, UUID id, int from) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < built.keys().size(); i++) {
            values.add(reading.value(built.keys().get(i).type(), from + i));
        }
        return new Position(values, id);
    }

    private Optional<Count> total(Trip.Answers answers) throws SQLException {
        return switch (query.total()) {
            case NONE -> Optional.empty();
            case EXACT -> Optional.of(new Count(number(answers), true));
            case ESTIMATE -> {
                var counted = number(answers);
                var estimated = estimate(answers);
                yield Optional.of(
                        counted <= PageSql.COUNTED
                                ? new Count(counted, true)
                                : new Count(Math.max(counted, estimated), false));
            }
        };
    }

    private static long number(Trip.Answers answers) throws SQLException {
        try (var answered = answers.rows()) {
            answered.next();
            return answered.getLong(1);
        }
    }

    private static long estimate(Trip.Answers answers) throws SQLException {
        try (var answered = answers.rows()) {
            answered.next();
            return JSON.readTree(answered.getString(1)).at("/0/Plan/Plan Rows").asLong();
        }
    }
}
