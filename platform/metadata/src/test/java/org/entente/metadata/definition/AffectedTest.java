package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffectedTest {

    private static final String MODEL =
            """
            tenant: x
            ---
            entity: account
            key: kaaaaaaaa
            name: title
            fields:
              title: {type: text, max: 20, key: kaaaaaaab}
              limit: {type: decimal, key: kaaaaaaac}
            ---
            entity: deal
            key: kaaaaaaad
            name: code
            fields:
              code: {type: text, key: kaaaaaaae}
              account: {type: reference, to: account, key: kaaaaaaaf}
              start: {type: text, key: kaaaaaaag, default: account.title}
              room: {type: formula, as: decimal, formula: account.limit * 2, key: kaaaaaaah}
            unique: [[code, start]]
            views:
              some: {filter: "account.limit > 5", columns: [code], key: kaaaaaaai}
              other: {columns: [code, account.title], key: kaaaaaaaj}
            layout: {highlights: [start]}
            ---
            role: agent
            key: kaaaaaaak
            grants: [{entity: account, can: [read]}]
            """;

    private static Set<String> affected(String was, String becomes) {
        var before = model(tenant(MODEL));
        var after = model(tenant(MODEL.replace(was, becomes)));
        return Set.copyOf(
                Affected.by(
                        before,
                        after,
                        ModelDifference.between(before, after).effects(),
                        List.of()));
    }

    @Test
    void tellsWhatUsesAFieldThroughReferencesToo() {
        assertEquals(
                Set.of(
                        "entities/account",
                        "entities/deal/fields/start",
                        "entities/deal/views/other"),
                affected("max: 20", "max: 10"));
        assertEquals(
                Set.of("entities/deal/fields/room", "entities/deal/views/some"),
                affected("limit: {type: decimal", "limit: {type: decimal, required: true"));
        assertEquals(
                Set.of("entities/deal", "entities/deal/layout"),
                affected("start: {type: text", "start: {type: text, max: 9"));
    }

    @Test
    void tellsWhatPointsAtAnEntityAndWhoMayUseIt() {
        assertEquals(
                Set.of("entities/deal/fields/account", "roles/agent"),
                Set.copyOf(
                        Affected.by(
                                model(tenant(MODEL)),
                                model(tenant(MODEL)),
                                List.of(new Effect(Effect.Kind.RENAMED, "entities/account", "x")),
                                List.of())));
    }

    @Test
    void whatIsNewIsUsedByNobody() {
        assertEquals(Set.of(), affected("  code: {", "  extra: {type: date}\n  code: {"));
    }
}
