package org.entente.store.records;

import java.sql.SQLException;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;

/** A page. */
final class PageQuestion implements Question<PageOfRows> {

    private final Ground ground;
    private final PlannedQuery query;
    private final PageSql.Built built;

    PageQuestion(Ground ground, PlannedQuery query) {
        this.ground = ground;
        this.query = query;
        this.built = new PageSql(ground, query).build();
    }

    @Override
    public void ask(Trip trip) {
        built.stretches().forEach(trip::ask);
        built.totals().forEach(trip::ask);
    }

    @Override
    public PageOfRows read(Trip.Answers answers) throws SQLException {
        return new PageReader(ground.model(), query, built).read(answers);
    }
}
