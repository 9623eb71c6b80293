package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.junit.jupiter.api.Test;

/** The teams that somebody belongs to, in what is asked for and in what is demanded. */
class MyTeamsTest {

    private static final Cell CELL = Cell.fresh();
    private static final String TICKET =
            """
            entity: ticket
            name: title
            fields:
              title: {type: text, required: true}
              desk: {type: reference, to: team, filterable: true}
              desks: {type: multi_reference, to: team, related: tickets}
            rules:
              own_desk: {check: "desk in me.teams", at: desk, message: Not yours}
            """;

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin();
    private final UUID north = team("North");
    private final UUID south = team("South");

    private Caller admin() {
        tenants++;
        var caller = house.administrator(done(house.begin("teams-" + tenants)).tenant());
        house.define(caller, TICKET);
        return caller;
    }

    private UUID team(String name) {
        return done(house.create(admin, "team", Map.of("name", name))).id();
    }

    /** The same person, as the platform knows it once the teams of its record are these. */
    private Caller in(UUID... teams) {
        done(
                house.commands.update(
                        admin,
                        "user",
                        new Target(admin.user().id(), new IfMatch.Any()),
                        Map.of(
                                "values",
                                Map.of(
                                        "teams",
                                        List.of(teams).stream().map(UUID::toString).toList())),
                        Ending.COMMIT));
        return house.again(admin);
    }

    private Outcome<RecordView> ticket(Caller caller, String title, UUID desk) {
        return house.create(caller, "ticket", Map.of("title", title, "desk", desk.toString()));
    }

    private List<Object> titles(Caller caller, String filter) {
        var body = Map.<String, Object>of("filter", filter, "sort", List.of("title"));
        return done(house.page(caller, "ticket", body)).data().stream()
                .<Object>map(one -> String.valueOf(one.values().get("title")))
                .toList();
    }

    @Test
    void areThoseOfTheUsersRecord() {
        assertEquals(Set.of(), house.again(admin).user().teams());
        assertEquals(Set.of(north, south), in(north, south).user().teams());
        assertEquals(Set.of(south), in(south).user().teams());
        var filter = Map.<String, Object>of("filter", "\"" + south + "\" in teams");
        assertEquals(1, done(house.page(admin, "user", filter)).data().size());
    }

    @Test
    void sayWhatIsOfThem() {
        done(ticket(in(north), "N", north));
        done(ticket(in(south), "S", south));
        assertEquals(List.of("N"), titles(in(north), "desk in me.teams"));
        assertEquals(List.of("N", "S"), titles(in(north, south), "desk in me.teams"));
        assertEquals(List.of("S"), titles(in(north), "!(desk in me.teams)"));
        assertEquals(List.of(), titles(in(), "desk in me.teams"));
        assertEquals(List.of("N", "S"), titles(in(), "!(desk in me.teams)"));
        assertEquals(
                List.of("S"),
                titles(in(south), "desk in me.teams || title == \"x\" && me.email != \"\""));
    }

    @Test
    void areAskedForByWhatIsDemandedOfARecord() {
        var member = in(north);
        done(ticket(member, "Ours", north));
        var refused = problem(ticket(member, "Theirs", south));
        assertEquals(ProblemCode.RULE_BROKEN, refused.code());
        assertEquals("/values/desk", refused.at());
        problem(ticket(in(), "Nobody's", north));
    }

    @Test
    void nothingIsKnownOfARecordWithoutATeam() {
        var member = in(north);
        done(house.create(member, "ticket", Map.of("title", "Free")));
        assertEquals(List.of(), titles(member, "desk in me.teams"));
        assertEquals(List.of(), titles(member, "!(desk in me.teams)"));
        assertEquals(List.of(), titles(in(), "!(desk in me.teams)"));
        assertEquals(List.of("Free"), titles(in(), "(desk in me.teams) == null"));
    }

    @Test
    void areOfTheRightKind() {
        done(ticket(in(north), "N", north));
        var body = Map.<String, Object>of("filter", "title in me.teams");
        assertEquals(ProblemCode.TYPE_ERROR, problem(house.page(admin, "ticket", body)).code());
        var other = Map.<String, Object>of("filter", "me.status == \"active\"");
        assertEquals(ProblemCode.TYPE_ERROR, problem(house.page(admin, "ticket", other)).code());
    }

    @Test
    void leaveWhoeverIsTakenOutOfOne() {
        var both = in(north, south);
        assertTrue(both.user().teams().contains(south));
        done(
                house.commands.delete(
                        admin, "team", new Target(south, new IfMatch.Any()), Ending.COMMIT));
        assertEquals(Set.of(north), house.again(admin).user().teams());
    }
}
