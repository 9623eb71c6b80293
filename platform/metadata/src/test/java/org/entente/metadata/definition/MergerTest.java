package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.compile;
import static org.entente.metadata.definition.Sources.entity;
import static org.entente.metadata.definition.Sources.field;
import static org.entente.metadata.definition.Sources.layer;
import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.pack;
import static org.entente.metadata.definition.Sources.tenant;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergerTest {

    private static final String PACK =
            """
            entity: person
            label: Personne
            name: last_name
            traits: [contactable]
            fields:
              last_name: {type: text, max: 100, required: true}
              level: {type: choice, options: {low: {label: Bas}, high: }}
            unique: [[last_name, level]]
            views:
              all: {label: Tous, columns: [last_name]}
            layout: {highlights: [last_name]}
            ---
            trait: contactable
            fields: {email: {type: email, label: E-mail}}
            ---
            role: agent
            grants: [{entity: person, can: [read]}]
            """;

    @Test
    void addsToAnEntityWithoutOverride() {
        var model =
                model(
                        pack(PACK),
                        tenant(
                                """
                                entity: person
                                traits: [member]
                                fields: {since: {type: date}}
                                unique: [[email, since]]
                                views: {mine: {filter: owner == me}}
                                ---
                                trait: member
                                """));
        var person = entity(model, "person");
        assertEquals(Rank.PACK, person.rank());
        assertEquals(List.of("contactable", "member"), person.traits());
        assertEquals(Rank.TENANT, field(model, "person", "since").rank());
        assertEquals(Rank.PACK, field(model, "person", "email").rank());
        assertEquals(
                List.of(List.of("last_name", "level"), List.of("email", "since")), person.unique());
        assertEquals(List.of("all", "mine"), List.copyOf(person.views().keySet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity: person\\nlabel: Client                            | 1",
                "entity: person\\nname: email                              | 1",
                "entity: person\\nfields:\\n  last_name: {required: false} | 3",
                "entity: person\\nfields:\\n  email: {type: email}         | 3",
                "entity: person\\nviews:\\n  all: {label: x}               | 3",
                "entity: person\\nlayout: {highlights: [email]}            | 2",
                "entity: person\\nfields:\\n  level:\\n    options:\\n      low: {color: red} | 5",
                "trait: contactable\\nlabel: x                             | 1",
                "role: agent\\ngrants: []                                  | 1",
            })
    void refusesTwoWriters(String yaml, int line) {
        var compiled = compile(pack(PACK), tenant(yaml.strip().replace("\\n", "\n")));
        assertEquals(List.of("two_writers horizon.yaml:" + line), told(compiled.problems()));
        var details = compiled.problems().getFirst().details();
        assertEquals("horizon", details.get("source"));
        assertEquals("xrm", details.get("first_source"));
        assertTrue(String.valueOf(details.get("first")).startsWith("xrm.yaml:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity: thing\\noverride: true                              | 1",
                "entity: person\\nfields:\\n  x: {override: true, type: text} | 3",
                "entity: person\\nviews:\\n  x: {override: true}             | 3",
                "entity: user\\nlayout: {override: true}                     | 2",
                "role: x\\noverride: true                                    | 1",
                "trait: x\\noverride: true                                   | 1",
            })
    void refusesToOverrideNothing(String yaml, int line) {
        var compiled = compile(pack(PACK), tenant(yaml.strip().replace("\\n", "\n")));
        assertEquals(
                List.of("nothing_to_override horizon.yaml:" + line), told(compiled.problems()));
    }

    @Test
    void twoSourcesOfOneRankAreTwoWritersToo() {
        var other = layer(Rank.PACK, "sales", "entity: person\nlabel: Lead");
        assertEquals(
                List.of("two_writers sales.yaml:1"),
                told(compile(pack(PACK), other, tenant("")).problems()));
    }

    @Test
    void anOverrideReplacesWhatItStatesAndNothingElse() {
        var model =
                model(
                        pack(PACK),
                        tenant(
                                """
                                entity: person
                                override: true
                                label: Sociétaire
                                fields:
                                  last_name: {override: true, required: false}
                                  email: {override: true, label: Courriel, unique: true}
                                layout: {override: true, highlights: [email]}
                                """));
        var person = entity(model, "person");
        assertEquals(Text.of("Sociétaire"), person.label());
        assertEquals(List.of("contactable"), person.traits());
        assertEquals("last_name", person.naming());
        assertEquals(Map.of("highlights", List.of("email")), person.layout());
        var name = field(model, "person", "last_name");
        assertEquals(new TextType(100), name.type());
        assertEquals(new Requirement.Never(), name.required());
        var email = field(model, "person", "email");
        assertEquals(Text.of("Courriel"), email.label());
        assertEquals(new EmailType(), email.type());
        assertTrue(email.flags().unique());
    }

    @Test
    void anOverrideMayReplaceTheLists() {
        var model =
                model(pack(PACK), tenant("entity: person\noverride: true\ntraits: []\nunique: []"));
        assertEquals(List.of(), entity(model, "person").traits());
        assertEquals(List.of(), entity(model, "person").unique());
        assertFalse(entity(model, "person").fields().containsKey("email"));
    }

    @Test
    void anotherTypeDropsWhatOnlyTheOldOneHad() {
        var model =
                model(
                        pack(PACK),
                        tenant(
                                """
                                entity: person
                                fields:
                                  last_name: {override: true, type: email}
                                  level: {override: true, type: text, max: 3}
                                """));
        assertEquals(new EmailType(), field(model, "person", "last_name").type());
        assertEquals(new TextType(3), field(model, "person", "level").type());
        assertEquals(new Requirement.Always(), field(model, "person", "last_name").required());
    }

    @Test
    void refusesKeywordsThatDoNotFitTheTypeThatIsThere() {
        var compiled =
                compile(
                        pack(PACK),
                        tenant("entity: person\nfields:\n  level: {override: true, max: 3}"));
        assertEquals(List.of("unknown_keyword horizon.yaml:3"), told(compiled.problems()));
    }

    @Test
    void addsOptionsToAChoice() {
        var model =
                model(
                        pack(PACK),
                        tenant(
                                """
                                entity: person
                                fields:
                                  level: {options: {top: , low: {override: true, color: red}}}
                                """));
        var options = ((ChoiceType) field(model, "person", "level").type()).options();
        assertEquals(List.of("low", "high", "top"), List.copyOf(options.keySet()));
        var low = options.values().iterator().next();
        assertEquals(Optional.of(Text.of("Bas")), low.label());
        assertEquals(Optional.of("red"), low.color());
    }

    @Test
    void traitsThatBringOneNameAreTwoWriters() {
        var yaml =
                """
                trait: a
                fields: {email: {type: email}}
                ---
                trait: b
                fields: {email: {type: text}}
                ---
                entity: thing
                traits: [a, b]
                """;
        assertEquals(List.of("two_writers horizon.yaml:8"), told(compile(tenant(yaml)).problems()));
    }

    @Test
    void eachCarrierHasATraitsFieldUnderAKeyOfItsOwn() {
        var yaml = PACK + "---\nentity: firm\ntraits: [contactable]\n";
        var model = model(pack(yaml));
        var one = field(model, "person", "email").key();
        var other = field(model, "firm", "email").key();
        assertNotEquals(one, other);
        assertTrue(Names.isKey(one) && Names.isKey(other));
        assertEquals(one, field(model(pack(PACK)), "person", "email").key());
    }

    @Test
    void aPacksKeysAreTheSameInEveryTenant() {
        var one = model(pack(PACK), tenant("entity: person\nfields: {a: {type: date}}"));
        var other = model(pack(PACK), layer(Rank.TENANT, "atlas", "entity: thing"));
        assertEquals(entity(one, "person").key(), entity(other, "person").key());
        assertEquals(
                field(one, "person", "last_name").key(), field(other, "person", "last_name").key());
    }

    @Test
    void aGivenKeyIsKept() {
        var yaml = "entity: thing\nkey: kabcd2345\nfields: {a: {type: date, key: kabcd2346}}";
        var model = model(tenant(yaml));
        assertEquals("kabcd2345", entity(model, "thing").key());
        assertEquals("kabcd2346", field(model, "thing", "a").key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity: a\\nkey: kabcd2345\\n---\\nrole: b\\nkey: kabcd2345     | 2",
                "entity: a\\nkey: kabcd2345\\nfields:\\n  b: {type: date, key: kabcd2345} | 4",
                "entity: a\\nfields:\\n  b: {type: choice, options: {x: {key: kabcd2345}, y: {key: kabcd2345}}} | 3",
                "entity: user\\nkey: kabcd2345                                  | 2",
            })
    void refusesAKeyThatIsTaken(String yaml, int line) {
        var compiled = compile(tenant(yaml.strip().replace("\\n", "\n")));
        assertEquals(List.of("key_taken horizon.yaml:" + line), told(compiled.problems()));
    }
}
