package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.pack;
import static org.entente.metadata.definition.Sources.tenant;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.definition.Edit.Put;
import org.entente.metadata.definition.Edit.Remove;
import org.entente.metadata.definition.Edit.Rename;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerEditorTest {

    private static final Layer PACK =
            pack("entity: person\nfields: {last_name: {type: text}}\n---\nrole: agent");

    private static final Layer TENANT =
            tenant(
                    """
                    entity: contract
                    key: kaaaaaaaa
                    name: number
                    fields:
                      number: {type: text, key: kbbbbbbbb}
                      starts: {type: date, key: kcccccccc}
                      status: {type: choice, key: kdddddddd, options: {draft: {key: keeeeeeee}}}
                    unique: [[number, starts]]
                    views: {all: {columns: [number, starts], sort: [-starts]}}
                    layout: {highlights: [starts], tabs: [{sections: [{fields: [starts]}]}]}
                    ---
                    entity: claim
                    fields: {contract: {type: reference, to: contract}}
                    ---
                    role: clerk
                    grants: [{entity: contract, can: [read]}]
                    ---
                    entity: person
                    fields: {age: {type: integer}}
                    """);

    private static Outcome<Layer> apply(Edit... edits) {
        return LayerEditor.apply(TENANT, List.of(PlatformLayer.layer(), PACK), List.of(edits));
    }

    private static Layer done(Edit... edits) {
        return switch (apply(edits)) {
            case Outcome.Done<Layer>(Layer layer) -> layer;
            case Outcome.Refused<Layer>(List<Problem> problems) ->
                    throw new AssertionError(problems);
        };
    }

    private static List<String> refused(Edit... edits) {
        return switch (apply(edits)) {
            case Outcome.Done<Layer> done -> List.of();
            case Outcome.Refused<Layer>(List<Problem> problems) -> told(problems);
        };
    }

    private static @Nullable Object at(Layer layer, String path) {
        return NodeTree.at(layer.root(), List.of(path.split("/", -1)))
                .map(PlainTree::plain)
                .orElse(null);
    }

    @Test
    void putsADefinitionAtExactlyItsPath() {
        var layer =
                done(
                        new Put("entities/contract/fields/ends", Map.of("type", "date")),
                        new Put("entities/bill", Map.of("entity", "bill", "label", "Bill")),
                        new Put("entities/person/views/all", Map.of("label", "All")),
                        new Put("entities/claim/layout", Map.of("highlights", List.of("contract"))),
                        new Put("roles/reader", Map.of("grants", List.of())),
                        new Put("traits/party", Map.of("label", "Party")),
                        new Put("traits/party/fields/vat", Map.of("type", "text")),
                        new Put("tenant", Map.of("country", "FR")));
        assertEquals(Map.of("type", "date"), at(layer, "entities/contract/fields/ends"));
        assertEquals(Map.of("label", "Bill"), at(layer, "entities/bill"));
        assertEquals(Map.of("country", "FR"), at(layer, "tenant"));
        assertEquals(Map.of("type", "text"), at(layer, "traits/party/fields/vat"));
        assertTrue(Sources.compile(PACK, layer).model().isPresent());
    }

    @Test
    void addsToAnEntityOfALowerRank() {
        var layer = done(new Put("entities/user/fields/badge", Map.of("type", "text")));
        var model = Sources.model(PACK, layer);
        assertEquals(Rank.TENANT, Sources.field(model, "user", "badge").rank());
    }

    @Test
    void aPutKeepsKeysAndDropsWhatItLeavesOut() {
        var layer =
                done(
                        new Put(
                                "entities/contract",
                                Map.of(
                                        "fields",
                                        Map.of(
                                                "number", Map.of("type", "text", "max", 9),
                                                "status",
                                                        Map.of(
                                                                "type",
                                                                "choice",
                                                                "options",
                                                                Map.of("draft", Map.of()))))));
        assertEquals("kaaaaaaaa", at(layer, "entities/contract/key"));
        assertEquals("kbbbbbbbb", at(layer, "entities/contract/fields/number/key"));
        assertEquals("keeeeeeee", at(layer, "entities/contract/fields/status/options/draft/key"));
        assertEquals(Optional.empty(), Optional.ofNullable(at(layer, "entities/contract/views")));
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(at(layer, "entities/contract/fields/starts")));
    }

    @Test
    void aKeyUnderANewNameIsNotGivenToTheOldOneAgain() {
        var layer =
                done(
                        new Put(
                                "entities/contract",
                                Map.of(
                                        "fields",
                                        Map.of(
                                                "reference",
                                                        Map.of("type", "text", "key", "kbbbbbbbb"),
                                                "number", Map.of("type", "text")))));
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(at(layer, "entities/contract/fields/number/key")));
    }

    @Test
    void removesItsOwnDefinitionsAndTheAdditionWithItsLastPart() {
        var layer =
                done(
                        new Remove("entities/claim"),
                        new Remove("roles/clerk"),
                        new Remove("entities/person/fields/age"));
        assertEquals(
                List.of("contract"), List.copyOf(layer.section("entities").entries().keySet()));
        assertFalse(layer.root().entries().containsKey("roles"));
    }

    @Test
    void aRenamedFieldKeepsKeyAndPlaceAndIsFollowed() {
        var layer = done(new Rename("entities/contract/fields/starts", "begins"));
        var fields = layer.section("entities").mapping("contract").mapping("fields");
        assertEquals(List.of("number", "begins", "status"), List.copyOf(fields.entries().keySet()));
        assertEquals("kcccccccc", at(layer, "entities/contract/fields/begins/key"));
        assertEquals(List.of(List.of("number", "begins")), at(layer, "entities/contract/unique"));
        assertEquals(
                Map.of("columns", List.of("number", "begins"), "sort", List.of("-begins")),
                at(layer, "entities/contract/views/all"));
        assertTrue(Sources.compile(PACK, layer).model().isPresent());
    }

    @Test
    void aRenamedEntityIsFollowed() {
        var layer = done(new Rename("entities/contract", "policy"));
        assertEquals("policy", at(layer, "entities/claim/fields/contract/to"));
        assertEquals(
                List.of(Map.of("entity", "policy", "can", List.of("read"))),
                at(layer, "roles/clerk/grants"));
        assertEquals("kaaaaaaaa", at(layer, "entities/policy/key"));
        assertTrue(Sources.compile(PACK, layer).model().isPresent());
    }

    @Test
    void writesTheKeyDownThatFollowedFromTheOldName() {
        var before = Sources.entity(Sources.model(PACK, TENANT), "claim").key();
        var layer = done(new Rename("entities/claim", "damage"));
        assertEquals(before, Sources.entity(Sources.model(PACK, layer), "damage").key());
    }

    @Test
    void editsComeOneAfterTheOther() {
        var layer =
                done(
                        new Put("entities/bill", Map.of("label", "Bill")),
                        new Put("entities/bill/fields/a", Map.of("type", "date")),
                        new Rename("entities/bill/fields/a", "b"),
                        new Rename("entities/bill", "invoice"),
                        new Remove("entities/invoice/fields/b"));
        assertEquals("Bill", at(layer, "entities/invoice/label"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', unknown_path",
        "entities, unknown_path",
        "entities/, unknown_path",
        "entities//fields/a, unknown_path",
        "entities/contract/fields, unknown_path",
        "entities/contract/norms/a, unknown_path",
        "entities/contract/layout/a, unknown_path",
        "entities/contract/fields/a/options/b, unknown_path",
        "entities/nothing/fields/a, unknown_path",
        "roles/clerk/fields/a, unknown_path",
        "pack, unknown_path",
        "things/a, unknown_path",
        "tenant/a, unknown_path",
        "/entities/contract, unknown_path",
        "entities/Contract, invalid_name",
        "entities/now, reserved_name",
        "entities/contract/fields/owner, reserved_name",
        "entities/contract/fields/a-b, invalid_name",
    })
    void refusesToPutWhereNothingCanBe(String path, String code) {
        assertEquals(
                List.of(code + " /edits/0/path"), refused(new Put(path, Map.of("type", "date"))));
    }

    @ParameterizedTest
    @CsvSource({
        "entities/nothing, unknown_path",
        "entities/contract/fields/nothing, unknown_path",
        "entities/claim/layout, unknown_path",
        "tenant, unknown_path",
        "entities/user, change_not_supported",
        "entities/person/fields/last_name, change_not_supported",
        "roles/administrator, change_not_supported",
    })
    void refusesToRemoveWhatIsNotItsOwn(String path, String code) {
        assertEquals(List.of(code + " /edits/0/path"), refused(new Remove(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "entities/contract, claim, name_taken /edits/0/to",
        "entities/contract, user, name_taken /edits/0/to",
        "entities/contract, Claim, invalid_name /edits/0/to",
        "entities/contract, now, reserved_name /edits/0/to",
        "entities/contract/fields/starts, owner, reserved_name /edits/0/to",
        "entities/person/fields/age, last_name, name_taken /edits/0/to",
        "entities/person, human, change_not_supported /edits/0/path",
        "entities/user, human, change_not_supported /edits/0/path",
        "entities/contract/layout, x, change_not_supported /edits/0/path",
        "entities/nothing, x, unknown_path /edits/0/path",
    })
    void refusesAnUnfitRenaming(String path, String to, String told) {
        assertEquals(List.of(told), refused(new Rename(path, to)));
    }

    @Test
    void placesProblemsWithinTheValue() {
        assertEquals(
                List.of(
                        "wrong_type /edits/0/value",
                        "unknown_type /edits/1/value/type",
                        "unknown_keyword /edits/2/value/fields/a/maxx",
                        "invalid_value /edits/3/value/entity"),
                refused(
                                new Put("entities/contract", List.of()),
                                new Put("entities/contract/fields/a", Map.of("type", "txt")),
                                new Put(
                                        "entities/bill",
                                        Map.of(
                                                "fields",
                                                Map.of("a", Map.of("type", "text", "maxx", 3)))),
                                new Put("entities/other", Map.of("entity", "another")))
                        .stream()
                        .sorted(Comparator.comparing(t -> t.split(" ", 2)[1]))
                        .toList());
    }

    @Test
    void placesProblemsOfCompilingAtTheEdit() {
        var layer =
                done(
                        new Put("entities/bill", Map.of("traits", List.of("nothing"))),
                        new Put("entities/person", Map.of("label", "Human")));
        assertEquals(
                List.of("two_writers /edits/1/value", "unknown_trait /edits/0/value/traits/0"),
                told(Sources.compile(PACK, layer).problems()));
    }

    @Test
    void refusesAValueThatIsTooDeep() {
        Object value = "x";
        for (int i = 0; i < 100; i++) {
            value = Map.of("a", value);
        }
        assertTrue(refused(new Put("entities/bill", value)).getFirst().startsWith("too_large"));
    }

    @Test
    void leavesTheLayerItWasGivenAlone() {
        var before = LayerCodec.encode(TENANT);
        done(new Remove("entities/claim"), new Rename("entities/contract", "policy"));
        assertEquals(before, LayerCodec.encode(TENANT));
    }
}
