package org.entente.store.records;

import java.sql.SQLException;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;

/** A page. */
final class PageQuestion implements Question<PageOfRows> {

    private final Ground ground;
    private final PlannedQuery query;
    private final Lifted lifted;
    private final PageSql.Built built;

    PageQuestion(Ground ground, PlannedQuery query) {
        this.ground = ground;
        this.query = query;
        this.lifted = Lifted.of(query);
        this.built = ground.statements().page(ground, lifted);
    }

    @Override
    public void ask(Trip trip) {
        built.stretches().forEach(statement -> trip.ask(statement, lifted.values()));
        built.totals().forEach(statement -> trip.ask(statement, lifted.values()));
    }

    @Override
    public boolean isList() {
        return !query.sort().isEmpty();
    }

    @Override
    public PageOfRows read(Trip.Answers answers) throws SQLException {
        return new PageReader(ground.model(), query, built).read(answers);
    }
}
