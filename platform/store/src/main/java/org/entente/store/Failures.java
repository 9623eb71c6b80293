package org.entente.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What a failure of the database means to those who asked. */
public final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String QUERY_CANCELED = "57014";
    private static final String TRANSACTION_TIMEOUT = "25P04";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final int DEEPEST = 20;

    private Failures() {}

    /** The exception to throw instead of this one. */
    public static EntenteException translate(Exception failure) {
        if (failure instanceof EntenteException ready) {
            return ready;
        }
        var code = sql(failure).map(sql -> code(sql)).orElse(ProblemCode.INTERNAL);
        var details =
                code == ProblemCode.INTERNAL || code == ProblemCode.TOO_EXPENSIVE
                        ? Map.<String, Object>of()
                        : Map.<String, Object>of("dependency", "database");
        return new EntenteException(Problem.of(code, "", details), failure);
    }

    /**
     * The same exception, unless the database stands behind it: providers have many of their own.
     */
    static RuntimeException ofDatabase(RuntimeException failure) {
        return sql(failure).isPresent() ? translate(failure) : failure;
    }

    private static ProblemCode code(SQLException failure) {
        var state = state(failure);
        return switch (state) {
            case QUERY_CANCELED -> ProblemCode.TOO_EXPENSIVE;
            case TRANSACTION_TIMEOUT, LOCK_NOT_AVAILABLE -> ProblemCode.TIMED_OUT;
            case SERIALIZATION, DEADLOCK -> ProblemCode.UNAVAILABLE;
            default -> isAway(failure, state) ? ProblemCode.UNAVAILABLE : ProblemCode.INTERNAL;
        };
    }

    /** Connections that break, cannot be had, or are refused; a full or stopping database. */
    private static boolean isAway(SQLException failure, String state) {
        return failure instanceof java.sql.SQLTransientConnectionException
                || failure instanceof java.sql.SQLNonTransientConnectionException
                || failure instanceof java.sql.SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }

    /** The name of the unique index that a failure speaks of. */
    public static Optional<String> brokenUnique(Throwable failure) {
        return sql(failure)
                .filter(sql -> state(sql).equals(UNIQUE_VIOLATION))
                .map(sql -> {
                    var message =
                            sql instanceof PSQLException postgres
                                    ? postgres.getServerErrorMessage()
                                    : null;
                    var name = message == null ? null : message.getConstraint();
                    return name == null ? "" : name;
                });
    }

    /** Whether doing the same again in a new transaction may succeed. */
    public static boolean isPassing(Throwable failure) {
        return hasState(failure, SERIALIZATION, DEADLOCK);
    }

    /** Whether somebody else held what was needed. */
    public static boolean isLocked(Throwable failure) {
        return hasState(failure, LOCK_NOT_AVAILABLE, DEADLOCK);
    }

    /**
     * Whether a value, a condition of a table or a name was in the way: what can come of a model
     * that is no longer the head.
     */
    public static boolean isOfData(Throwable failure) {
        return sql(failure)
                .map(Failures::state)
                .filter(state ->
                        state.startsWith("22") || state.startsWith("23") || state.startsWith("42"))
                .isPresent();
    }

    /** Whether the time for a statement was over. */
    public static boolean isTimedOut(Throwable failure) {
        return hasState(failure, QUERY_CANCELED, QUERY_CANCELED);
    }

    /** Whether a table or column was not there. */
    public static boolean isUnknownName(Throwable failure) {
        return hasState(failure, UNDEFINED_TABLE, UNDEFINED_COLUMN);
    }

    private static boolean hasState(Throwable failure, String one, String other) {
        return sql(failure)
                .map(Failures::state)
                .filter(state -> state.equals(one) || state.equals(other))
                .isPresent();
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }

    private static Optional<SQLException> sql(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (var depth = 0; depth < DEEPEST && cause != null; depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return failure instanceof SQLException sql ? Optional.of(sql) : Optional.empty();
    }
}
