package org.entente.metadata.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionCompilerTest {

    private static final String ID = "0190a0b0-1111-7222-8333-444455556666";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "active",
                "!active && price > 12",
                "price * quantity * (1 - discount) > 0.2",
                "premium.amount * 12 >= 100 || premium.currency == \"EUR\"",
                "premium == null && address != null",
                "ends == null || ends >= starts",
                "starts >= \"2026-05-01\" && starts < addMonths(today, -1)",
                "called_at > \"2026-05-01T10:00:00Z\"",
                "called_at > now - duration(\"P3D\")",
                "now - called_at > duration(\"PT12H\")",
                "date(called_at) == today",
                "stage == \"won\"",
                "stage in [\"new\", \"won\", null]",
                "stage in []",
                "stage == (active ? \"new\" : \"won\")",
                "coalesce(stage, \"new\") != \"lost\"",
                "text(stage) == \"anything\"",
                "price == \"12.50\"",
                "quantity in [1, 2.5, price]",
                "owner == me",
                "me == owner",
                "account.owner == me && account.created_by == me.id",
                "id == \"" + ID + "\"",
                "account == \"" + ID + "\"",
                "broker == account",
                "broker == \"" + ID + "\"",
                "broker.email == me.email",
                "account.country in [\"FR\", \"BE\"]",
                "parent.parent.parent.parent.parent.name == \"x\"",
                "account.id == account",
                "name.contains(\"é\") && startsWith(fold(name), \"a\") && name.lower().size() > 3",
                "starts.year == 2026 && called_at.weekday == 1 && today.month == 5",
                "startOfMonth(called_at) == startOfMonth(today)",
                "round(price, 1) == round(quantity / 3) && abs(-price) >= 0",
                "min(price, quantity, 3) < max(1, 2)",
                "number(name) > 3 && daysBetween(starts, ends) < 30",
                "address.city == \"Paris\" && address.country != \"FR\"",
                "(null == null)",
                "null",
                "null ? true : false",
                "active ? null : true",
                "name == params.x && params.y == null && params.y > price",
                "params.a == params.b && params.a > starts",
                "params.flag",
                "date(params.d) < today",
                "created_at > updated_at",
                "text(12) + \"a\" == name",
                "name + params.suffix == \"ab\"",
                "lines.exists(c, c.amount > price && c.deal == id && c.name == name)",
                "lines.all(c, c.paid || c.amount > params.x)",
                "lines.filter(c, c.paid).map(c, c.amount * 2).sum() > 3",
                "lines.map(c, c.amount).filter(a, a > 3).size() > 3",
                "lines.size() > 3 && size(lines) == lines.filter(l, true).size()",
                "account.deals.exists(d, d.id == id)",
                "lines.map(c, c.name).min() < \"b\"",
                "children.all(c, c.lines.map(l, l.amount).avg() > c.price)",
            })
    void takesAsACondition(String text) {
        assertInstanceOf(
                Outcome.Done.class,
                ExpressionCompiler.compile(SampleModel.deal(), text, Expected.condition()),
                () -> refused(text, Expected.condition()).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            nullValues = "(none)",
            textBlock =
                    """
                    a = 3 | SYNTAX_ERROR | unexpected | 2
                    name = "x" | SYNTAX_ERROR | unexpected | 5
                    name == | SYNTAX_ERROR | unexpected_end | 7
                    (active | SYNTAX_ERROR | missing | 7
                    name == "x | SYNTAX_ERROR | unclosed_text | 8
                    active and active | SYNTAX_ERROR | unexpected | 7
                    été == 1 | SYNTAX_ERROR | unexpected_character | 0
                    quantity > 99999999999999999999 | SYNTAX_ERROR | number_too_large | 11
                    price > 1e400 | SYNTAX_ERROR | number_too_large | 8
                    price > 0.123456789012345678901 | SYNTAX_ERROR | number_too_large | 8
                    name == "\\u0000" | SYNTAX_ERROR | character_refused | 8
                    quantity > 1u | SYNTAX_ERROR | not_in_language | 11
                    {1: 2} == 3 | SYNTAX_ERROR | not_in_language | 0
                    name[0] == "x" | SYNTAX_ERROR | not_in_language | 4
                    .name == "x" | SYNTAX_ERROR | not_in_language | 0
                    package == 1 | SYNTAX_ERROR | reserved_word | 0
                    nmae == "x" | UNKNOWN_FIELD | unknown_field | 0
                    active && pin == "x" | UNKNOWN_FIELD | unknown_field | 10
                    account.contry == "FR" | UNKNOWN_FIELD | unknown_field | 8
                    account. contry == "FR" | UNKNOWN_FIELD | unknown_field | 9
                    broker.last_name == "x" | UNKNOWN_FIELD | unknown_field | 7
                    broker.owner == me | UNKNOWN_FIELD | unknown_field | 7
                    me.phone == "x" | UNKNOWN_FIELD | unknown_field | 3
                    old == 1 | UNKNOWN_FIELD | unknown_field | 0
                    active && lowr(name) == "x" | UNKNOWN_FUNCTION | unknown_function | 10
                    name.matches("x") | UNKNOWN_FUNCTION | unknown_function | 5
                    account.exists(c, c.x) | TYPE_ERROR | needs_related_list | 8
                    name > 3 | TYPE_ERROR | cannot_compare | 5
                    name == 3 | TYPE_ERROR | cannot_compare | 5
                    stage == "wn" | TYPE_ERROR | not_an_option | 9
                    stage in ["new", "wn"] | TYPE_ERROR | not_an_option | 17
                    stage < "won" | TYPE_ERROR | not_ordered | 6
                    stage == other_stage | TYPE_ERROR | cannot_compare | 6
                    stage == name | TYPE_ERROR | cannot_compare | 6
                    starts > "soon" | TYPE_ERROR | not_readable_as | 9
                    starts == "0000-01-01" | TYPE_ERROR | not_readable_as | 10
                    price == "12,5" | TYPE_ERROR | not_readable_as | 9
                    quantity == "12" | TYPE_ERROR | wrong_type | 12
                    account == "x" | TYPE_ERROR | not_readable_as | 11
                    account == owner | TYPE_ERROR | cannot_compare | 8
                    broker == owner | TYPE_ERROR | cannot_compare | 7
                    starts == called_at | TYPE_ERROR | cannot_compare | 7
                    premium > 3 | TYPE_ERROR | needs_part | 0
                    active && premium == premium | TYPE_ERROR | needs_part | 10
                    premium.total > 3 | TYPE_ERROR | no_such_part | 8
                    address.street.x == "a" | TYPE_ERROR | no_such_part | 15
                    me.enabled | TYPE_ERROR | not_known_of_me | 3
                    id.name == "x" | TYPE_ERROR | not_a_path | 3
                    name | TYPE_ERROR | wrong_type | 0
                    name && active | TYPE_ERROR | wrong_type | 0
                    !quantity | TYPE_ERROR | wrong_type | 1
                    name ? true : false | TYPE_ERROR | wrong_type | 0
                    (active ? 1 : "a") == 1 | TYPE_ERROR | wrong_type | 14
                    (active ? name : 1) == 1 | TYPE_ERROR | branches_differ | 8
                    starts + 1 == today | TYPE_ERROR | cannot_calculate | 7
                    ends - starts > 3 | TYPE_ERROR | cannot_calculate | 5
                    name - "a" == "b" | TYPE_ERROR | cannot_calculate | 5
                    stage + "a" == "b" | TYPE_ERROR | cannot_calculate | 6
                    size(3) == 1 | TYPE_ERROR | wrong_type | 5
                    name.endsWith("a", "b") | TYPE_ERROR | wrong_number_of_arguments | 5
                    addDays(called_at, 1) == today | TYPE_ERROR | wrong_type | 8
                    text(account) == "x" | TYPE_ERROR | has_no_text | 5
                    duration("3 days") == now - now | TYPE_ERROR | not_readable_as | 9
                    coalesce(name, 1) == "a" | TYPE_ERROR | arguments_differ | 0
                    name in "abc" | TYPE_ERROR | needs_list | 8
                    [1, 2] == 3 | TYPE_ERROR | list_outside_in | 0
                    params == 1 | TYPE_ERROR | needs_parameter_name | 0
                    active && params.x == null | TYPE_ERROR | parameter_type_unknown | 17
                    params.x == params.y | TYPE_ERROR | parameter_type_unknown | 7
                    name == params.x && starts == params.x | TYPE_ERROR | parameter_conflict | 37
                    lines == 3 | TYPE_ERROR | needs_list_function | 0
                    lines.exists(c, c.amount) | TYPE_ERROR | wrong_type | 18
                    lines.exists(c) | TYPE_ERROR | wrong_number_of_arguments | 6
                    lines.exists("c", true) | TYPE_ERROR | needs_item_name | 13
                    lines.exists(now, true) | TYPE_ERROR | needs_item_name | 13
                    lines.exists(c, c.amuont > 3) | UNKNOWN_FIELD | unknown_field | 18
                    lines.exists(c, amount > 3) | UNKNOWN_FIELD | unknown_field | 16
                    lines.sum() > 3 | TYPE_ERROR | wrong_type | 0
                    lines.map(c, c.name).sum() > 3 | TYPE_ERROR | wrong_type | 15
                    lines.map(c, c.paid).max() | TYPE_ERROR | not_ordered | 21
                    lines.min() == 1 | TYPE_ERROR | not_ordered | 6
                    linse.size() == 1 | UNKNOWN_FIELD | unknown_field | 0
                    broker.lines.size() == 1 | UNKNOWN_FIELD | unknown_field | 7
                    children.exists(a, a.children.exists(b, b.children.exists(c, c.active))) | EXPRESSION_TOO_LARGE | lists_too_deep | 51
                    parent.parent.parent.parent.parent.parent.name == "x" | EXPRESSION_TOO_LARGE | path_too_long | 42
                    """)
    void refusesAsACondition(String text, ProblemCode code, String reason, int position) {
        var problem = refused(text, Expected.condition()).getFirst();
        assertEquals(
                List.of(code, reason, position),
                List.of(
                        problem.code(),
                        problem.details().get("reason"),
                        problem.details().get("position")),
                problem::toString);
    }

    @Test
    void namesWhatMayHaveBeenMeant() {
        var details = refused("account.contry == \"FR\"", Expected.any()).getFirst().details();
        assertEquals("contry", details.get("name"));
        assertEquals("organization", details.get("entity"));
        assertEquals(List.of("country"), details.get("options"));
    }

    @Test
    void countsLinesAndColumnsInCodePoints() {
        var text = "name == \"😀\" &&\n  \"😀\" == nmae";
        var details = refused(text, Expected.any()).getFirst().details();
        assertEquals(24, details.get("position"));
        assertEquals(2, details.get("line"));
        assertEquals(10, details.get("column"));
    }

    @Test
    void reportsEachOfSeveralProblems() {
        var problems = refused("nmae == 1 && stage == \"wn\" && price", Expected.any());
        assertEquals(
                List.of("unknown_field", "not_an_option", "wrong_type"),
                problems.stream().map(problem -> problem.details().get("reason")).toList());
    }

    @Test
    void answersForAnUnreadableFieldAsForAnUnknownOne() {
        var blind =
                new Visibility() {
                    @Override
                    public boolean readable(Entity entity, Field field) {
                        return !field.name().equals("price");
                    }

                    @Override
                    public boolean readable(Entity entity) {
                        return !entity.name().equals("organization");
                    }
                };
        var deal = SampleModel.MODEL.entity("deal").orElseThrow();
        var scope = Scope.of(SampleModel.MODEL, deal, blind);
        assertEquals(
                withoutName(refused(scope, "prize == 1"), "prize"),
                withoutName(refused(scope, "price == 1"), "price"));
        assertEquals(
                withoutName(refused(scope, "account.country == \"FR\""), "country"),
                withoutName(refused(scope, "account.nothing == \"FR\""), "nothing"));
    }

    private static String withoutName(List<Problem> problems, String name) {
        return problems.toString().replace(name, "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            textBlock =
                    """
                    quantity + 1 | INTEGER
                    quantity / 2 | DECIMAL
                    quantity * 1.0 | DECIMAL
                    price % 2 | DECIMAL
                    -quantity | INTEGER
                    round(price) | INTEGER
                    round(price, 2) | DECIMAL
                    round(quantity, -2) | INTEGER
                    min(1, 2.5) | DECIMAL
                    active ? 1 : price | DECIMAL
                    coalesce(quantity, 0) | INTEGER
                    name + "x" | TEXT
                    "a" | TEXT
                    now - called_at | DURATION
                    called_at + duration("PT1H") | DATE_TIME
                    duration("PT1H") + called_at | DATE_TIME
                    date(now) | DATE
                    startOfWeek(starts) | DATE
                    premium | MONEY
                    premium.amount | DECIMAL
                    address | ADDRESS
                    null | NULL
                    """)
    void givesTheType(String text, Simple type) {
        assertEquals(type, done(text, Expected.any()).root().type());
    }

    @Test
    void readsAConstantAsWhatIsExpected() {
        assertEquals(
                new Literal("won", new Choice(SampleModel.STAGE)),
                done("\"won\"", Expected.of(new Choice(SampleModel.STAGE))).root());
        assertEquals(
                new Literal("won", new Choice(SampleModel.STAGE)),
                done("won", Expected.of(new Choice(SampleModel.STAGE))).root());
        assertEquals(Simple.DATE, done("\"2026-05-01\"", Expected.of(Simple.DATE)).root().type());
        assertEquals(Simple.DECIMAL, done("12", Expected.of(Simple.DECIMAL)).root().type());
        assertEquals(Simple.INTEGER, done("quantity", Expected.of(Simple.DECIMAL)).root().type());
        assertEquals(
                new ToEntity("user"), done("me", Expected.of(new ToEntity("user"))).root().type());
        assertEquals(
                "wrong_type",
                refused("price", Expected.of(Simple.INTEGER)).getFirst().details().get("reason"));
        assertInstanceOf(Path.class, done("premium", Expected.of(Simple.MONEY)).root());
    }

    @Test
    void keepsEveryDigitOfADecimal() {
        assertEquals(
                "-12345678901234567890.123456789",
                literal("-12345678901234567890.123456789").toString());
        assertEquals("0.1", literal(".1").toString());
        assertEquals("1500", literal("1.5e3").toString());
        assertEquals("0", literal("0.0").toString());
    }

    private static Object literal(String text) {
        var root = assertInstanceOf(Literal.class, done(text, Expected.any()).root());
        return Optional.ofNullable(root.value()).orElseThrow();
    }

    @Test
    void typesParametersByTheirContext() {
        var bound =
                done(
                        "name == params.a && starts < params.b && quantity > params.c"
                                + " && price > params.c && stage == params.d && owner == params.e"
                                + " && params.f in [now] && (params.g || params.h == params.a)",
                        Expected.condition());
        assertEquals(
                Map.of(
                        "a", Simple.TEXT,
                        "b", Simple.DATE,
                        "c", Simple.DECIMAL,
                        "d", new Choice(SampleModel.STAGE),
                        "e", new ToEntity("user"),
                        "f", Simple.DATE_TIME,
                        "g", Simple.BOOLEAN,
                        "h", Simple.TEXT),
                bound.parameters());
    }

    @Test
    void knowsAliasesWithoutARow() {
        var scope =
                Scope.of(
                        SampleModel.MODEL,
                        Map.of("net", new Alias("net", Simple.DECIMAL)),
                        Visibility.EVERYTHING);
        assertInstanceOf(
                Outcome.Done.class,
                ExpressionCompiler.compile(scope, "net > 12", Expected.condition()));
        assertEquals(ProblemCode.UNKNOWN_NAME, refused(scope, "gross > 12").getFirst().code());
        assertEquals(ProblemCode.UNKNOWN_NAME, refused(scope, "id == me").getFirst().code());
    }

    private static BoundExpression done(String text, Expected expected) {
        return switch (ExpressionCompiler.compile(SampleModel.deal(), text, expected)) {
            case Outcome.Done<BoundExpression>(var bound) -> bound;
            case Outcome.Refused<BoundExpression>(var problems) ->
                    throw new AssertionError(text + ": " + problems);
        };
    }

    private static List<Problem> refused(String text, Expected expected) {
        return problems(ExpressionCompiler.compile(SampleModel.deal(), text, expected));
    }

    private static List<Problem> refused(Scope scope, String text) {
        return problems(ExpressionCompiler.compile(scope, text, Expected.condition()));
    }

    private static List<Problem> problems(Outcome<BoundExpression> outcome) {
        return switch (outcome) {
            case Outcome.Done<BoundExpression>(var bound) ->
                    throw new AssertionError("taken: " + bound);
            case Outcome.Refused<BoundExpression>(var problems) -> problems;
        };
    }
}
