package org.entente.server.body;

import java.util.List;
import org.entente.spi.Problem;

/**
 * Carries the refusal of a body out of a reader of bodies, whose signature has no other way; the
 * server's edge turns it into an answer.
 */
public final class RefusedBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedBody(List<Problem> problems) {
        super(problems.getFirst().code().text());
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
