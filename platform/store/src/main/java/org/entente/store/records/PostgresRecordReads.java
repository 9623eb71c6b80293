package org.entente.store.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.engine.Attempt;
import org.entente.engine.query.ChangeReads;
import org.entente.engine.query.FeedReads;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedAggregate;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedQuery;
import org.entente.engine.query.RecordReads;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.entente.store.Databases;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in one round trip: the head and the query travel together, so that an answer to an
 * old model or an old shape is noticed and never used; before them the role and the time limits,
 * unless the connection is in the tenant already. What it is in is what the server said last.
 */
public final class PostgresRecordReads implements RecordReads, ChangeReads, FeedReads {

    private static final int ATTEMPTS = 5;

    /**
     * Conditions of lists and figures hold for many rows or for few, so that each is planned for
     * its own values, even by a connection that knows its text.
     */
    private static final String PLANNED_FOR_ITS_VALUES =
            "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Databases databases;
    private final Shapes shapes;
    private final Limits limits;
    private final Statements statements = new Statements();

    public PostgresRecordReads(Databases databases, Shapes shapes, Limits limits) {
        this.databases = databases;
        this.shapes = shapes;
        this.limits = limits.forReading();
    }

    @Override
    public Attempt<PageOfRows> page(Tenant tenant, Model model, PlannedQuery query) {
        return read(tenant, model, ground -> new PageQuestion(ground, query));
    }

    @Override
    public Attempt<List<List<@Nullable Object>>> aggregate(
            Tenant tenant, Model model, PlannedAggregate aggregate) {
        return read(tenant, model, ground -> new AggregateQuestion(ground, aggregate));
    }

    @Override
    public Attempt<Told> read(
            Tenant tenant, Model model, PlannedChanges changes, List<PlannedQuery> beside) {
        return read(tenant, model, ground -> new ChangesQuestion(ground, changes, beside));
    }

    @Override
    public Attempt<Optional<Portion>> read(Tenant tenant, Model model, FeedQuery query) {
        return read(tenant, model, ground -> new FeedQuestion(ground, query));
    }

    private interface Asking<T> {
        Question<T> on(Ground ground);
    }

    /** What the head said, and the answer when it was of use. */
    private record Came<T>(long modelVersion, @Nullable T answer) {}

    private <T> Attempt<T> read(Tenant tenant, Model model, Asking<T> asking) {
        var names = TenantNames.of(tenant);
        var shape = shapes.of(tenant);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var came = once(new Ground(names, model, shape, statements), asking);
            if (came.modelVersion() != model.version()) {
                return new Attempt.Behind<>(came.modelVersion());
            }
            var answer = came.answer();
            if (answer != null) {
                return new Attempt.Fresh<>(answer);
            }
            shape = shapes.reload(tenant);
        }
        throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
    }

    private <T> Came<T> once(Ground ground, Asking<T> asking) {
        try (var connection = databases.records().getConnection()) {
            return ask(connection, ground, asking.on(ground));
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    private <T> Came<T> ask(Connection connection, Ground ground, Question<T> question)
            throws SQLException {
        var names = ground.names();
        var trip = new Trip();
        if (!names.seats(connection, limits)) {
            trip.say(names.stay(limits));
        }
        if (question.isList()) {
            trip.say(PLANNED_FOR_ITS_VALUES);
        }
        var before = trip.length();
        trip.say(names.head());
        question.ask(trip);
        try (var answers = trip.run(connection)) {
            answers.skip(before);
            var head = Head.read(answers);
            return new Came<>(
                    head.modelVersion(), head.fits(ground) ? question.read(answers) : null);
        }
    }
}
