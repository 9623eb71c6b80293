package org.entente.engine.changeset;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.fake.House;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.junit.jupiter.api.Test;

class UpgradesTest {

    private static final String FIRST = "entity: trip\nname: code\nfields: {code: {type: text}}\n";
    private static final String MORE =
            "entity: trip\nname: code\nfields: {code: {type: text}, price: {type: integer}}\n";

    private final House house = new House();
    private final Tenant tenant;
    private final Tenant other;
    private final Caller admin;

    UpgradesTest() {
        house.packs.put(pack("1.0", FIRST));
        other = tenant("two");
        tenant = tenant("one");
        admin = house.administrator(tenant);
    }

    private Tenant tenant(String name) {
        var tenant = house.tenant(name);
        house.define(
                house.administrator(tenant),
                "tenant",
                Map.of("title", name, "packs", List.of("travel")));
        return tenant;
    }

    private static Layer pack(String version, String entity) {
        var files =
                List.of(
                        new SourceFile("pack.yaml", "pack: travel\nversion: \"" + version + "\"\n"),
                        new SourceFile("model/trip.yaml", entity));
        var read = LayerReader.read(Rank.PACK, "travel", files);
        assertEquals(List.of(), read.problems());
        return read.layer();
    }

    @Test
    void leavesATenantAloneThatHasTheNewest() {
        assertEquals(Optional.empty(), done(house.upgrades.upgrade(tenant)));
    }

    @Test
    void changesNothingForATenantUntilItsTurnHasCome() {
        house.packs.put(pack("1.1", MORE));
        house.define(admin, "entities/own", Map.of("name", "a", "fields", Map.of("a", text())));
        assertFalse(hasPrice(tenant));
        assertFalse(hasPrice(other));

        var before = house.models.of(tenant).version();
        assertEquals(Optional.of(before + 1), done(house.upgrades.upgrade(tenant)));
        assertTrue(hasPrice(tenant));
        assertFalse(hasPrice(other));
        assertEquals(Optional.empty(), done(house.upgrades.upgrade(tenant)));
    }

    @Test
    void anotherNodeGoesOnWithTheVersionThatTheTenantStandsOn() {
        var standing = house.otherNode();
        standing.packs.put(pack("1.0", FIRST));
        house.packs.put(pack("1.1", MORE));
        assertFalse(standing.models.of(tenant).entity("trip").isEmpty());
        assertFalse(hasPrice(tenant));
    }

    @Test
    void aRefusedTenantStaysOnItsVersionAndTheOthersGoOn() {
        house.define(admin, "entities/trip/fields/price", Map.of("type", "text"));
        house.packs.put(pack("1.1", MORE));

        var refused = problems(house.upgrades.upgrade(tenant));
        assertTrue(
                refused.stream().anyMatch(p -> p.code() == ProblemCode.TWO_WRITERS),
                refused::toString);
        done(house.create(admin, "trip", Map.of("code", "a", "price", "dear")));
        var standings = done(house.upgrades.standings(admin));
        assertEquals(refused, standings.problems());
        assertEquals(
                new Upgrades.Standing("travel", "1.0", "1.1", false), standings.packs().getLast());

        done(house.upgrades.upgrade(other));
        assertTrue(hasPrice(other));
    }

    @Test
    void goesOnWhenWhatStoodInItsWayIsGone() {
        house.define(admin, "entities/trip/fields/price", Map.of("type", "text"));
        house.packs.put(pack("1.1", MORE));
        problems(house.upgrades.upgrade(tenant));
        var away =
                house.changeSet(
                        admin,
                        Map.of("op", "rename", "path", "entities/trip/fields/price", "to", "cost"));
        done(house.changeSets.apply(admin, away.id()));
        done(house.upgrades.upgrade(admin));
        assertTrue(hasPrice(tenant));
        assertEquals(List.of(), done(house.upgrades.standings(admin)).problems());
    }

    private boolean hasPrice(Tenant of) {
        return house.models.of(of).entity("trip").orElseThrow().field("price").isPresent();
    }

    private static Map<String, Object> text() {
        return Map.of("type", "text");
    }
}
