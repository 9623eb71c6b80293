package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.entente.metadata.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDifferenceTest {

    private static final String BEFORE =
            """
            tenant: x
            ---
            entity: thing
            key: kaaaaaaaa
            name: a
            traits: [party]
            fields:
              a: {type: text, max: 10, key: kaaaaaaab}
              b: {type: decimal, precision: 9, scale: 2, key: kaaaaaaac}
              c: {type: choice, key: kaaaaaaad, options: {x: {key: kaaaaaaae}, y: {key: kaaaaaaaf}}}
              d: {type: reference, to: other, key: kaaaaaaag}
              e: {type: money, currency: EUR, key: kaaaaaaah}
              f: {type: reference, to_trait: party, key: kaaaaaaai}
              g: {type: money, key: kaaaaaaaj}
            unique: [[a, b]]
            views: {all: {key: kaaaaaaak, columns: [c]}}
            layout: {highlights: [c]}
            ---
            entity: other
            key: kaaaaaaal
            ---
            trait: party
            key: kaaaaaaam
            ---
            trait: contactable
            key: kaaaaaaan
            ---
            role: agent
            key: kaaaaaaao
            """;

    private static ModelDifference between(String after) {
        return ModelDifference.between(model(tenant(BEFORE)), model(tenant(after)));
    }

    private static Set<String> effects(ModelDifference difference) {
        return Set.copyOf(
                difference.effects().stream()
                        .map(effect ->
                                effect.kind()
                                        + " "
                                        + effect.path()
                                        + (effect.was().isEmpty() ? "" : " was " + effect.was()))
                        .toList());
    }

    @Test
    void nothingChangesFromAModelToItself() {
        assertEquals(new ModelDifference(List.of(), List.of(), List.of()), between(BEFORE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant: x             | tenant: x\\ncurrency: GBP      | DEFINITION_CHANGED tenant",
                "name: a               | name: c                        | DEFINITION_CHANGED entities/thing",
                "name: a               | name: a\\nlabel: Thing         | ",
                "name: a               | name: a\\nlabel: Chose         | DEFINITION_CHANGED entities/thing",
                "traits: [party]       | traits: [party, contactable]   | DEFINITION_CHANGED entities/thing",
                "max: 10               | max: 11                        | DEFINITION_CHANGED entities/thing/fields/a",
                "max: 10               | max: 10, label: Letter         | DEFINITION_CHANGED entities/thing/fields/a",
                "precision: 9, scale: 2 | precision: 10, scale: 3       | DEFINITION_CHANGED entities/thing/fields/b",
                "currency: EUR, key    | key                            | DEFINITION_CHANGED entities/thing/fields/e",
                "columns: [c]          | columns: [b]                   | DEFINITION_CHANGED entities/thing/views/all",
                "highlights: [c]       | highlights: [b]                | DEFINITION_CHANGED entities/thing/layout",
                "role: agent           | role: agent\\nlabel: x         | DEFINITION_CHANGED roles/agent",
                "trait: contactable    | trait: contactable\\nlabel: x  | DEFINITION_CHANGED traits/contactable",
                "role: agent           | role: clerk\\n---\\nrole: agent | DEFINITION_ADDED roles/clerk",
                "views: {all           | views: {b: {}, all             | DEFINITION_ADDED entities/thing/views/b",
                "views: {all:          | views: {some:                  | RENAMED entities/thing/views/some was entities/thing/views/all",
                "fields:               | fields:\\n  z: {type: date}    | FIELD_ADDED entities/thing/fields/z",
                "entity: other         | entity: new\\n---\\nentity: other | ENTITY_ADDED entities/new",
                "trait: contactable    | trait: reachable               | RENAMED traits/reachable was traits/contactable",
            })
    void tellsWhatChanges(String was, String becomes, String effect) {
        var difference = between(replaced(was, becomes));
        assertEquals(List.of(), difference.problems());
        assertEquals(effect == null ? Set.of() : Set.of(effect), effects(difference));
    }

    private static String replaced(String was, String becomes) {
        var after = BEFORE.replace(was, becomes.replace("\\n", "\n"));
        if (after.equals(BEFORE)) {
            throw new AssertionError("nothing replaced");
        }
        return after;
    }

    @Test
    void anAddedOptionIsToldWithItsField() {
        assertEquals(
                Set.of(
                        "OPTION_ADDED entities/thing/fields/c/options/z",
                        "DEFINITION_CHANGED entities/thing/fields/c"),
                effects(between(replaced("options: {x:", "options: {z: , x:"))));
    }

    @Test
    void aRenamingIsARenaming() {
        var after =
                replaced("entity: other", "entity: another")
                        .replace("to: other", "to: another")
                        .replace("  e: {", "  ee: {")
                        .replace("y: {key", "why: {key");
        var difference = between(after);
        assertEquals(List.of(), difference.problems());
        assertEquals(
                Set.of(
                        "RENAMED entities/another was entities/other",
                        "RENAMED entities/thing/fields/ee was entities/thing/fields/e",
                        "RENAMED entities/thing/fields/c/options/why was entities/thing/fields/c/options/y",
                        "DEFINITION_CHANGED entities/thing/fields/c",
                        "DEFINITION_CHANGED entities/thing/fields/d"),
                Set.copyOf(
                        effects(difference).stream()
                                .filter(effect ->
                                        !effect.equals("DEFINITION_CHANGED entities/another"))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  a: {type: text, max: 10   | a: {type: integer  | Reshaped entities/thing/fields/a",
                "max: 10                    | max: 9              | Reshaped entities/thing/fields/a",
                "max: 10                    | max: 10, unique: true | MadeUnique entities/thing/fields/a",
                "max: 10                    | max: 10, required: true | MadeRequired entities/thing/fields/a",
                "fields:                    | fields:\\n  z: {type: date, required: true} | MadeRequired entities/thing/fields/z",
                "precision: 9, scale: 2     | precision: 9, scale: 1 | Reshaped entities/thing/fields/b",
                "precision: 9, scale: 2     | precision: 9, scale: 3 | Reshaped entities/thing/fields/b",
                "precision: 9, scale: 2     | precision: 8, scale: 2 | Reshaped entities/thing/fields/b",
                "{x: {key: kaaaaaaae}, y:   | {y:                 | OptionRemoved entities/thing/fields/c/options/x",
                "currency: EUR              | currency: USD       | Reshaped entities/thing/fields/e",
                "g: {type: money            | g: {type: money, currency: EUR | Reshaped entities/thing/fields/g",
                "unique: [[a, b]]           | unique: [[a, b], [c]] | MadeUnique entities/thing",
            })
    void tellsWhatDataThatIsThereMayNotBear(String was, String becomes, String touch) {
        var difference = between(replaced(was.strip(), becomes));
        assertEquals(List.of(), difference.problems());
        assertEquals(List.of(touch), touches(difference));
    }

    private static List<String> touches(ModelDifference difference) {
        return difference.touches().stream()
                .map(touch -> touch.getClass().getSimpleName() + " " + touch.path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max: 10                    | max: 10, filterable: true",
                "traits: [party]            | traits: []",
                "unique: [[a, b]]           | unique: []",
                "currency: EUR, key         | key",
            })
    void whatOnlyTakesMoreTouchesNoData(String was, String becomes) {
        var difference = between(replaced(was.strip(), becomes));
        assertEquals(List.of(), difference.problems());
        assertEquals(List.of(), difference.touches());
        assertFalse(difference.effects().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: other                  | to: user            | entities/thing/fields/d",
                "to: other                  | to_trait: party     | entities/thing/fields/d",
                "to_trait: party            | to_trait: contactable | entities/thing/fields/f",
                "role: agent                | role: clerk         | roles/clerk",
            })
    void refusesWhatALiveTenantCannotBear(String was, String becomes, String path) {
        assertEquals(
                List.of("change_not_supported " + path),
                told(between(replaced(was.strip(), becomes)).problems()));
    }

    @Test
    void whatIsDroppedTakesItsDataAlong() {
        var before = BEFORE + "---\nentity: last\nkey: kaaaaaaap\n";
        var removed = ModelDifference.between(model(tenant(before)), model(tenant(BEFORE)));
        assertEquals(Set.of("ENTITY_REMOVED entities/last"), effects(removed));
        assertEquals(List.of("EntityRemoved entities/last"), touches(removed));
        var dropped = between(BEFORE.replaceAll("  g: .*\n", ""));
        assertEquals(List.of("FieldRemoved entities/thing/fields/g"), touches(dropped));
    }

    @Test
    void rolesTraitsAndViewsMayGo() {
        var before = model(tenant(BEFORE + "---\nrole: clerk\nkey: kaaaaaaap\n"));
        var difference = ModelDifference.between(before, modelWithoutViews());
        assertEquals(List.of(), difference.problems());
        assertEquals(
                Set.of(
                        "DEFINITION_REMOVED roles/clerk",
                        "DEFINITION_REMOVED entities/thing/views/all"),
                effects(difference));
    }

    private static Model modelWithoutViews() {
        return model(tenant(BEFORE.replaceAll("views: .*\n", "")));
    }
}
