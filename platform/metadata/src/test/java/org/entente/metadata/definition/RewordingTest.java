package org.entente.metadata.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
