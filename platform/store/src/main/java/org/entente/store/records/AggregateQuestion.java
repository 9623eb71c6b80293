package org.entente.store.records;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.engine.query.PlannedAggregate;
import org.jspecify.annotations.Nullable;

/** Figures. */
final class AggregateQuestion implements Question<List<List<@Nullable Object>>> {

    private final Ground ground;
    private final LiftedAggregate lifted;
    private final AggregateSql.Built built;

    AggregateQuestion(Ground ground, PlannedAggregate aggregate) {
        this.ground = ground;
        this.lifted = LiftedAggregate.of(aggregate);
        this.built = ground.statements().figures(ground, lifted.aggregate());
    }

    @Override
    public void ask(Trip trip) {
        trip.ask(built.statement(), lifted.values());
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public List<List<@Nullable Object>> read(Trip.Answers answers) throws SQLException {
        var figures = new ArrayList<List<@Nullable Object>>();
        try (var rows = answers.rows()) {
            var reading = new Reading(ground.model(), rows);
            while (rows.next()) {
                var at = 1;
                var figure = new ArrayList<@Nullable Object>();
                for (var column : built.columns()) {
                    figure.add(column.read(reading, at));
                    at += column.width();
                }
                figures.add(figure);
            }
        }
        return figures;
    }
}
