package org.entente.metadata.expression;

import java.util.List;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/** The door of the language: text in, a checked and typed tree or problems out. */
public final class ExpressionCompiler {

    private static final int MOST_ROUNDS = 5;

    private ExpressionCompiler() {}

    /**
     * Reads and checks an expression; never throws, whatever the text.
     *
     * <p>Each problem has in its details {@code position} (code points before the place), {@code
     * line} and {@code column} (both from 1), {@code reason} (a stable word) and the facts of that
     * reason; {@link Problem#at} is empty. The problems are SYNTAX_ERROR, EXPRESSION_TOO_LARGE,
     * UNKNOWN_FIELD, UNKNOWN_NAME, UNKNOWN_FUNCTION and TYPE_ERROR.
     */
    public static Outcome<BoundExpression> compile(Scope scope, String text, Expected expected) {
        return ExpressionParser.parse(text).then(syntax -> bind(scope, text, syntax, expected));
    }

    /** The words of a text that the model defines, as far as the text can be understood. */
    public static List<Use> uses(Scope scope, String text, Expected expected) {
        return switch (ExpressionParser.parse(text)) {
            case Outcome.Done<Syntax>(var syntax) -> {
                var binder = new Binder(scope, new Findings(text), new ParameterTypes(Map.of()));
                binder.bind(syntax, expected);
                yield binder.uses();
            }
            case Outcome.Refused<Syntax> _ -> List.of();
        };
    }

    private static Outcome<BoundExpression> bind(
            Scope scope, String text, Syntax syntax, Expected expected) {
        Map<String, ValueType> known = Map.of();
        for (var round = 1; ; round++) {
            var findings = new Findings(text);
            var parameters = new ParameterTypes(known);
            var binder = new Binder(scope, findings, parameters);
            var root = binder.bind(syntax, expected);
            if (round == MOST_ROUNDS || parameters.known().equals(known)) {
                if (findings.problems().isEmpty()) {
                    reportUndetermined(parameters, findings);
                    root.ifPresent(binder::limit);
                }
                return root.isPresent() && findings.problems().isEmpty()
                        ? Outcome.done(new BoundExpression(root.get(), parameters.known()))
                        : Outcome.refused(findings.problems());
            }
            known = parameters.known();
        }
    }

    private static void reportUndetermined(ParameterTypes parameters, Findings findings) {
        parameters
                .undetermined()
                .forEach((name, position) ->
                        findings.type("parameter_type_unknown", position, Map.of("name", name)));
    }
}
