package org.entente.metadata.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;

/**
 * Reads the grammar of CEL, without its macros: calls stay calls. Limits stand before and within
 * the parser, so that a hostile text costs little; beyond a depth of 100 a small stack would
 * overflow.
 */
final class ExpressionParser {

    static final int MOST_CODE_POINTS = 10_000;
    static final int MOST_NODES = 2_000;
    static final int DEEPEST = 100;

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder()
                    .setOptions(
                            CelOptions.current()
                                    .maxExpressionCodePointSize(MOST_CODE_POINTS)
                                    .maxParseRecursionDepth(DEEPEST)
                                    .maxParseExpressionNodeCount(MOST_NODES)
                                    .maxParseErrorRecoveryLimit(5)
                                    .retainRepeatedUnaryOperators(true)
                                    .build())
                    .build();

    private ExpressionParser() {}

    static Outcome<Syntax> parse(String text) {
        var findings = new Findings(text);
        checkCharacters(text, findings);
        if (!findings.problems().isEmpty()) {
            return Outcome.refused(findings.problems());
        }
        var result = PARSER.parse(text, "expression");
        if (result.hasError()) {
            report(result, findings);
            return Outcome.refused(findings.problems());
        }
        return new SyntaxBuilder(tree(result), findings).build();
    }

    private static void checkCharacters(String text, Findings findings) {
        var size = text.codePointCount(0, text.length());
        if (size > MOST_CODE_POINTS) {
            findings.report(
                    ProblemCode.EXPRESSION_TOO_LARGE,
                    "too_long",
                    0,
                    Map.of("limit", MOST_CODE_POINTS, "found", size));
            return;
        }
        if (text.isBlank()) {
            findings.report(ProblemCode.SYNTAX_ERROR, "empty", 0, Map.of());
            return;
        }
        var position = 0;
        for (var i = 0; i < text.length(); position++) {
            var point = text.codePointAt(i);
            if (point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                findings.report(ProblemCode.SYNTAX_ERROR, "character_refused", position, Map.of());
                return;
            }
            i += Character.charCount(point);
        }
    }

    /** Only the first: what follows a broken place is noise. */
    private static void report(CelValidationResult result, Findings findings) {
        var issue = result.getErrors().getFirst();
        SyntaxMessage.report(issue.getMessage(), position(issue, result.getSource()), findings);
    }

    private static int position(CelIssue issue, CelSource source) {
        return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("the parser found errors after it found none", e);
        }
    }
}
