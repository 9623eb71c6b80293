package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.read;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.entente.metadata.model.Rank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerReaderTest {

    private static final String CONTRACT =
            """
            entity: contract
            label: {fr: Contrat}
            name: number
            fields:
              number: {type: text, max: 20}
              status:
                type: choice
                options: {draft: , active: {label: Actif}}
            """;

    @Test
    void readsADefinitionWithItsPlaces() {
        var read = read(CONTRACT);
        assertEquals(List.of(), read.problems());
        var contract = read.layer().section("entities").mapping("contract");
        assertEquals("a.yaml:1", contract.place());
        assertEquals("a.yaml:5", contract.mapping("fields").mapping("number").place());
        assertEquals("a.yaml:6", contract.mapping("fields").mapping("status").place());
        assertFalse(contract.entries().containsKey("entity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity: [            | syntax_error a.yaml:2:1",
                "entity: 'a           | syntax_error a.yaml:2:1",
                "entity: a: b         | syntax_error a.yaml:1:10",
                "a: &x 1\\nb: *y      | unknown_name a.yaml:2",
                "{[a]: b}             | invalid_name a.yaml:1",
                "entity: !!int '3'    | not_supported a.yaml:1",
                "entity: !ruby x      | not_supported a.yaml:1",
                "entity: a\\nentity: b | name_taken a.yaml:2",
                "- a                  | wrong_type a.yaml:1",
                "just text            | wrong_type a.yaml:1",
                "{}                   | missing a.yaml:1",
                "entity: [a]          | wrong_type a.yaml:1",
                "enttiy: a            | unknown_keyword a.yaml:1",
            })
    void tellsWhereAFileIsBroken(String yaml, String told) {
        assertEquals(
                List.of(told), told(read(yaml.strip().replace("\\n", "\n") + "\n").problems()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lable: x                              | unknown_keyword a.yaml:2",
                "label: 3                              | wrong_type a.yaml:2",
                "label: ''                             | wrong_type a.yaml:2",
                "label: {xx: y}                        | invalid_value a.yaml:2",
                "label: {fr: 3}                        | wrong_type a.yaml:2",
                "key: abc                              | invalid_name a.yaml:2",
                "traits: party                         | wrong_type a.yaml:2",
                "traits: [Party]                       | invalid_name a.yaml:2",
                "fields: [a]                           | wrong_type a.yaml:2",
                "override: yes                         | wrong_type a.yaml:2",
                "unique: [a]                           | wrong_type a.yaml:2",
                "layout: {tabs: [{sections: [{columns: two}]}]} | wrong_type a.yaml:2",
                "layout: {tabs: [{fields: [a]}]}       | unknown_keyword a.yaml:2",
                "views: {All: {}}                      | invalid_name a.yaml:2",
                "views: {all: {kind: list}}            | unknown_option a.yaml:2",
                "views: {all: {sort: ['+a']}}          | invalid_name a.yaml:2",
                "views: {all: {columns: [a..b]}}       | invalid_name a.yaml:2",
                "fields: {Due: {type: date}}           | invalid_name a.yaml:2",
                "fields: {owner: {type: date}}         | reserved_name a.yaml:2",
                "fields: {now: {type: date}}           | reserved_name a.yaml:2",
                "fields: {for: {type: date}}           | reserved_name a.yaml:2",
                "fields: {a: {type: money, max: 3}}    | unknown_keyword a.yaml:2",
                "fields: {a: {type: text, max: many}}  | wrong_type a.yaml:2",
                "fields: {a: {type: text, max: 1.5}}   | wrong_type a.yaml:2",
                "fields: {a: {type: textt}}            | unknown_type a.yaml:2",
                "fields: {a: {type: 3}}                | wrong_type a.yaml:2",
                "fields: {a: {type: image, max: 3}}    | unknown_keyword a.yaml:2",
                "fields: {a: {type: file, accept: x}}  | wrong_type a.yaml:2",
                "fields: {a: {type: file, accept: [3]}} | wrong_type a.yaml:2",
                "fields: {a: {type: file, max_size: much}} | wrong_type a.yaml:2",
                "fields: {a: {type: text, required: }} | wrong_type a.yaml:2",
                "fields: {a: {type: text, sensitivity: high}} | unknown_option a.yaml:2",
                "fields: {a: {type: reference, to: b, on_delete: keep}} | unknown_option a.yaml:2",
                "fields: {a: {type: choice, options: [x]}} | wrong_type a.yaml:2",
                "fields: {a: {type: choice, options: {X: }}} | invalid_name a.yaml:2",
                "fields: {a: text}                     | wrong_type a.yaml:2",
            })
    void tellsWhichPartOfAnEntityIsUnfit(String line, String told) {
        assertEquals(List.of(told), told(read("entity: thing\n" + line.strip() + "\n").problems()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grants: [{entity: a, can: [read], when: x}]          | not_supported a.yaml:2",
                "grants: [{entity: a, can: [read], fields: {deny: {}}}] | not_supported a.yaml:2",
                "grants: [{entity: a, can: [export]}]                 | not_supported a.yaml:2",
                "grants: [{entity: a, can: [raed]}]                   | unknown_option a.yaml:2",
                "grants: {entity: a}                                  | wrong_type a.yaml:2",
                "grants: [{entity: '**', can: [read]}]                | invalid_name a.yaml:2",
                "grants: [{entities: a}]                              | unknown_keyword a.yaml:2",
            })
    void tellsWhichPartOfARoleIsUnfit(String line, String told) {
        assertEquals(List.of(told), told(read("role: agent\n" + line.strip() + "\n").problems()));
    }

    @Test
    void suggestsTheNearestWord() {
        var problem = read("entity: a\nfields: {b: {tpye: text}}").problems().getFirst();
        assertEquals("type", problem.details().get("did_you_mean"));
        var type = read("entity: a\nfields: {b: {type: nubmer}}").problems().getFirst();
        assertFalse(type.details().containsKey("did_you_mean"));
        assertTrue(String.valueOf(type.details().get("known")).contains("decimal"));
    }

    @Test
    void tellsEveryProblemOfAFile() {
        var read =
                read(
                        """
                        entity: a
                        lable: A
                        fields:
                          b: {type: nubmer}
                          c: {type: text, maxx: 3}
                        """);
        assertEquals(
                List.of(
                        "unknown_keyword a.yaml:2",
                        "unknown_type a.yaml:4",
                        "unknown_keyword a.yaml:5"),
                told(read.problems()));
    }

    @Test
    void namesBothPlacesOfADefinitionThatStandsInTwoFiles() {
        var files =
                List.of(
                        new SourceFile("model/a.yaml", "entity: a"),
                        new SourceFile("model/b.yaml", "# again\nentity: a"));
        var problem = LayerReader.read(Rank.PACK, "xrm", files).problems().getFirst();
        assertEquals("name_taken", problem.code().text());
        assertEquals("model/b.yaml:2", problem.at());
        assertEquals("model/a.yaml:1", problem.details().get("first"));
    }

    @Test
    void passesOverWhatIsNoDefinition() {
        var files =
                List.of(
                        new SourceFile("data/01-person.yaml", "entity: person\nrecords: []"),
                        new SourceFile("users.yaml", "users: []"),
                        new SourceFile("README.md", "# Not YAML: {"),
                        new SourceFile("model/empty.yaml", "# nothing yet\n"),
                        new SourceFile("tenant.yaml", "tenant: x\npacks: [xrm, sales]"));
        var read = LayerReader.read(Rank.TENANT, "x", files);
        assertEquals(List.of(), read.problems());
        assertEquals(List.of("xrm", "sales"), read.layer().packs());
    }

    @Test
    void readsSeveralDocumentsOfOneFile() {
        var read =
                read(
                        "entity: a\n---\ntrait: b\n---\nrole: c\n---\ncheck: it works\nwhen: {create: a}\n");
        assertEquals(List.of(), read.problems());
        assertEquals(
                List.of("entities", "traits", "roles", "checks"),
                List.copyOf(read.layer().root().entries().keySet()));
    }

    @Test
    void keepsTextsAsTheyAreMeant() {
        var read =
                read(
                        "entity: a\nfields: {b: {type: text, default: '12', label: \"e\u0301t\u00e9\"}}");
        var field = read.layer().section("entities").mapping("a").mapping("fields").mapping("b");
        assertEquals(new Node.Scalar("12", "a.yaml:2"), field.entries().get("default"));
        assertEquals(new Node.Scalar("\u00e9t\u00e9", "a.yaml:2"), field.entries().get("label"));
    }

    @Test
    void refusesTextsThatCannotBeStored() {
        assertEquals(
                List.of("invalid_value a.yaml:2"),
                told(read("entity: a\nlabel: \"x\\0\"").problems()));
        assertEquals(
                List.of("too_long a.yaml:2"),
                told(read("entity: a\nlabel: " + "x".repeat(10_001)).problems()));
    }

    @Test
    void stopsABombOfAliases() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i));
            bomb.append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
        }
        assertEquals("too_large a.yaml:5", told(read(bomb.toString()).problems()).getFirst());
    }

    @Test
    void anAliasCannotContainItself() {
        assertEquals(List.of("unknown_name a.yaml:1"), told(read("entity: &a [*a]").problems()));
    }

    @Test
    void allowsAnAliasToBeUsed() {
        var read =
                read(
                        """
                        entity: a
                        fields:
                          b: &text {type: text, max: 9}
                          c: *text
                        """);
        assertEquals(List.of(), read.problems());
    }

    @Test
    void stopsAtDepthAndSize() {
        assertEquals(
                List.of("too_large a.yaml:1"), told(read("a: " + "[".repeat(10_000)).problems()));
        assertEquals(List.of("too_large a.yaml"), told(read("a".repeat(1_000_001)).problems()));
        assertEquals(
                "too_large a.yaml:1",
                told(read("a: [" + "x,".repeat(110_000) + "]").problems()).getFirst());
    }

    @Test
    void nothingUnfitIsTakenForLeftOut() {
        var read = read("role: agent\ngrants: [{entity: user, can: [read], when: 'false'}]");
        assertEquals(1, read.problems().size());
        var compiled = Sources.compile(read.layer());
        assertTrue(compiled.model().isEmpty());
    }

    @Test
    void neverThrowsWhateverTheText() {
        var seed = System.nanoTime();
        System.out.println("LayerReaderTest seed " + seed);
        var random = new Random(seed);
        var alphabet = "entiyfldsc:{}[],-&*!|>'\"%@`#?~ \n\t0129.\u00e9\ud83d\ude00\\xu<";
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder(i % 2 == 0 ? CONTRACT : "");
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.insert(
                        random.nextInt(text.length() + 1),
                        alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertNotNull(Sources.compile(read(text.toString()).layer()));
        }
    }
}
