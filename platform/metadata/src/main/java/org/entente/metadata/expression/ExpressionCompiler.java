package org.entente.metadata.expression;

import org.entente.spi.Outcome;

/** The door of the language: text in, a checked and typed tree or problems out. */
public final class ExpressionCompiler {

    private ExpressionCompiler() {}

    /**
     * Reads and checks an expression; never throws, whatever the text.
     *
     * <p>Each problem has in its details {@code position} (code points before the place), {@code
     * line} and {@code column} (both from 1), {@code reason} (a stable word) and the facts of that
     * reason; {@link org.entente.spi.Problem#at} is empty.
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static Outcome<BoundExpression> compile(Scope scope, String text, Expected expected) {
        throw new UnsupportedOperationException();
    }
}
