package org.entente.spi;

/**
 * The one exception of Entente for what nobody expected: an outside part is away, time ran out, or
 * we are wrong. An expected refusal is an {@link Outcome.Refused}, never this.
 */
public final class EntenteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public EntenteException(Problem problem) {
        super(problem.code().text());
        this.problem = problem;
    }

    public EntenteException(Problem problem, Throwable cause) {
        super(problem.code().text(), cause);
        this.problem = problem;
    }

    /** What the caller may be told. */
    public Problem problem() {
        return problem;
    }
}
