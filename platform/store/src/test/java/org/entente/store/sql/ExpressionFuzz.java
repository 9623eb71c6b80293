package org.entente.store.sql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.metadata.expression.BoundExpression;
import org.entente.metadata.expression.Culprit;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.Visibility;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Takes any bytes for an expression: parser, binder, renderer and evaluator must come to an end and
 * answer. A fuzzer (Jazzer) calls {@link #fuzzerTestOneInput}: {@link FuzzTrial}.
 */
public final class ExpressionFuzz {

    private static final int LONGEST_SQL = 5_000_000;
    private static final ExpressionFuzz FUZZ = new ExpressionFuzz();

    /** What fuzzing begins with and what it has found. */
    static final List<String> SEEDS =
            List.of(
                    "",
                    "text_1",
                    "'PT1H' - 'PT1H'",
                    "deals.map(i1, deals.map(i2, i2.whole_1).sum()).sum()",
                    "size(deals) * size(lines) / size(children)",
                    "(((((((((((whole_1)))))))))))",
                    "'\uD83D\uDE00' + text(day_1) + \"\\u0000\"",
                    "computed_1 == computed_2 || computed_3 == computed_4",
                    "\"\"\"a\"\"\" == 'a' && b'x' == r'y'",
                    "1e400 < 0x1F && 9999999999999999999 > -1");

    /** With these a fuzzer finds its way to sentences that mean something. */
    static final List<String> WORDS =
            List.of(
                    ("text_1 whole_1 dec_1 day_1 at_1 choice_1 company flag_1 flag_2 tags_1 spot_1 parent"
                                    + " lines deals children computed_1 computed_2 computed_3 computed_4 owner me"
                                    + " now today null true false params.x . , ( ) [ ] ? : + - * / % == != < <= > >="
                                    + " && || ! in exists( all( filter( map( size( sum( min( max( avg( i1 i2 i1."
                                    + " i2. addDays( addMonths( daysBetween( coalesce( text( number( round( abs("
                                    + " lower( fold( trim( startsWith( contains( date( duration( \"a\" \"é\""
                                    + " \"2026-05-01\" 'PT1H' 0 1 -1 0.1 9007199254740993 1e9 .day .lat .amount")
                            .split(" "));

    private final Random random = new Random(1);
    private final RandomRecords records;
    private final Scope scope;
    private final Tables tables;
    private final DSLContext database = DSL.using(SQLDialect.POSTGRES);
    private final Evaluation evaluation;

    private ExpressionFuzz() {
        var model = RandomModel.create(random);
        records = new RandomRecords(model, random, 3);
        tables = new Tables(database, "t_1", model);
        scope = Scope.of(model, model.entity(RandomModel.ROW).orElseThrow(), Visibility.EVERYTHING);
        var user = records.of("user").getFirst();
        evaluation =
                new Evaluation(
                        Instant.parse("2026-05-01T10:00:00Z"),
                        ZoneId.of("Europe/Paris"),
                        user.id(),
                        user.values(),
                        Map.of());
        records.during(evaluation);
    }

    /** Tries the bytes as a text, and as numbers of words. */
    public static void fuzzerTestOneInput(byte[] input) {
        FUZZ.attempt(new String(input, StandardCharsets.UTF_8));
        var words = new StringBuilder();
        for (var number : input) {
            words.append(WORDS.get((number & 0xff) % WORDS.size())).append(' ');
        }
        FUZZ.attempt(words.toString());
    }

    void attempt(String text) {
        switch (ExpressionCompiler.compile(scope, text, Expected.any())) {
            case Outcome.Refused<BoundExpression>(var problems) -> positioned(text, problems);
            case Outcome.Done<BoundExpression>(var bound) -> {
                switch (new Inlining(scope.model()).inline(scope.row(), bound.root())) {
                    case Outcome.Refused<TypedExpression>(var problems) ->
                            positioned(
                                    text,
                                    problems.stream()
                                            .map(one ->
                                                    Culprit.pointed(
                                                            one, scope, text, Expected.any()))
                                            .toList());
                    case Outcome.Done<TypedExpression>(var whole) -> answered(text, bound, whole);
                }
            }
        }
    }

    private static void positioned(String text, List<Problem> problems) {
        for (var problem : problems) {
            if (!(problem.details().get("position") instanceof Integer position)
                    || position < 0
                    || position > text.codePointCount(0, text.length())) {
                throw new AssertionError(problem + " in " + text);
            }
        }
    }

    private void answered(String text, BoundExpression bound, TypedExpression whole) {
        if (!bound.parameters().isEmpty()) {
            return;
        }
        if (!asksForLists(whole)) {
            rendered(text, whole);
        }
        try {
            var row = records.row(records.of(RandomModel.ROW).getFirst());
            Evaluator.evaluate(whole, row, evaluation);
        } catch (EntenteException bounded) {
            if (bounded.problem().code() != org.entente.spi.ProblemCode.TOO_EXPENSIVE) {
                throw new AssertionError(text, bounded);
            }
        }
    }

    /** Those have their SQL from the tables of a tenant; the differential test looks at it. */
    private static boolean asksForLists(TypedExpression whole) {
        var found = new boolean[1];
        Tree.walk(whole, part -> found[0] |= part instanceof Summary);
        return found[0];
    }

    private void rendered(String text, TypedExpression whole) {
        var query = tables.query();
        var sql = database.render(new ExpressionRenderer(query, evaluation).render(whole));
        if (sql.length() > LONGEST_SQL) {
            throw new AssertionError(sql.length() + " characters of SQL from " + text);
        }
    }
}
