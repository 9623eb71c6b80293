package org.entente.store.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.ChangeReads.Told;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.ToldChange;

/** What was told of a record, and pages beside it. */
final class ChangesQuestion implements Question<Told> {

    private final ChangesSql sql;
    private final Retold retold;
    private final List<PageQuestion> beside;

    ChangesQuestion(Ground ground, PlannedChanges changes, List<PlannedQuery> beside) {
        this.sql = new ChangesSql(ground, changes);
        this.retold = new Retold(ground.model(), changes.entity());
        this.beside = beside.stream().map(query -> new PageQuestion(ground, query)).toList();
    }

    @Override
    public void ask(Trip trip) {
        trip.ask(sql.select());
        beside.forEach(question -> question.ask(trip));
    }

    @Override
    public boolean isList() {
        return beside.stream().anyMatch(PageQuestion::isList);
    }

    @Override
    public Told read(Trip.Answers answers) throws SQLException {
        var changes = new ArrayList<ToldChange>();
        try (var rows = answers.rows()) {
            while (rows.next()) {
                changes.add(change(rows));
            }
        }
        var pages = new ArrayList<PageOfRows>();
        for (var question : beside) {
            pages.add(question.read(answers));
        }
        return new Told(changes, pages);
    }

    private ToldChange change(ResultSet row) throws SQLException {
        return new ToldChange(
                row.getLong(1),
                row.getString(2).toLowerCase(Locale.ROOT),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, UUID.class),
                Optional.ofNullable(row.getString(7)),
                retold.values(row.getString(5)),
                retold.values(row.getString(6)));
    }
}
