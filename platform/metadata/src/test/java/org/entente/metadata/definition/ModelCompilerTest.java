package org.entente.metadata.definition;

import static org.entente.metadata.definition.Sources.compile;
import static org.entente.metadata.definition.Sources.entity;
import static org.entente.metadata.definition.Sources.field;
import static org.entente.metadata.definition.Sources.model;
import static org.entente.metadata.definition.Sources.tenant;
import static org.entente.metadata.definition.Sources.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Role.Grant;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.model.Role.Scope;
import org.entente.metadata.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCompilerTest {

    private static final String CONTRACT =
            """
            entity: contract
            label: {fr: Contrat, en: Contract}
            traits: [party]
            name: number
            fields:
              number:  {type: text, required: true, unique: true, filterable: true}
              holder:  {type: reference, to: user, required: true, related: contracts}
              broker:  {type: reference, to_trait: party, on_delete: clear}
              premium: {type: money, currency: EUR, sensitivity: personal, purpose: {fr: Payer}}
              rate:    {type: decimal}
              starts:  {type: date, required: 'number != null', default: "today"}
              due_on:  {type: date, visible: 'starts != null'}
              status:
                type: choice
                default: draft
                options: {draft: {label: Projet, color: red}, active: }
            unique: [[holder, starts]]
            views:
              mine: {label: Miens, filter: "owner == me", columns: [number, holder.name, premium.amount], sort: [-starts]}
            layout:
              highlights: [status]
              tabs:
                - {sections: [{columns: 2, fields: [number, owner]}], related: [brokered]}
            ---
            entity: claim
            fields:
              name: {type: text}
              to:   {type: reference, to_trait: party, related: brokered, on_delete: cascade}
            ---
            trait: party
            label: {fr: Tiers}
            fields: {vat: {type: text, max: 20}}
            """;

    @Test
    void compilesWhatIsSaid() {
        var model = model(tenant(CONTRACT));
        assertEquals(7, model.version());
        var contract = entity(model, "contract");
        assertEquals(new Text(Map.of("fr", "Contrat", "en", "Contract")), contract.label());
        assertEquals(contract.label(), contract.plural());
        assertEquals(Rank.TENANT, contract.rank());
        assertEquals(List.of(List.of("holder", "starts")), contract.unique());
        assertEquals(
                List.of(
                        "number", "holder", "broker", "premium", "rate", "starts", "due_on",
                        "status", "vat"),
                List.copyOf(contract.fields().keySet()));
        assertEquals(List.of("vat"), model.trait("party").orElseThrow().fields());
        assertEquals(List.of(contract), model.carriers("party"));
    }

    @Test
    void compilesTypesWithTheirDefaults() {
        var model = model(tenant(CONTRACT));
        assertEquals(new TextType(255), field(model, "contract", "number").type());
        assertEquals(new DecimalType(18, 4), field(model, "contract", "rate").type());
        assertEquals(new MoneyType(Optional.of("EUR")), field(model, "contract", "premium").type());
        assertEquals(
                new ReferenceType("user", Optional.of("contracts"), OnDelete.RESTRICT),
                field(model, "contract", "holder").type());
        assertEquals(
                new TraitReferenceType("party", Optional.empty(), OnDelete.CLEAR),
                field(model, "contract", "broker").type());
        var choice = (ChoiceType) field(model, "contract", "status").type();
        assertEquals(List.of("draft", "active"), List.copyOf(choice.options().keySet()));
        assertEquals(
                List.of(Optional.of("red"), Optional.empty()),
                choice.options().values().stream().map(option -> option.color()).toList());
    }

    @Test
    void compilesWhatAFieldDeclares() {
        var model = model(tenant(CONTRACT));
        var number = field(model, "contract", "number");
        assertEquals(new Requirement.Always(), number.required());
        assertTrue(number.flags().unique() && number.flags().filterable());
        assertEquals(Text.of("Number"), number.label());
        var starts = field(model, "contract", "starts");
        assertEquals(new Requirement.When("number != null"), starts.required());
        assertEquals(Optional.of("today"), starts.defaultValue());
        assertEquals(Text.of("Due on"), field(model, "contract", "due_on").label());
        assertEquals(Sensitivity.PERSONAL, field(model, "contract", "premium").sensitivity());
        assertEquals(Optional.of("\"draft\""), field(model, "contract", "status").defaultValue());
        assertEquals(new Requirement.Never(), field(model, "contract", "rate").required());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b: {type: text}                  | b",
                "name: {type: text}, a: {type: text} | name",
                "a: {type: date}                  | text(created_at)",
                "a: {type: text, sensitivity: secret}, b: {type: email} | b",
            })
    void namesRecordsWhenNothingIsSaid(String fields, String naming) {
        var model = model(tenant("entity: thing\nfields: {%s}".formatted(fields)));
        assertEquals(naming, entity(model, "thing").naming());
    }

    @Test
    void makesATextOfAFieldThatNamesARecord() {
        var model = model(tenant("entity: thing\nname: n\nfields: {n: {type: integer}}"));
        assertEquals("text(n)", entity(model, "thing").naming());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: text, max: 0}                      | out_of_range",
                "{type: text, max: 10001}                  | out_of_range",
                "{type: decimal, precision: 39}            | out_of_range",
                "{type: decimal, precision: 0}             | out_of_range",
                "{type: decimal, precision: 5, scale: 6}   | out_of_range",
                "{type: decimal, precision: 38, scale: 21} | out_of_range",
                "{type: money, currency: EURO}             | invalid_value",
                "{type: choice}                            | missing",
                "{type: choice, options: {}}               | missing",
                "{type: reference}                         | missing",
                "{type: reference, to: user, to_trait: x}  | invalid_value",
                "{type: reference, to: usr}                | unknown_entity",
                "{type: reference, to_trait: party}        | unknown_trait",
                "{type: reference, to: user, required: true, on_delete: clear} | invalid_value",
                "{type: reference, to: user, related: email} | name_taken",
                "{type: reference, to: user, related: owner} | name_taken",
                "{type: long_text, unique: true}           | invalid_value",
                "{type: address, unique: true}             | invalid_value",
                "{type: text, sensitivity: secret, filterable: true} | invalid_value",
                "{type: text, sensitivity: secret, searchable: true} | invalid_value",
                "{label: x}                                | missing",
                "{type: date, default: 'tomorow'}          | unknown_field",
                "{type: date, default: '1 +'}              | syntax_error",
                "{type: date, default: '1'}                | type_error",
                "{type: date, default: 'params.x'}         | unknown_name",
                "{type: choice, options: {x: }, default: y} | unknown_field",
                "{type: choice, options: {x: }, default: '\"y\"'} | type_error",
                "{type: date, required: 'a'}               | type_error",
                "{type: date, visible: '3'}                | type_error",
            })
    void refusesAnUnfitField(String field, String code) {
        var compiled = compile(tenant("entity: thing\nfields:\n  a: " + field));
        assertEquals(List.of(code + " horizon.yaml:3"), told(compiled.problems()));
        assertTrue(compiled.model().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traits: [nothing]                        | unknown_trait",
                "name: nothing                            | unknown_field",
                "name: a                                  | type_error",
                "unique: [[a, nothing]]                   | unknown_field",
                "unique: [[]]                             | missing",
                "unique: [[where]]                        | invalid_value",
                "views: {v: {filter: nothing}}            | unknown_field",
                "views: {v: {filter: a}}                  | type_error",
                "views: {v: {columns: [nothing]}}         | unknown_field",
                "views: {v: {columns: [a.name]}}          | unknown_field",
                "views: {v: {columns: [who.nothing]}}     | unknown_field",
                "views: {v: {columns: [owner.nothing]}}   | unknown_field",
                "views: {v: {columns: [created_at.year]}} | unknown_field",
                "views: {v: {sort: [-nothing]}}           | unknown_field",
                "layout: {highlights: [nothing]}          | unknown_field",
                "layout: {tabs: [{sections: [{fields: [nothing]}]}]} | unknown_field",
                "layout: {tabs: [{related: [nothing]}]}   | unknown_name",
            })
    void refusesWhatPointsNowhere(String line, String code) {
        var compiled =
                compile(
                        tenant(
                                """
                                entity: thing
                                %s
                                fields:
                                  a: {type: money}
                                  where: {type: address}
                                  who: {type: reference, to: user}
                                """
                                        .formatted(line)));
        assertEquals(List.of(code + " horizon.yaml:2"), told(compiled.problems()));
    }

    @Test
    void followsPathsAsFarAsTheyLead() {
        var yaml =
                """
                entity: thing
                fields:
                  who: {type: reference, to: user}
                  party: {type: reference, to_trait: party}
                  where: {type: address}
                views:
                  v: {columns: [id, who.email, owner.name, created_by.status, party.vat, where.city]}
                  w: {columns: [party.other]}
                ---
                trait: party
                fields: {vat: {type: text}}
                """;
        assertEquals(
                List.of("unknown_field horizon.yaml:8"), told(compile(tenant(yaml)).problems()));
    }

    @Test
    void refusesTwoListsOfOneName() {
        var yaml =
                """
                entity: thing
                fields:
                  a: {type: reference, to: user, related: things}
                  b: {type: reference, to: user, related: things}
                """;
        assertEquals(List.of("name_taken horizon.yaml:4"), told(compile(tenant(yaml)).problems()));
    }

    @Test
    void placesAnExpressionsProblemInFileAndText() {
        var compiled =
                compile(
                        tenant(
                                "entity: thing\nfields:\n  a: {type: date, visible: 'a == nothing'}"));
        var problem = compiled.problems().getFirst();
        assertEquals("horizon.yaml:3", problem.at());
        assertEquals(5, problem.details().get("position"));
        assertEquals(6, problem.details().get("column"));
    }

    @Test
    void compilesRoles() {
        var yaml =
                """
                role: agent
                label: Conseiller
                grants:
                  - {entity: '*', can: [read]}
                  - {entity: user, can: [read, update]}
                  - {trait: party, can: [create]}
                  - {can: [model, users]}
                ---
                trait: party
                """;
        var role = model(tenant(yaml)).roles().get("agent");
        assertEquals(
                List.of(
                        new Grant(new Scope.EveryEntity(), Set.of(Operation.READ)),
                        new Grant(
                                new Scope.OfEntity("user"),
                                Set.of(Operation.READ, Operation.UPDATE)),
                        new Grant(new Scope.OfTrait("party"), Set.of(Operation.CREATE)),
                        new Grant(new Scope.OfTenant(), Set.of(Operation.MODEL, Operation.USERS))),
                role == null ? List.of() : role.grants());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{entity: nothing, can: [read]}           | unknown_entity",
                "{trait: nothing, can: [read]}            | unknown_trait",
                "{entity: user, trait: x, can: [read]}    | invalid_value",
                "{entity: user}                           | missing",
                "{entity: user, can: []}                  | missing",
                "{entity: user, can: [model]}             | invalid_value",
                "{can: [read]}                            | invalid_value",
            })
    void refusesAnUnfitGrant(String grant, String code) {
        var compiled = compile(tenant("role: agent\ngrants:\n  - " + grant));
        assertEquals(List.of(code + " horizon.yaml:3"), told(compiled.problems()));
    }

    @Test
    void compilesSettings() {
        var yaml =
                """
                tenant: horizon
                title: {fr: Mutuelle}
                languages: [en, fr]
                time_zone: Europe/London
                country: GB
                currency: GBP
                packs: [xrm]
                plugins: {search: {enabled: true}}
                """;
        var settings = model(Sources.pack("pack: xrm"), tenant(yaml)).settings();
        assertEquals(List.of(Locale.ENGLISH, Locale.FRENCH), settings.languages());
        assertEquals(ZoneId.of("Europe/London"), settings.timeZone());
        assertEquals("GB", settings.country());
        assertEquals("GBP", settings.currency());
        assertEquals(List.of("xrm"), settings.packs());
        assertEquals("horizon", model(tenant("")).settings().title().in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "languages: [xx]        | invalid_value",
                "time_zone: Paris       | invalid_value",
                "country: FX            | invalid_value",
                "country: France        | invalid_value",
                "currency: euro         | invalid_value",
                "packs: [nothing]       | unknown_pack",
            })
    void refusesAnUnfitSetting(String line, String code) {
        var compiled = compile(tenant("tenant: horizon\n" + line));
        assertEquals(List.of(code + " horizon.yaml:2"), told(compiled.problems()));
    }

    @Test
    void tellsProblemsOfEveryKindAtOnce() {
        var yaml =
                """
                entity: thing
                traits: [nothing]
                fields:
                  a: {type: money, currency: X}
                  b: {type: reference, to: nothing}
                ---
                role: agent
                grants: [{entity: nothing, can: [read]}]
                """;
        assertEquals(
                Set.of(
                        "unknown_trait horizon.yaml:2",
                        "invalid_value horizon.yaml:4",
                        "unknown_entity horizon.yaml:5",
                        "unknown_entity horizon.yaml:8"),
                Set.copyOf(told(compile(tenant(yaml)).problems())));
    }

    @Test
    void refusesMoreThanFiveHundredFields() {
        var yaml = new StringBuilder("entity: thing\nfields:\n");
        for (int i = 0; i <= 500; i++) {
            yaml.append("  f").append(i).append(": {type: text}\n");
        }
        var problems = compile(tenant(yaml.toString())).problems();
        assertEquals("limit_reached horizon.yaml:1", told(problems).getFirst());
    }

    @Test
    void checksFieldsOfATraitThatNothingCarries() {
        var compiled = compile(tenant("trait: lonely\nfields: {a: {type: text, max: 0}}"));
        assertEquals(List.of("out_of_range horizon.yaml:2"), told(compiled.problems()));
    }

    @Test
    void aBrokenFieldIsNotAlsoMissing() {
        var read = Sources.read("entity: a\nname: b\nfields: {b: {type: txt}}\nunique: [[b]]");
        assertEquals(List.of("unknown_type a.yaml:3"), told(read.problems()));
        var compiled = compile(read.layer());
        assertEquals(List.of(), compiled.problems());
        assertTrue(compiled.model().isEmpty());
    }
}
