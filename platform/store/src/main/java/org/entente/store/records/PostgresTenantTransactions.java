package org.entente.store.records;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.engine.Attempt;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.OwnTransactions;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork;
import org.entente.store.shape.Shapes;
import org.jspecify.annotations.Nullable;

/** Transactions in a tenant: the first statement takes the role and asks for the head. */
public final class PostgresTenantTransactions implements TenantTransactions {

    private static final int ATTEMPTS = 5;
    private static final long UNKNOWN = -1;

    /** Those who begin to write meanwhile stand behind whoever wants to be alone. */
    private static final String LONGEST_WAIT = "select set_config('lock_timeout', '150ms', true)";

    private static final int LONELY_ATTEMPTS = 100;
    private static final Duration BETWEEN_TURNS = Duration.ofMillis(150);

    private final UnitOfWork unit;
    private final OwnTransactions own;
    private final Shapes shapes;
    private final Limits limits;
    private final Statements statements = new Statements();

    /**
     * @param unit for transactions in which something is mapped
     * @param own for those that write records
     */
    public PostgresTenantTransactions(
            UnitOfWork unit, OwnTransactions own, Shapes shapes, Limits limits) {
        this.unit = unit;
        this.own = own;
        this.shapes = shapes;
        this.limits = limits;
    }

    @Override
    public <T> Attempt<Outcome<T>> write(
            Tenant tenant,
            Model model,
            Set<String> entities,
            Ending ending,
            Function<TenantTransaction, Outcome<T>> work) {
        var written = entities.stream().flatMap(name -> model.entity(name).stream()).toList();
        var names = TenantNames.of(tenant);
        var turn = new Turn(List.of(names.amongWriters()), ending, ATTEMPTS, written.isEmpty());
        return attempt(tenant, model, turn, written, work);
    }

    @Override
    public <T> Attempt<Outcome<T>> alone(
            Tenant tenant, Model model, Function<TenantTransaction, Outcome<T>> work) {
        var turn =
                new Turn(
                        List.of(LONGEST_WAIT, TenantNames.of(tenant).alone()),
                        Ending.COMMIT,
                        LONELY_ATTEMPTS,
                        true);
        return attempt(tenant, model, turn, List.of(), work);
    }

    /**
     * How a transaction begins and ends.
     *
     * @param beginning statements before the head is read
     * @param mapped whether mapped rows may be asked for
     */
    private record Turn(List<String> beginning, Ending ending, int attempts, boolean mapped) {

        /** Whether a done outcome is kept, with nothing to add. */
        boolean commitsAsItIs() {
            return ending instanceof Ending.Plain(var commits) && commits;
        }

        boolean keeps(Came<?> came) {
            return ending.commits() && came.outcome() instanceof Outcome.Done;
        }
    }

    private <T> Attempt<Outcome<T>> attempt(
            Tenant tenant,
            Model model,
            Turn turn,
            List<Entity> written,
            Function<TenantTransaction, Outcome<T>> work) {
        for (var attempt = 1; ; attempt++) {
            var shape = shapes.ensure(tenant, model, written);
            var ground = new Ground(TenantNames.of(tenant), model, shape, statements);
            var came = patiently(turn, attempt, ground, work);
            if (came.head() != model.version() && came.head() != UNKNOWN) {
                return new Attempt.Behind<>(came.head());
            }
            var outcome = came.outcome();
            if (outcome != null) {
                return new Attempt.Fresh<>(outcome);
            }
            if (attempt == turn.attempts()) {
                throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
            }
            if (came.head() != UNKNOWN) {
                shapes.reload(tenant);
            }
        }
    }

    /** The published version, and the outcome if the work could be done. */
    private record Came<T>(long head, @Nullable Outcome<T> outcome) {}

    /** What works at a transaction; without {@code jpa} where nothing is mapped. */
    private record Hands(Connection connection, @Nullable EntityManager jpa) {
        static Hands of(UnitOfWork.Work work) {
            return new Hands(work.connection(), work.jpa());
        }
    }

    /** Whoever lost a race starts over; nothing of the lost transaction is left. */
    private <T> Came<T> patiently(
            Turn turn, int attempt, Ground ground, Function<TenantTransaction, Outcome<T>> work) {
        try {
            if (turn.mapped()) {
                return unit.run(turn::keeps, hands -> once(turn, ground, Hands.of(hands), work));
            }
            return own.run(
                    turn::keeps,
                    connection ->
                            attempt == 1
                                    ? atOnce(turn, ground, connection, work)
                                    : once(turn, ground, new Hands(connection, null), work));
        } catch (Line.Doubt doubt) {
            return new Came<>(UNKNOWN, null);
        } catch (EntenteException e) {
            var crowded = turn.attempts() == LONELY_ATTEMPTS && Failures.isLocked(e);
            if (attempt < turn.attempts() && (crowded || Failures.isPassing(e))) {
                LockSupport.parkNanos(crowded ? BETWEEN_TURNS.toNanos() : 0);
                return new Came<>(UNKNOWN, null);
            }
            throw e;
        }
    }

    /** Asks for the head first, and works if it fits. */
    private <T> Came<T> once(
            Turn turn, Ground ground, Hands hands, Function<TenantTransaction, Outcome<T>> work) {
        var head = enter(turn, ground, hands.connection());
        if (!head.fits(ground)) {
            return new Came<>(head.modelVersion(), null);
        }
        var line = Line.open(ground, hands.connection());
        var transaction =
                new PostgresTenantTransaction(ground, line, hands.jpa(), turn.commitsAsItIs());
        return new Came<>(head.modelVersion(), work.apply(transaction));
    }

    /** Works as if the head fitted, which the first trip finds out. */
    private <T> Came<T> atOnce(
            Turn turn,
            Ground ground,
            Connection connection,
            Function<TenantTransaction, Outcome<T>> work) {
        var beginning = new ArrayList<String>();
        if (!seated(ground, connection)) {
            beginning.add(ground.names().stay(limits));
        }
        var line = Line.fresh(ground, connection, beginning);
        var transaction = new PostgresTenantTransaction(ground, line, null, turn.commitsAsItIs());
        return new Came<>(ground.model().version(), proved(line, () -> work.apply(transaction)));
    }

    private boolean seated(Ground ground, Connection connection) {
        try {
            return ground.names().seats(connection, limits);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }

    /** Neither a refusal nor a failure counts before the head is proved. */
    private static <T> T proved(Line line, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            line.prove();
        }
    }

    /** The head is read by a statement of its own, hence as it is once the lock is held. */
    private Head enter(Turn turn, Ground ground, Connection connection) {
        var names = ground.names();
        var trip = new Trip().say(names.entranceByName(limits));
        turn.beginning().forEach(trip::say);
        try (var answers = trip.say(names.head()).run(connection)) {
            answers.skip(1 + turn.beginning().size());
            return Head.read(answers);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
