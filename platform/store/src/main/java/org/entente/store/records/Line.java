package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.Failures;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction says to the database. What every transaction begins with travels with the
 * first trip; if the head is then not the one that was planned for, nothing of the trip is done.
 */
final class Line {

    private final Ground ground;
    private final Connection connection;
    private final List<String> beginning;
    private final List<Long> locks = new ArrayList<>();
    private final List<Statement> assumed = new ArrayList<>();
    private boolean begun;
    private boolean open;

    private Line(Ground ground, Connection connection, List<String> beginning, boolean open) {
        this.ground = ground;
        this.connection = connection;
        this.beginning = beginning;
        this.open = open;
    }

    /** A transaction that has begun, and knows that its head fits. */
    static Line open(Ground ground, Connection connection) {
        return new Line(ground, connection, List.of(), true);
    }

    /**
     * A transaction among other writers that is yet to begin.
     *
     * @param beginning statements before anything else
     */
    static Line fresh(Ground ground, Connection connection, List<String> beginning) {
        var line = new Line(ground, connection, beginning, false);
        line.locks.add(ground.names().writers());
        return line;
    }

    /** Says that a transaction is to be begun anew, asking for the head before anything else. */
    static final class Doubt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Doubt(SQLException failure) {
            super(failure.getSQLState(), null, false, false);
        }
    }

    /**
     * Has the first trip find out what else the work goes by, once more locks are taken.
     *
     * @param condition in SQL; nothing of the trip is done where it does not hold
     * @return false when something was said already, so that it is to be asked for
     */
    boolean assume(List<Long> shared, Statement condition) {
        if (begun || open) {
            return false;
        }
        locks.addAll(shared);
        return assumed.add(condition);
    }

    /**
     * Sends a trip. Whatever the data or the names in it are refused for while the head is not
     * proved yet may come of an old model.
     */
    Trip.Answers run(Trip trip) throws SQLException {
        if (open) {
            return trip.run(connection);
        }
        begun = true;
        var answers = first().then(trip).run(connection);
        try {
            answers.skip(beginning.size() + 2);
            open = true;
            return answers;
        } catch (SQLException e) {
            answers.close();
            if (Failures.isOfData(e)) {
                throw new Doubt(e);
            }
            throw e;
        }
    }

    private Trip first() {
        var first = new Trip();
        beginning.forEach(first::say);
        first.ask(Statement.shared(locks.toArray(Long[]::new)), List.of());
        return first.ask(proof(), List.of());
    }

    /**
     * Divides by zero, and so ends the trip, when the head is another or what was assumed is not
     * so.
     */
    private Statement proof() {
        var text = new StringBuilder("select 1 / cast(model_version = cast(? as bigint)");
        text.append(" and shape_version = cast(? as bigint)");
        var bound = new ArrayList<@Nullable Object>();
        bound.add(ground.model().version());
        bound.add(ground.shape().version());
        for (var condition : assumed) {
            text.append(" and ").append(condition.text());
            bound.addAll(condition.bound());
        }
        text.append(" as integer) from ").append(ground.names().schema()).append(".head");
        return new Statement(text.toString(), bound);
    }

    /** The connection, for what is not a trip; everything that belongs before it was said. */
    Connection connection() {
        prove();
        return connection;
    }

    /** Looks at the head, unless something was said already. */
    void prove() {
        if (!begun && !open) {
            tell();
        }
    }

    /** Says what answers nothing. */
    void tell(String... texts) {
        var trip = new Trip();
        for (var text : texts) {
            trip.say(text);
        }
        try (var answers = run(trip)) {
            answers.skip(texts.length);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
