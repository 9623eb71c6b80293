package org.entente.store.records;

import java.sql.SQLException;
import java.util.Optional;
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

    /**
     * The page as one statement that reads the one record it is about from {@code rows}, if it
     * looks at no other record of the same table.
     *
     * @param table as statements call it
     */
    Optional<Statement> from(String rows, String table) {
        if (built.stretches().size() != 1
                || !built.totals().isEmpty()
                || query.conditions().size() != 1) {
            return Optional.empty();
        }
        var page = built.stretches().getFirst();
        var whole = " from " + table + " as ";
        var at = page.text().indexOf(table);
        return at > 0
                        && at == page.text().lastIndexOf(table)
                        && page.text().startsWith(whole, at - " from ".length())
                ? Optional.of(
                        new Statement(
                                page.text().replace(whole, " from " + rows + " as "),
                                page.bound(lifted.values())))
                : Optional.empty();
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
