package org.entente.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.fake.House;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private static final String TENANT =
            """
            tenant: club
            title: Club
            languages: [fr, en]
            time_zone: Europe/Paris
            country: FR
            currency: EUR
            """;

    private static final String MODEL =
            """
            entity: member
            name: last_name
            fields:
              last_name: {type: text, required: true}
              number: {type: text, unique: true}
              premium: {type: money, currency: EUR}
              monthly: {type: formula, as: decimal, formula: "premium.amount / 12"}
              paid: {type: roll_up, over: fees, fn: sum, of: amount.amount, when: "received"}
              minor: {type: boolean, default: "false"}
              guardian: {type: text, visible: "minor", required: "minor"}
              secret: {type: text, sensitivity: secret}
            views:
              minors: {label: Minors, filter: "minor", columns: [last_name]}
            ---
            entity: fee
            name: text(year)
            fields:
              member: {type: reference, to: member, related: fees, on_delete: restrict}
              year: {type: integer, required: true}
              amount: {type: money, currency: EUR, required: true}
              received: {type: boolean, default: "true"}
            unique: [[member, year]]
            rules:
              positive: {check: "amount.amount > 0", at: amount, message: Positive}
            """;

    private static final String ROLE =
            """
            role: desk
            label: Desk
            grants:
              - {entity: member, can: [read, create]}
            """;

    private final House house = new House();
    private final Caller admin = house.administrator(house.tenant("club"));

    private List<Problem> plan(String checks) {
        var changeSet = House.done(house.changeSets.createFromFiles(admin, "club", files(checks)));
        return House.done(house.changeSets.plan(admin, changeSet.id())).problems();
    }

    private static Map<String, String> files(String checks) {
        var files = new LinkedHashMap<String, String>();
        files.put("tenant.yaml", TENANT);
        files.put("model/member.yaml", MODEL);
        files.put("roles/desk.yaml", ROLE);
        files.put("checks/member.yaml", checks);
        return files;
    }

    private void holds(String check) {
        assertEquals(List.of(), plan(check));
    }

    private Problem fails(String check) {
        var problems = plan(check);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(ProblemCode.CHECK_FAILED, problems.getFirst().code());
        return problems.getFirst();
    }

    @Test
    void aRuleRefusesAsExpected() {
        holds(
                """
                check: a fee is positive
                given: [{entity: member, as: m, values: {last_name: Durand}}]
                when: {create: fee, values: {member: $m, year: 2026, amount: {amount: 0, currency: EUR}}}
                then: {problem: positive, at: amount}
                """);
    }

    @Test
    void whatIsNotRefusedIsToldWhereItIsWritten() {
        var problem =
                fails(
                        """
                        check: a fee is positive
                        given:
                          - {entity: member, as: m, values: {last_name: Durand}}
                        when: {create: fee, values: {member: $m, year: 2026, amount: {amount: 1, currency: EUR}}}
                        then:
                          problem: positive
                        """);
        assertEquals("checks/member.yaml:6", problem.at());
        assertEquals(
                Map.of(
                        "check", "a fee is positive",
                        "pointer", "/then/problem",
                        "expected", "positive",
                        "found", "done"),
                problem.details());
    }

    @Test
    void aRefusalThatNobodyExpectedIsToldWithItsReason() {
        var problem =
                fails(
                        """
                        check: anybody may join
                        when: {create: member, values: {number: "1"}}
                        then: {values: {number: "1"}}
                        """);
        assertEquals("/when", problem.details().get("pointer"));
        assertEquals("required /values/last_name", problem.details().get("found"));
    }

    @Test
    void formulasAndRollUpsAreWorkedOut() {
        holds(
                """
                check: a twelfth a month, and what was received
                given:
                  - {entity: member, as: m, values: {last_name: Durand, premium: {amount: "120", currency: EUR}}}
                  - {entity: fee, values: {member: $m, year: 2024, amount: {amount: 30, currency: EUR}}}
                  - {entity: fee, values: {member: $m, year: 2025, amount: {amount: 12.5, currency: EUR}}}
                  - {entity: fee, values: {member: $m, year: 2026, amount: {amount: 9, currency: EUR}, received: false}}
                when: {read: $m}
                then:
                  values: {monthly: 10, paid: 42.50, premium: {amount: 120}}
                  holds: ["paid > premium.amount / 3", "size(fees) == 3"]
                """);
    }

    @Test
    void anotherValueIsToldBesideTheExpectedOne() {
        var problem =
                fails(
                        """
                        check: a twelfth a month
                        given: [{entity: member, as: m, values: {last_name: Durand, premium: {amount: "120", currency: EUR}}}]
                        when: {read: $m}
                        then: {values: {monthly: 11}}
                        """);
        assertEquals("/then/values/monthly", problem.details().get("pointer"));
        assertEquals("11", problem.details().get("expected"));
        assertEquals("10", problem.details().get("found"));
    }

    @Test
    void whoMayNotReadFindsNothing() {
        holds(
                """
                check: the desk sees no fees
                roles: [desk]
                given:
                  - {entity: member, as: m, values: {last_name: Durand}}
                  - {entity: fee, as: f, values: {member: $m, year: 2026, amount: {amount: 30, currency: EUR}}}
                when: {read: $f}
                then: {problem: not_found}
                ---
                check: the desk changes no member
                roles: [desk]
                given: [{entity: member, as: m, values: {last_name: Durand}}]
                when: {update: $m, values: {last_name: Dupond}}
                then: {problem: forbidden}
                ---
                check: the desk does not see what was paid, and owns what it makes
                roles: [desk]
                when: {create: member, values: {last_name: Durand, secret: hush}}
                then: {absent: [paid, secret], values: {owner: $me}}
                """);
    }

    @Test
    void formsShowAndRequireByWhatIsFilledIn() {
        holds(
                """
                check: minors name a guardian
                when: {form: member, values: {last_name: Durand, minor: true}}
                then: {visible: [guardian], required: [guardian]}
                ---
                check: others do not
                when: {form: member, values: {last_name: Durand, minor: false}}
                then: {hidden: [guardian], optional: [guardian]}
                """);
    }

    @Test
    void viewsAndFiltersListWhatTheyShould() {
        holds(
                """
                check: the list of minors
                given:
                  - {entity: member, as: a, values: {last_name: A, minor: true, guardian: B}}
                  - {entity: member, as: b, values: {last_name: B}}
                when: {list: member, view: minors}
                then: {records: [$a]}
                """);
        var problem =
                fails(
                        """
                        check: everybody
                        given:
                          - {entity: member, as: a, values: {last_name: A}}
                          - {entity: member, as: b, values: {last_name: B}}
                        when: {list: member, filter: 'last_name == "A"'}
                        then: {records: [$a, $b]}
                        """);
        assertEquals("[$a, $b]", problem.details().get("expected"));
        assertEquals("[$a]", problem.details().get("found"));
    }

    @Test
    void uniqueAloneAndTogether() {
        holds(
                """
                check: one fee a year
                given:
                  - {entity: member, as: m, values: {last_name: Durand, number: "1"}}
                  - {entity: fee, values: {member: $m, year: 2026, amount: {amount: 30, currency: EUR}}}
                when: {create: fee, values: {member: $m, year: 2026, amount: {amount: 30, currency: EUR}}}
                then: {problem: not_unique}
                ---
                check: another year
                given:
                  - {entity: member, as: m, values: {last_name: Durand, number: "1"}}
                  - {entity: fee, values: {member: $m, year: 2026, amount: {amount: 30, currency: EUR}}}
                when: {create: fee, values: {member: $m, year: 2027, amount: {amount: 30, currency: EUR}}}
                then: {holds: ["year == 2027"]}
                ---
                check: one number
                given: [{entity: member, values: {last_name: Durand, number: "1"}}]
                when: {create: member, values: {last_name: Dupond, number: "1"}}
                then: {problem: not_unique, at: number}
                """);
    }

    @Test
    void whatIsPointedAtStays() {
        holds(
                """
                check: a member with fees stays
                given:
                  - {entity: member, as: m, values: {last_name: Durand}}
                  - {entity: fee, values: {member: $m, year: 2026, amount: {amount: 30, currency: EUR}}}
                when: {delete: $m}
                then: {problem: referenced}
                """);
    }

    @Test
    void theClockIsTheOneThatIsSaid() {
        holds(
                """
                check: at that moment
                now: 2020-02-29T12:00:00Z
                when: {create: member, values: {last_name: Durand}}
                then: {values: {created_at: "2020-02-29T12:00:00Z"}, holds: ['today == date("2020-02-29")']}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check: no action\nwhen: {}\nthen: {}",
                "check: two\nwhen: {create: member, read: $m}\nthen: {}",
                "check: unknown entity\nwhen: {create: nobody}\nthen: {}",
                "check: unknown record\nwhen: {read: $nobody}\nthen: {}",
                "check: unknown role\nroles: [ghost]\nwhen: {create: member}\nthen: {}",
                "check: no time\nnow: yesterday\nwhen: {create: member}\nthen: {}",
                "check: unknown view\nwhen: {list: member, view: none}\nthen: {}",
                "check: bad filter\nwhen: {list: member, filter: \"nothing ==\"}\nthen: {}",
                "check: given nothing\ngiven: [{}]\nwhen: {list: member}\nthen: {}"
            })
    void whatCannotBeTriedFails(String check) {
        fails(check);
    }

    @Test
    void unknownWordsAreRefusedWhereTheyStand() {
        var changeSet =
                House.done(
                        house.changeSets.createFromFiles(
                                admin,
                                "club",
                                files("check: odd\nwhen: {make: member}\nthen: {problems: x}")));
        var problems = House.done(house.changeSets.plan(admin, changeSet.id())).problems();
        assertEquals(
                List.of("checks/member.yaml:2", "checks/member.yaml:3"),
                problems.stream().map(Problem::at).toList());
    }

    @Test
    void aCheckThatFailsKeepsTheModelFromBeingPublished() {
        var files =
                files(
                        "check: none joins\nwhen: {create: member, values: {last_name: A}}\nthen: {problem: required}");
        var changeSet = House.done(house.changeSets.createFromFiles(admin, "club", files));
        var refused = house.changeSets.apply(admin, changeSet.id());
        assertEquals(ProblemCode.CHECK_FAILED, House.problem(refused).code());
        assertTrue(house.models.of(admin.tenant()).entity("member").isEmpty());
    }

    @Test
    void aCheckStandsAgainstLaterEditsToo() {
        var check =
                "check: a name will do\nwhen: {create: member, values: {last_name: A}}\nthen: {holds: [\"last_name == 'A'\"]}";
        var changeSet = House.done(house.changeSets.createFromFiles(admin, "club", files(check)));
        assertTrue(house.changeSets.apply(admin, changeSet.id()) instanceof Outcome.Done);
        var edit =
                Map.of(
                        "op", "put",
                        "path", "entities/member/fields/city",
                        "value", Map.of("type", "text", "required", true));
        var problem =
                House.problem(house.changeSets.apply(admin, house.changeSet(admin, edit).id()));
        assertEquals("/when", problem.details().get("pointer"));
        assertEquals("required /values/city", problem.details().get("found"));
    }
}
