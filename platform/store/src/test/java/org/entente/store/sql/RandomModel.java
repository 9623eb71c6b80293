package org.entente.store.sql;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.expression.ExpressionCompiler;
import org.entente.metadata.expression.Inlining;
import org.entente.metadata.expression.Scope;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.Visibility;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Flags;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.Text;
import org.entente.metadata.model.Trait;
import org.entente.spi.Outcome;
import org.entente.store.sql.RandomExpressions.Kind;

/** A model of a few entities with fields of every type, some of them more than once. */
final class RandomModel {

    static final String ROW = "deal";

    private static final FieldType DECIMAL = new FieldType.DecimalType(38, 18);
    private static final Map<Kind, FieldType> RESULTS =
            new EnumMap<>(
                    Map.of(
                            Kind.INTEGER, new FieldType.IntegerType(),
                            Kind.DECIMAL, DECIMAL,
                            Kind.BOOLEAN, new FieldType.BooleanType(),
                            Kind.TEXT, new FieldType.TextType(10_000),
                            Kind.DATE, new FieldType.DateType(),
                            Kind.DATE_TIME, new FieldType.DateTimeType()));
    private static final Trait PARTY =
            new Trait("party", "party", Rank.TENANT, Text.of("Party"), List.of("rank", "email"));

    private final Random random;

    private RandomModel(Random random) {
        this.random = random;
    }

    static Model create(Random random) {
        return new RandomModel(random).model();
    }

    private Model model() {
        var entities = entities();
        compute(entities, "part", 2);
        compute(entities, "line", 3);
        compute(entities, ROW, 4);
        return new Model(1, settings(), entities, Map.of("party", PARTY), Map.of());
    }

    private Map<String, Entity> entities() {
        var rank = field("rank", new FieldType.IntegerType());
        var email = field("email", new FieldType.EmailType());
        var entities = new LinkedHashMap<String, Entity>();
        put(entities, "user", List.of(), List.of(field("name", new FieldType.TextType(80)), email));
        put(
                entities,
                "company",
                List.of("party"),
                with(simple(), rank, email, to("user", "seller", "sold_to")));
        put(entities, "contact", List.of("party"), with(simple(), rank, email));
        put(
                entities,
                ROW,
                List.of(),
                with(
                        simple(),
                        to("company", "company", "deals"),
                        to(ROW, "parent", "children"),
                        toSeveral("contact", "contacts", "deals"),
                        toSeveral(ROW, "others", "named_by"),
                        toParty("partner", "offers")));
        put(
                entities,
                "line",
                List.of(),
                with(
                        simple(),
                        to(ROW, "deal", "lines"),
                        to("company", "maker", "made"),
                        toParty("buyer", "bought")));
        put(
                entities,
                "part",
                List.of(),
                with(simple(), to("line", "line", "parts"), to(ROW, "spare_of", "spares")));
        return entities;
    }

    /** Formulas over what is there by now, and roll-ups over what points here. */
    private void compute(Map<String, Entity> entities, String name, int count) {
        for (var i = 1; i <= count; i++) {
            var model = new Model(1, settings(), entities, Map.of("party", PARTY), Map.of());
            var entity = java.util.Objects.requireNonNull(entities.get(name));
            var lists = RelatedList.of(model, entity);
            var fields = new LinkedHashMap<>(entity.fields());
            for (var wanted = true; wanted; ) {
                var type =
                        i % 2 == 0 && !lists.isEmpty()
                                ? rollUp(model, lists.get(random.nextInt(lists.size())))
                                : formula(model, name);
                fields.put("computed_" + i, field("computed_" + i, type));
                entities.put(name, entity.with(fields));
                wanted = !allowed(entities, name, "computed_" + i);
            }
        }
    }

    /** Whether a definition of it would be taken: some cost too much. */
    private static boolean allowed(Map<String, Entity> entities, String name, String field) {
        var model = new Model(1, settings(), entities, Map.of("party", PARTY), Map.of());
        var entity = model.entity(name).orElseThrow();
        return ExpressionCompiler.compile(
                                Scope.of(model, entity, Visibility.EVERYTHING),
                                field,
                                Expected.any())
                        .then(bound ->
                                new Inlining(model).inline(Optional.of(entity), bound.root()))
                instanceof Outcome.Done<TypedExpression>;
    }

    private FieldType formula(Model model, String entity) {
        var kinds = new ArrayList<>(RESULTS.keySet());
        var kind = kinds.get(random.nextInt(kinds.size()));
        var text = new RandomExpressions(model, random, entity).of(kind, 2);
        return new FieldType.FormulaType(
                java.util.Objects.requireNonNull(RESULTS.get(kind)), text, List.of());
    }

    private FieldType rollUp(Model model, RelatedList list) {
        var fn = new RandomValues(random).oneOf(List.of(FieldType.Figure.values()));
        var items = new RandomExpressions(model, random, list.entity().name());
        var kind = random.nextBoolean() ? Kind.INTEGER : Kind.DECIMAL;
        return new FieldType.RollUpType(
                result(fn, kind),
                list.name(),
                fn,
                fn == FieldType.Figure.COUNT ? Optional.empty() : Optional.of(items.of(kind, 2)),
                random.nextBoolean() ? Optional.empty() : Optional.of(items.of(Kind.BOOLEAN, 2)),
                List.of());
    }

    private static FieldType result(FieldType.Figure fn, Kind kind) {
        return switch (fn) {
            case COUNT -> new FieldType.IntegerType();
            case AVG -> DECIMAL;
            case SUM, MIN, MAX -> java.util.Objects.requireNonNull(RESULTS.get(kind));
        };
    }

    private static Settings settings() {
        return new Settings(
                Text.of("Random"),
                List.of(Locale.FRENCH),
                ZoneId.of("Europe/Paris"),
                "FR",
                "EUR",
                List.of());
    }

    private List<Field> simple() {
        var fields = new ArrayList<Field>();
        for (var i = 1; i <= 1 + random.nextInt(2); i++) {
            fields.add(field("text_" + i, new FieldType.TextType(80)));
            fields.add(field("whole_" + i, new FieldType.IntegerType()));
            fields.add(field("dec_" + i, decimal()));
            fields.add(field("pct_" + i, new FieldType.PercentType()));
            fields.add(field("money_" + i, new FieldType.MoneyType(Optional.empty())));
            fields.add(field("flag_" + i, new FieldType.BooleanType()));
            fields.add(field("day_" + i, new FieldType.DateType()));
            fields.add(field("at_" + i, new FieldType.DateTimeType()));
            fields.add(field("choice_" + i, choice()));
            fields.add(field("tags_" + i, new FieldType.MultiChoiceType(choice().options())));
            fields.add(field("length_" + i, new FieldType.DurationType()));
            fields.add(field("spot_" + i, new FieldType.GeoType()));
            fields.add(field("doc_" + i, new FieldType.FileType(1_000, List.of())));
            fields.add(field("place_" + i, new FieldType.AddressType()));
        }
        fields.add(field("note", new FieldType.LongTextType(false)));
        fields.add(field("site", new FieldType.UrlType()));
        return fields;
    }

    private FieldType decimal() {
        var scale = random.nextInt(16);
        return new FieldType.DecimalType(scale + 1 + random.nextInt(22), scale);
    }

    private FieldType.ChoiceType choice() {
        var options = new LinkedHashMap<String, FieldType.Option>();
        for (var i = 0; i < 2 + random.nextInt(3); i++) {
            var name = "option_" + i;
            var key = "k" + (9 - i) + random.nextInt(10);
            options.put(
                    name,
                    new FieldType.Option(key, name, Optional.empty(), Optional.empty(), false));
        }
        return new FieldType.ChoiceType(options);
    }

    private static List<Field> with(List<Field> fields, Field... more) {
        var all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return all;
    }

    private static Field to(String entity, String name, String related) {
        return field(
                name, new FieldType.ReferenceType(entity, Optional.of(related), OnDelete.CLEAR));
    }

    private static Field toSeveral(String entity, String name, String related) {
        return field(
                name,
                new FieldType.MultiReferenceType(entity, Optional.of(related), OnDelete.CLEAR));
    }

    private static Field toParty(String name, String related) {
        return field(
                name,
                new FieldType.TraitReferenceType("party", Optional.of(related), OnDelete.CLEAR));
    }

    private static void put(
            Map<String, Entity> entities, String name, List<String> traits, List<Field> fields) {
        var byName = new LinkedHashMap<String, Field>();
        fields.forEach(field -> byName.put(field.name(), field));
        entities.put(
                name,
                new Entity(
                        name,
                        name,
                        Rank.TENANT,
                        Text.of(name),
                        Text.of(name),
                        traits,
                        "email",
                        byName,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }

    private static Field field(String name, FieldType type) {
        return new Field(
                name,
                name,
                Rank.TENANT,
                type,
                Text.of(name),
                Optional.empty(),
                Optional.empty(),
                new Requirement.Never(),
                Optional.empty(),
                Optional.empty(),
                Sensitivity.NORMAL,
                new Flags(false, false, false, false),
                false);
    }
}
