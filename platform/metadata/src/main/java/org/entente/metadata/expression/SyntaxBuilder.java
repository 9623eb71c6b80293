package org.entente.metadata.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.Syntax.Symbol;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Turns the parser's tree into ours and refuses what the language leaves out. */
final class SyntaxBuilder {

    private static final Map<String, Symbol> SYMBOLS =
            Map.ofEntries(
                    Map.entry("_==_", Symbol.EQUAL),
                    Map.entry("_!=_", Symbol.NOT_EQUAL),
                    Map.entry("_<_", Symbol.LESS),
                    Map.entry("_<=_", Symbol.LESS_OR_EQUAL),
                    Map.entry("_>_", Symbol.GREATER),
                    Map.entry("_>=_", Symbol.GREATER_OR_EQUAL),
                    Map.entry("_+_", Symbol.PLUS),
                    Map.entry("_-_", Symbol.MINUS),
                    Map.entry("_*_", Symbol.TIMES),
                    Map.entry("_/_", Symbol.OVER),
                    Map.entry("_%_", Symbol.REMAINDER),
                    Map.entry("-_", Symbol.NEGATE),
                    Map.entry("_&&_", Symbol.AND),
                    Map.entry("_||_", Symbol.OR),
                    Map.entry("!_", Symbol.NOT),
                    Map.entry("_?_:_", Symbol.CONDITIONAL),
                    Map.entry("@in", Symbol.IN));

    private final CelAbstractSyntaxTree tree;
    private final int[] text;
    private final Findings findings;
    private int depth;

    SyntaxBuilder(CelAbstractSyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.text = tree.getSource().getContent().toString().codePoints().toArray();
        this.findings = findings;
    }

    Outcome<Syntax> build() {
        var syntax = build(tree.getExpr());
        return syntax.isPresent()
                ? Outcome.done(syntax.get())
                : Outcome.refused(findings.problems());
    }

    private Optional<Syntax> build(CelExpr expression) {
        if (depth >= ExpressionParser.DEEPEST) {
            findings.report(
                    ProblemCode.EXPRESSION_TOO_LARGE,
                    "too_deep",
                    position(expression),
                    Map.of("limit", ExpressionParser.DEEPEST));
            return Optional.empty();
        }
        depth++;
        var syntax = buildKind(expression);
        depth--;
        return syntax;
    }

    private Optional<Syntax> buildKind(CelExpr expression) {
        var position = position(expression);
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant(), position);
            case IDENT -> name(expression.ident().name(), position);
            case SELECT -> member(expression.select(), position);
            case CALL -> call(expression.call(), position);
            case LIST ->
                    all(expression.list().elements())
                            .map(items -> new Syntax.Items(position, items));
            case MAP, STRUCT, COMPREHENSION, NOT_SET -> refuse(position);
        };
    }

    private Optional<Syntax> constant(CelConstant constant, int position) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> literal(null, Simple.NULL, position);
            case BOOLEAN_VALUE -> literal(constant.booleanValue(), Simple.BOOLEAN, position);
            case INT64_VALUE ->
                    literal(BigDecimal.valueOf(constant.int64Value()), Simple.INTEGER, position);
            case DOUBLE_VALUE -> decimal(constant.doubleValue(), position);
            case STRING_VALUE -> text(constant.stringValue(), position);
            case UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
                    refuse(position);
        };
    }

    private static Optional<Syntax> literal(@Nullable Object value, ValueType type, int position) {
        return Optional.of(new Syntax.Constant(position, new Literal(value, type)));
    }

    /** The parser has lost digits; they still stand in the text, the sign before them. */
    private Optional<Syntax> decimal(double approximation, int position) {
        var end = position;
        while (end < text.length && continuesNumber(end)) {
            end++;
        }
        var digits = new String(text, position, end - position);
        var value = Constants.decimal(digits);
        if (value.isEmpty()) {
            findings.report(ProblemCode.SYNTAX_ERROR, "number_too_large", position, Map.of());
            return Optional.empty();
        }
        var negative = Math.copySign(1, approximation) < 0;
        return literal(negative ? value.get().negate() : value.get(), Simple.DECIMAL, position);
    }

    private boolean continuesNumber(int at) {
        var point = text[at];
        return (point >= '0' && point <= '9')
                || point == '.'
                || point == 'e'
                || point == 'E'
                || ((point == '-' || point == '+') && (text[at - 1] | 0x20) == 'e');
    }

    private Optional<Syntax> text(String value, int position) {
        if (value.indexOf(0) >= 0) {
            findings.report(ProblemCode.SYNTAX_ERROR, "character_refused", position, Map.of());
            return Optional.empty();
        }
        return literal(Normalizer.normalize(value, Normalizer.Form.NFC), Simple.TEXT, position);
    }

    private Optional<Syntax> name(String name, int position) {
        return name.startsWith(".")
                ? refuse(Math.max(0, position - 1))
                : Optional.of(new Syntax.Name(position, name));
    }

    private Optional<Syntax> member(CelExpr.CelSelect select, int dot) {
        return build(select.operand())
                .map(of -> new Syntax.Member(skipSpace(dot + 1), of, select.field()));
    }

    private Optional<Syntax> call(CelExpr.CelCall call, int position) {
        var symbol = SYMBOLS.get(call.function());
        var inOrder = new ArrayList<CelExpr>(call.args());
        call.target().ifPresent(target -> inOrder.add(0, target));
        if (symbol != null) {
            return all(inOrder).map(operands -> new Syntax.Operator(position, symbol, operands));
        }
        if (!Character.isLetter(call.function().charAt(0))) {
            return refuse(position);
        }
        return all(inOrder)
                .map(arguments ->
                        new Syntax.Call(
                                startOfName(call.function(), position),
                                call.function(),
                                arguments));
    }

    private Optional<List<Syntax>> all(List<CelExpr> expressions) {
        var built = new ArrayList<Syntax>();
        for (var expression : expressions) {
            build(expression).ifPresent(built::add);
        }
        return built.size() == expressions.size() ? Optional.of(built) : Optional.empty();
    }

    private Optional<Syntax> refuse(int position) {
        findings.report(ProblemCode.SYNTAX_ERROR, "not_in_language", position, Map.of());
        return Optional.empty();
    }

    private int position(CelExpr expression) {
        var position = tree.getSource().getPositionsMap().get(expression.id());
        return position == null ? 0 : position;
    }

    private int skipSpace(int from) {
        var at = from;
        while (at < text.length && Character.isWhitespace(text[at])) {
            at++;
        }
        return at;
    }

    /** The parser places a call at its parenthesis. */
    private int startOfName(String name, int parenthesis) {
        var end = parenthesis;
        while (end > 0 && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        var start = end - name.length();
        return start >= 0 && new String(text, start, name.length()).equals(name)
                ? start
                : parenthesis;
    }
}
