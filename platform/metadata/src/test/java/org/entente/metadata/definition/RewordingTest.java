package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Edit.Rename;
import org.entente.spi.Outcome;
import org.junit.jupiter.api.Test;

/** Expressions after what they name was renamed. */
class RewordingTest {

    private static final String MODEL =
            """
            entity: contract
            name: code + " " + holder.code
            fields:
              code: {type: text}
              holder: {type: reference, to: holder, related: contracts}
              kind: {type: choice, options: {code: {}, other: {}}, default: code}
              note: {type: text, required: 'kind == "code" && code == "code"', visible: code != null}
              twice: {type: formula, as: text, formula: 'code + text(kind) + "code"'}
              codes: {type: roll_up, over: claims, fn: max, of: code, when: contract.code == code}
            rules:
              known: {check: 'old == null || old.code == code || claims.all(code, code.code != "x")', at: code}
            views:
              all: {filter: 'code == "code" && holder.code != code', columns: [code, holder.code], sort: [-code, holder.code]}
            ---
            entity: holder
            fields:
              code: {type: text}
              first: {type: roll_up, over: contracts, fn: min, of: "code", when: holder.code == code}
            ---
            entity: claim
            fields:
              code: {type: text}
              contract: {type: reference, to: contract, related: claims}
            """;

    @Test
    void exchangesTheWordsThatMeanTheFieldAndNoOthers() {
        assertEquals(
                Sources.tenant(
                                MODEL.replace("name: code +", "name: number +")
                                        .replace(
                                                "  code: {type: text}\n  holder",
                                                "  number: {type: text}\n  holder")
                                        .replace(
                                                "&& code == \"code\"', visible: code",
                                                "&& number == \"code\"', visible: number")
                                        .replace("'code + text(kind)", "'number + text(kind)")
                                        .replace(
                                                "when: contract.code == code",
                                                "when: contract.number == code")
                                        .replace("old.code == code ||", "old.number == number ||")
                                        .replace("at: code", "at: number")
                                        .replace(
                                                "filter: 'code == \"code\" && holder.code != code'",
                                                "filter: 'number == \"code\" && holder.code != number'")
                                        .replace("[code, holder.code]", "[number, holder.code]")
                                        .replace("[-code, holder.code]", "[-number, holder.code]")
                                        .replace(
                                                "of: \"code\", when: holder.code == code",
                                                "of: \"number\", when: holder.code == number"))
                        .root(),
                renamed("entities/contract/fields/code", "number"));
    }

    @Test
    void followsAFieldThroughReferencesAndLists() {
        assertEquals(
                Sources.tenant(
                                MODEL.replace("holder.code", "holder.name")
                                        .replace(
                                                "fields:\n  code: {type: text}\n  first",
                                                "fields:\n  name: {type: text}\n  first"))
                        .root(),
                renamed("entities/holder/fields/code", "name"));
        assertEquals(
                Sources.tenant(
                                MODEL.replace(
                                                "of: code, when: contract.code == code",
                                                "of: ref, when: contract.code == ref")
                                        .replace("code.code != \"x\"", "code.ref != \"x\"")
                                        .replace(
                                                "fields:\n  code: {type: text}\n  contract",
                                                "fields:\n  ref: {type: text}\n  contract"))
                        .root(),
                renamed("entities/claim/fields/code", "ref"));
    }

    private static final String STAGED =
            """
            entity: deal
            fields:
              stage: {type: choice, default: won, options: {won: {key: k00000001}, lost: {key: k00000002}}}
              other: {type: choice, options: {won: {key: k00000003}, lost: {key: k00000004}}}
              tags: {type: multi_choice, options: {won: {key: k00000005}}}
              note: {type: text, required: 'stage == "won"', visible: "stage in ['won', 'lost'] || other == 'won'"}
              word: {type: formula, as: text, formula: 'stage == "won" ? "won" : "other"'}
              buyer: {type: reference, to: firm, related: deals}
            rules:
              kept: {check: 'old == null || old.stage != "won" || "won" in tags'}
            views:
              won: {filter: 'stage == "won" && other != "won"', columns: [stage]}
            layout: {highlights: [stage], tabs: [{label: x, sections: [{label: won, fields: [stage]}]}]}
            ---
            entity: firm
            traits: [seller]
            fields:
              deals_won: {type: roll_up, over: deals, when: stage == "won"}
              any: {type: formula, as: boolean, formula: 'deals.exists(d, d.stage == "won")'}
            layout: {tabs: [{label: deals, related: [deals]}]}
            ---
            trait: seller
            fields:
              busy: {type: formula, as: boolean, formula: 'size(deals) > 3 || deals.all(deals, deals.stage != "won")'}
            """;

    @Test
    void followsAnOptionByItsKeyAndNoOtherOfThatName() {
        var edit =
                new Edit.Put(
                        "entities/deal/fields/stage",
                        Map.of(
                                "type", "choice",
                                "default", "gained",
                                "options",
                                        Map.of(
                                                "gained", Map.of("key", "k00000001"),
                                                "lost", Map.of("key", "k00000002"))));
        var expected =
                STAGED.replace("default: won, options: {won:", "default: gained, options: {gained:")
                        .replace("stage == \"won\"", "stage == \"gained\"")
                        .replace("stage in ['won'", "stage in ['gained'")
                        .replace("stage != \"won\"", "stage != \"gained\"");
        assertEquals(PlainTree.plain(Sources.tenant(expected).root()), PlainTree.plain(put(edit)));
    }

    @Test
    void followsARelatedListIntoSumsLayoutsAndTraits() {
        var edit =
                new Edit.Put(
                        "entities/deal/fields/buyer",
                        Map.of("type", "reference", "to", "firm", "related", "purchases"));
        var expected =
                STAGED.replace("related: deals}", "related: purchases}")
                        .replace("over: deals", "over: purchases")
                        .replace("'deals.exists", "'purchases.exists")
                        .replace("related: [deals]", "related: [purchases]")
                        .replace("size(deals)", "size(purchases)")
                        .replace("|| deals.all(", "|| purchases.all(");
        assertEquals(PlainTree.plain(Sources.tenant(expected).root()), PlainTree.plain(put(edit)));
    }

    @Test
    void followsAFieldIntoTheExpressionsOfATrait() {
        var outcome =
                LayerEditor.apply(
                        Sources.tenant(STAGED),
                        List.of(PlatformLayer.layer()),
                        List.of(new Rename("entities/deal/fields/stage", "phase")));
        var written = PlainTree.plain(((Outcome.Done<Layer>) outcome).value().root()).toString();
        assertTrue(written.contains("deals.phase != \"won\""), written);
    }

    private static Node.Mapping put(Edit edit) {
        var outcome =
                LayerEditor.apply(
                        Sources.tenant(STAGED), List.of(PlatformLayer.layer()), List.of(edit));
        return switch (outcome) {
            case Outcome.Done<Layer>(var layer) -> layer.root();
            case Outcome.Refused<Layer>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    /** Without the key that a renaming writes down, and without places. */
    private static Node.Mapping renamed(String path, String to) {
        var outcome =
                LayerEditor.apply(
                        Sources.tenant(MODEL),
                        List.of(PlatformLayer.layer()),
                        List.of(new Rename(path, to)));
        return switch (outcome) {
            case Outcome.Done<Layer>(var layer) -> {
                var steps = new java.util.ArrayList<>(List.of(path.split("/", -1)));
                steps.set(3, to);
                steps.add("key");
                yield NodeTree.remove(layer.root(), steps);
            }
            case Outcome.Refused<Layer>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
