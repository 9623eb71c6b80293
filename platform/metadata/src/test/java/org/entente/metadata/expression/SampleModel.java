package org.entente.metadata.expression;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Flags;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.Text;
import org.entente.metadata.model.Trait;

/** A small model to bind expressions to. */
final class SampleModel {

    static final FieldType.ChoiceType STAGE = choice("new", "won", "lost");

    static final Model MODEL =
            model(
                    entity(
                            "deal",
                            List.of(),
                            field("name", new FieldType.TextType(100)),
                            field("quantity", new FieldType.IntegerType()),
                            field("price", new FieldType.DecimalType(12, 2)),
                            field("discount", new FieldType.PercentType()),
                            field("premium", new FieldType.MoneyType(Optional.empty())),
                            field("active", new FieldType.BooleanType()),
                            field("starts", new FieldType.DateType()),
                            field("ends", new FieldType.DateType()),
                            field("called_at", new FieldType.DateTimeType()),
                            field("stage", STAGE),
                            field("other_stage", choice("new")),
                            field("address", new FieldType.AddressType()),
                            field("account", reference("organization", "deals")),
                            field("parent", reference("deal", "children")),
                            field(
                                    "broker",
                                    new FieldType.TraitReferenceType(
                                            "party", Optional.empty(), OnDelete.CLEAR)),
                            secret("pin", new FieldType.TextType(10))),
                    entity(
                            "line",
                            List.of(),
                            field("name", new FieldType.TextType(100)),
                            field("amount", new FieldType.DecimalType(12, 2)),
                            field("paid", new FieldType.BooleanType()),
                            field("deal", reference("deal", "lines"))),
                    entity(
                            "organization",
                            List.of("party"),
                            field("name", new FieldType.TextType(100)),
                            field("country", new FieldType.TextType(2)),
                            field("email", new FieldType.EmailType())),
                    entity(
                            "person",
                            List.of("party"),
                            field("last_name", new FieldType.TextType(100)),
                            field("email", new FieldType.EmailType())),
                    entity(
                            "user",
                            List.of(),
                            field("name", new FieldType.TextType(100)),
                            field("email", new FieldType.EmailType()),
                            field("enabled", new FieldType.BooleanType())));

    private SampleModel() {}

    static Scope deal() {
        return Scope.of(MODEL, MODEL.entity("deal").orElseThrow(), Visibility.EVERYTHING);
    }

    private static Model model(Entity... entities) {
        var byName = new LinkedHashMap<String, Entity>();
        for (var entity : entities) {
            byName.put(entity.name(), entity);
        }
        var party = new Trait("party", "party", Rank.PLATFORM, Text.of("Party"), List.of("email"));
        return new Model(
                1,
                new Settings(
                        Text.of("Sample"),
                        List.of(Locale.FRENCH),
                        ZoneId.of("Europe/Paris"),
                        "FR",
                        "EUR",
                        List.of()),
                byName,
                Map.of("party", party),
                Map.of());
    }

    private static Entity entity(String name, List<String> traits, Field... fields) {
        var byName = new LinkedHashMap<String, Field>();
        for (var field : fields) {
            byName.put(field.name(), field);
        }
        return new Entity(
                name,
                name,
                Rank.TENANT,
                Text.of(name),
                Text.of(name),
                traits,
                "name",
                byName,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static FieldType reference(String to, String related) {
        return new FieldType.ReferenceType(to, Optional.of(related), OnDelete.CLEAR);
    }

    private static FieldType.ChoiceType choice(String... names) {
        var options = new LinkedHashMap<String, FieldType.Option>();
        for (var name : names) {
            options.put(
                    name,
                    new FieldType.Option(
                            "k_" + name, name, Optional.empty(), Optional.empty(), false));
        }
        return new FieldType.ChoiceType(options);
    }

    private static Field field(String name, FieldType type) {
        return field(name, type, Sensitivity.NORMAL);
    }

    private static Field secret(String name, FieldType type) {
        return field(name, type, Sensitivity.SECRET);
    }

    private static Field field(String name, FieldType type, Sensitivity sensitivity) {
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
                sensitivity,
                new Flags(false, false, false, false),
                false);
    }
}
