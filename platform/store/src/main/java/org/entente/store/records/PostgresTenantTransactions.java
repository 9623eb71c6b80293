package org.entente.store.records;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.entente.engine.Attempt;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.entente.store.Failures;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork;
import org.entente.store.UnitOfWork.Work;
import org.entente.store.shape.Shapes;
import org.jspecify.annotations.Nullable;

/** Transactions in a tenant: the first statement takes the role and asks for the head. */
public final class PostgresTenantTransactions implements TenantTransactions {

    private static final int ATTEMPTS = 5;
    private static final long UNKNOWN = -1;

    private final UnitOfWork unit;
    private final Shapes shapes;
    private final Limits limits;

    public PostgresTenantTransactions(UnitOfWork unit, Shapes shapes, Limits limits) {
        this.unit = unit;
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
        for (var attempt = 1; ; attempt++) {
            var shape = shapes.ensure(tenant, model, written);
            var ground = new Ground(TenantNames.of(tenant), model, shape);
            var came = patiently(attempt, ground, ending, work);
            if (came.head() != model.version() && came.head() != UNKNOWN) {
                return new Attempt.Behind<>(came.head());
            }
            var outcome = came.outcome();
            if (outcome != null) {
                return new Attempt.Fresh<>(outcome);
            }
            if (attempt == ATTEMPTS) {
                throw new EntenteException(Problem.of(ProblemCode.UNAVAILABLE));
            }
            shapes.reload(tenant);
        }
    }

    /** The published version, and the outcome if the work could be done. */
    private record Came<T>(long head, @Nullable Outcome<T> outcome) {}

    /** Whoever lost a race starts over; nothing of the lost transaction is left. */
    private <T> Came<T> patiently(
            int attempt,
            Ground ground,
            Ending ending,
            Function<TenantTransaction, Outcome<T>> work) {
        try {
            return unit.run(
                    came -> ending == Ending.COMMIT && came.outcome() instanceof Outcome.Done<T>,
                    hands -> once(ground, hands, work));
        } catch (EntenteException e) {
            if (Failures.isPassing(e) && attempt < ATTEMPTS) {
                return new Came<>(UNKNOWN, null);
            }
            throw e;
        }
    }

    private <T> Came<T> once(
            Ground ground, Work hands, Function<TenantTransaction, Outcome<T>> work) {
        var head = enter(ground, hands);
        return head.fits(ground)
                ? new Came<>(
                        head.modelVersion(),
                        work.apply(new PostgresTenantTransaction(ground, hands)))
                : new Came<>(head.modelVersion(), null);
    }

    private Head enter(Ground ground, Work hands) {
        var names = ground.names();
        var trip = new Trip().say(names.entrance(limits)).say(names.head());
        try (var answers = trip.run(hands.connection())) {
            answers.skip(1);
            return Head.read(answers);
        } catch (SQLException e) {
            throw Failures.translate(e);
        }
    }
}
