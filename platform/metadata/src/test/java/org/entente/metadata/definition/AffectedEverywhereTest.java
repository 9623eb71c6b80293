package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.compile;
import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.entente.spi.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a definition names a field, by whatever path: who renames or narrows the field is told
 * of the definition, and who drops it is told of it or refused for it.
 */
class AffectedEverywhereTest {

    /** The field {@code limit} of {@code account}, to which deals point and which is a party. */
    private static final String MODEL =
            """
            tenant: x
            ---
            trait: party
            key: kaaaaaaab
            fields:
              nick: {type: text, key: kaaaaaaac}
            ---
            entity: account
            key: kaaaaaaaa
            traits: [party]
            %s
            fields:
              limit: {type: text, max: 30, key: kaaaaaaad}
              boss: {type: reference, to: account, related: below, key: kaaaaaaae}
              other: {type: text, key: kaaaaaaaf}
              %s
            ---
            entity: deal
            key: kaaaaaaag
            fields:
              code: {type: text, key: kaaaaaaah}
              account: {type: reference, to: account, related: deals, key: kaaaaaaai}
              accounts: {type: multi_reference, to: account, related: many, key: kaaaaaaaj}
              anyone: {type: reference, to_trait: party, related: led, key: kaaaaaaak}
              %s
            %s
            ---
            %s
            """;

    /**
     * One definition that names the field.
     *
     * @param place 0 and 1 of the account, 2 and 3 of the deal, 4 beside both
     */
    record Case(String path, int place, String text, String field) {
        String model() {
            var parts = new String[] {"", "", "", "", ""};
            parts[place] = text;
            return MODEL.formatted((Object[]) parts);
        }

        /** Where it was written. */
        long line() {
            var model = model();
            return 1
                    + model.substring(0, model.indexOf(text))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        @Override
        public String toString() {
            return path + ": " + text;
        }
    }

    private static Case limit(String path, int place, String text) {
        return new Case(path, place, text, "limit");
    }

    private static Case ofAccount(String path, String text) {
        return limit("entities/account" + path, 0, text);
    }

    private static Case field(String attributes) {
        return limit("entities/account/fields/f", 1, "f: {key: kaaaaaaal, " + attributes + "}");
    }

    private static Case dealField(String attributes) {
        return limit("entities/deal/fields/f", 2, "f: {key: kaaaaaaal, " + attributes + "}");
    }

    private static Case ofDeal(String path, String text) {
        return limit("entities/deal" + path, 3, text);
    }

    private static Case check(String body) {
        return limit("checks/c", 4, "check: c\n" + body);
    }

    static Stream<Case> cases() {
        return Stream.of(itsOwn(), across(), screens(), checks()).flatMap(List::stream);
    }

    private static List<Case> itsOwn() {
        return List.of(
                ofAccount("", "name: limit"),
                ofAccount("", "name: other + limit"),
                ofAccount("", "unique: [[other, limit]]"),
                field("type: formula, as: integer, formula: limit.size()"),
                field("type: text, default: limit"),
                field("type: text, required: limit != null"),
                field("type: text, visible: 'limit == \"x\"'"),
                field("type: formula, as: text, formula: boss.boss.limit"),
                field("type: roll_up, over: below, fn: min, of: limit.size()"),
                field("type: roll_up, over: below, fn: count, when: limit != null"),
                field(
                        "type: formula, as: integer, formula: 'below.filter(b, b.limit != null).size()'"),
                field(
                        "type: formula, as: boolean, formula: 'below.exists(b, b.boss.limit == other)'"),
                ofAccount(
                        "/rules/r",
                        "rules: {r: {check: limit != null, message: m, key: kaaaaaaal}}"),
                ofAccount(
                        "/rules/r",
                        "rules: {r: {check: old.limit == null, message: m, key: kaaaaaaal}}"),
                ofAccount(
                        "/rules/r",
                        "rules: {r: {check: other != null, at: limit, message: m, key: kaaaaaaal}}"));
    }

    private static List<Case> across() {
        return List.of(
                dealField("type: formula, as: text, formula: account.limit"),
                dealField(
                        "type: formula, as: integer, formula: 'account.below.filter(b, b.limit != null).size()'"),
                dealField(
                        "type: formula, as: boolean, formula: 'account.deals.exists(d, d.account.limit == code)'"),
                dealField("type: text, required: account.boss.limit != null"),
                ofDeal("", "name: account.limit + code"),
                ofDeal(
                        "/rules/r",
                        "rules: {r: {check: account.limit != code, message: m, key: kaaaaaaal}}"),
                new Case(
                        "entities/deal/fields/f",
                        2,
                        "f: {key: kaaaaaaal, type: formula, as: text, formula: anyone.nick}",
                        "nick"),
                new Case(
                        "entities/deal/views/v",
                        3,
                        "views: {v: {columns: [code, anyone.nick], key: kaaaaaaal}}",
                        "nick"));
    }

    private static List<Case> screens() {
        return List.of(
                ofAccount("/views/v", "views: {v: {columns: [other, limit], key: kaaaaaaal}}"),
                ofAccount("/views/v", "views: {v: {sort: [-limit], key: kaaaaaaal}}"),
                ofAccount("/views/v", "views: {v: {filter: 'limit == \"x\"', key: kaaaaaaal}}"),
                ofAccount("/layout", "layout: {highlights: [limit]}"),
                ofAccount("/layout", "layout: {tabs: [{sections: [{fields: [other, limit]}]}]}"),
                new Case(
                        "entities/account/layout",
                        0,
                        "layout: {tabs: [{related: [deals]}]}",
                        "account"),
                ofDeal("/views/v", "views: {v: {columns: [account.limit], key: kaaaaaaal}}"),
                ofDeal("/views/v", "views: {v: {sort: [account.boss.limit], key: kaaaaaaal}}"),
                ofDeal(
                        "/views/v",
                        "views: {v: {filter: 'account.below.exists(b, b.limit == code)', key: kaaaaaaal}}"));
    }

    private static List<Case> checks() {
        return List.of(
                check(
                        "given: [{entity: account, as: a, values: {limit: x}}]\nwhen: {delete: $a}\nthen: {}"),
                check("when: {create: account, values: {limit: x}}\nthen: {}"),
                check("when: {create: account}\nthen: {values: {limit: null}}"),
                check("when: {form: account}\nthen: {visible: [limit]}"),
                check(
                        "given: [{entity: account, as: a}]\nwhen: {update: $a, values: {other: x}}\nthen: {problem: r, at: limit}"),
                check("when: {list: account, filter: boss.limit != null}\nthen: {}"),
                check("when: {create: deal}\nthen: {holds: ['account.limit == null']}"));
    }

    private static List<String> affected(Case one, String was, String becomes) {
        var layer = tenant(one.model().replace(was, becomes));
        var before = model(tenant(one.model()));
        var after = model(layer);
        var effects = ModelDifference.between(before, after).effects();
        return Affected.by(before, after, effects, Check.of(layer));
    }

    /** Such as {@code limit: {type: text, max: 30, key: kaaaaaaad}}, as it is written above. */
    private static String written(String field) {
        var start = MODEL.indexOf("  " + field + ": {") + 2;
        return MODEL.substring(start, MODEL.indexOf('}', start) + 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesWhatUsesAFieldThatChanges(Case one) {
        var was = written(one.field());
        var becomes = was.substring(0, was.length() - 1) + ", unique: true}";
        var found = affected(one, was, becomes);
        assertTrue(found.contains(one.path()), () -> one + " is not among " + found);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesOnlyThat(Case one) {
        var other = written("code");
        var found =
                affected(one, other, other.substring(0, other.length() - 1) + ", unique: true}");
        var words = one.text().contains("code") || one.path().contains("checks");
        // deals are called by it
        var more = found.stream().filter(path -> !path.equals("entities/deal")).toList();
        assertTrue(words || more.isEmpty(), () -> one + " brings " + more);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsOrRefusesWhatUsesAFieldThatGoes(Case one) {
        var was = written(one.field()) + "\n";
        var compiled = compile(tenant(one.model().replace(was, "\n")));
        var told =
                compiled.problems().isEmpty()
                        ? affected(one, was, "\n")
                        : compiled.problems().stream().map(Problem::at).toList();
        assertTrue(
                told.contains(one.path()) || told.contains("horizon.yaml:" + one.line()),
                () -> one + " is not in " + told);
    }
}
