package org.entente.server.problem;

import org.entente.spi.Blame;
import org.entente.spi.ProblemCode;

/** The one place that knows which HTTP status a problem has. */
public final class Statuses {

    private Statuses() {}

    /** The status of a code: its own where HTTP has a word for it, else that of its blame. */
    public static int of(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, CROSS_SITE -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case NOT_UNIQUE, REFERENCED, NAME_TAKEN, MODEL_MOVED, IN_PROGRESS -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case REQUIRED,
                    WRONG_TYPE,
                    INVALID_VALUE,
                    OUT_OF_RANGE,
                    TOO_LONG,
                    UNKNOWN_OPTION,
                    CURRENCY_NOT_ALLOWED,
                    READ_ONLY,
                    REFERENCE_NOT_FOUND,
                    RULE_BROKEN,
                    KEY_REUSED,
                    TOO_EXPENSIVE ->
                    422;
            case PRECONDITION_REQUIRED -> 428;
            case NOT_SUPPORTED -> 501;
            case TIMED_OUT -> 503;
            default -> of(code.blame());
        };
    }

    private static int of(Blame blame) {
        return switch (blame) {
            case CALLER -> 400;
            case TENANT_MODEL -> 422;
            case PLUGIN, PLATFORM -> 500;
            case OUTSIDE -> 503;
        };
    }
}
