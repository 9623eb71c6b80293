package org.entente.metadata.expression;

import java.util.Map;
import java.util.regex.Pattern;
import org.entente.spi.ProblemCode;

/** Turns a message of the parser into a reason of ours; it is never shown as it is. */
final class SyntaxMessage {

    private static final Pattern UNEXPECTED =
            Pattern.compile("(?s)(?:extraneous|mismatched) input '(.*?)' expecting .*");
    private static final Pattern NO_WAY =
            Pattern.compile("(?s)no viable alternative at input '(.*)'");
    private static final Pattern MISSING = Pattern.compile("(?s)missing '(.*)' at '.*");
    private static final Pattern NO_TOKEN =
            Pattern.compile("(?s)token recognition error at: '(.*)'");
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (\\w+)");
    private static final Map<String, String> SUGGESTIONS =
            Map.of("and", "&&", "or", "||", "not", "!", "=", "==", "<>", "!=", "is", "==");
    private static final int LONGEST_QUOTE = 40;

    private SyntaxMessage() {}

    static void report(String message, int position, Findings findings) {
        if (message.contains("recursion limit")) {
            tooLarge("too_deep", ExpressionParser.DEEPEST, position, findings);
        } else if (message.contains("node limit")) {
            tooLarge("too_many_parts", ExpressionParser.MOST_NODES, position, findings);
        } else {
            syntax(message, position, findings);
        }
    }

    private static void tooLarge(String reason, int limit, int position, Findings findings) {
        findings.report(ProblemCode.EXPRESSION_TOO_LARGE, reason, position, Map.of("limit", limit));
    }

    private static void syntax(String message, int position, Findings findings) {
        var token = NO_TOKEN.matcher(message);
        var unexpected = UNEXPECTED.matcher(message);
        var missing = MISSING.matcher(message);
        var noWay = NO_WAY.matcher(message);
        var reserved = RESERVED.matcher(message);
        if (token.matches()) {
            character(token.group(1), position, findings);
        } else if (unexpected.matches()) {
            unexpected(unexpected.group(1), position, findings);
        } else if (missing.matches()) {
            found("missing", "expected", missing.group(1), position, findings);
        } else if (noWay.matches()) {
            unexpected(noWay.group(1), position, findings);
        } else if (reserved.matches()) {
            found("reserved_word", "name", reserved.group(1), position, findings);
        } else if (message.startsWith("For input string")) {
            findings.report(ProblemCode.SYNTAX_ERROR, "number_too_large", position, Map.of());
        } else if (message.contains("unicode") || message.contains("escape")) {
            findings.report(ProblemCode.SYNTAX_ERROR, "character_refused", position, Map.of());
        } else {
            findings.report(ProblemCode.SYNTAX_ERROR, "malformed", position, Map.of());
        }
    }

    private static void character(String found, int position, Findings findings) {
        if (found.startsWith("'") || found.startsWith("\"")) {
            findings.report(ProblemCode.SYNTAX_ERROR, "unclosed_text", position, Map.of());
        } else if (found.startsWith("=")) {
            unexpected("=", position, findings);
        } else {
            found("unexpected_character", "found", found, position, findings);
        }
    }

    private static void unexpected(String found, int position, Findings findings) {
        if (found.equals("<EOF>")) {
            findings.report(ProblemCode.SYNTAX_ERROR, "unexpected_end", position, Map.of());
        } else {
            found("unexpected", "found", found, position, findings);
        }
    }

    private static void found(
            String reason, String fact, String found, int position, Findings findings) {
        var quoted = found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) : found;
        var suggestion = SUGGESTIONS.get(found);
        findings.report(
                ProblemCode.SYNTAX_ERROR,
                reason,
                position,
                suggestion == null
                        ? Map.of(fact, quoted)
                        : Map.of(fact, quoted, "suggestion", suggestion));
    }
}
