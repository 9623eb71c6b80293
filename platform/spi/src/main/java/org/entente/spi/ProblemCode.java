package org.entente.spi;

import java.util.Locale;

/** The stable codes of refusals. {@link #text()} is what travels on the wire. */
public enum ProblemCode {
    // the request
    MALFORMED(Blame.CALLER),
    UNKNOWN_PARAMETER(Blame.CALLER),
    UNKNOWN_FIELD(Blame.CALLER),
    UNKNOWN_NAME(Blame.CALLER),
    CURSOR_INVALID(Blame.CALLER),
    LIMIT_INVALID(Blame.CALLER),
    UNAUTHENTICATED(Blame.CALLER),
    FORBIDDEN(Blame.CALLER),
    NOT_FOUND(Blame.CALLER),
    METHOD_NOT_ALLOWED(Blame.CALLER),
    NOT_ACCEPTABLE(Blame.CALLER),
    UNSUPPORTED_MEDIA_TYPE(Blame.CALLER),
    TOO_LARGE(Blame.CALLER),
    TOO_MANY(Blame.CALLER),
    CROSS_SITE(Blame.CALLER),
    PRECONDITION_REQUIRED(Blame.CALLER),
    STALE(Blame.CALLER),
    IN_PROGRESS(Blame.CALLER),
    KEY_REUSED(Blame.CALLER),
    NOT_SUPPORTED(Blame.CALLER),
    // values
    REQUIRED(Blame.CALLER),
    WRONG_TYPE(Blame.CALLER),
    INVALID_VALUE(Blame.CALLER),
    OUT_OF_RANGE(Blame.CALLER),
    TOO_LONG(Blame.CALLER),
    UNKNOWN_OPTION(Blame.CALLER),
    CURRENCY_NOT_ALLOWED(Blame.CALLER),
    READ_ONLY(Blame.CALLER),
    REFERENCE_NOT_FOUND(Blame.CALLER),
    REFERENCED(Blame.CALLER),
    NOT_UNIQUE(Blame.CALLER),
    RULE_BROKEN(Blame.CALLER),
    TOO_EXPENSIVE(Blame.CALLER),
    // expressions
    SYNTAX_ERROR(Blame.CALLER),
    TYPE_ERROR(Blame.CALLER),
    UNKNOWN_FUNCTION(Blame.CALLER),
    EXPRESSION_TOO_LARGE(Blame.CALLER),
    // definitions
    UNKNOWN_KEYWORD(Blame.TENANT_MODEL),
    UNKNOWN_TYPE(Blame.TENANT_MODEL),
    UNKNOWN_ENTITY(Blame.TENANT_MODEL),
    UNKNOWN_TRAIT(Blame.TENANT_MODEL),
    UNKNOWN_PACK(Blame.TENANT_MODEL),
    UNKNOWN_PATH(Blame.TENANT_MODEL),
    MISSING(Blame.TENANT_MODEL),
    INVALID_NAME(Blame.TENANT_MODEL),
    RESERVED_NAME(Blame.TENANT_MODEL),
    NAME_TAKEN(Blame.TENANT_MODEL),
    KEY_TAKEN(Blame.TENANT_MODEL),
    TWO_WRITERS(Blame.TENANT_MODEL),
    NOTHING_TO_OVERRIDE(Blame.TENANT_MODEL),
    CHANGE_NOT_SUPPORTED(Blame.TENANT_MODEL),
    VALUES_UNFIT(Blame.TENANT_MODEL),
    OPTION_IN_USE(Blame.TENANT_MODEL),
    MODEL_MOVED(Blame.TENANT_MODEL),
    LIMIT_REACHED(Blame.TENANT_MODEL),
    CHECK_FAILED(Blame.TENANT_MODEL),
    // outside and us
    UNAVAILABLE(Blame.OUTSIDE),
    TIMED_OUT(Blame.PLATFORM),
    INTERNAL(Blame.PLATFORM);

    private final Blame blame;

    ProblemCode(Blame blame) {
        this.blame = blame;
    }

    /** Who has to act. */
    public Blame blame() {
        return blame;
    }

    /** The code as clients see it, such as {@code unknown_field}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
