package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.FormulaType;
import org.entente.metadata.model.FieldType.LongTextType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.Role;
import org.entente.metadata.model.Role.Grant;
import org.entente.metadata.model.Role.Scope;
import org.entente.metadata.model.Settings;
import org.entente.metadata.model.SystemFields;
import org.entente.metadata.model.Text;
import org.entente.metadata.model.Trait;

/** A model as plain maps and lists, in the shapes of definitions. */
public final class ModelDescription {

    private ModelDescription() {}

    /** The model with the entities that the caller may see. */
    public static Map<String, Object> describe(Model model, Predicate<Entity> visible) {
        var description = new LinkedHashMap<String, Object>();
        description.put("version", model.version());
        description.put("tenant", settings(model.settings()));
        description.put("system_fields", fields(SystemFields.ALL));
        var entities = new LinkedHashMap<String, Object>();
        model.entities().values().stream()
                .filter(visible)
                .forEach(entity -> entities.put(entity.name(), describe(model, entity, visible)));
        description.put("entities", entities);
        var traits = new LinkedHashMap<String, Object>();
        model.traits().values().forEach(trait -> traits.put(trait.name(), trait(trait)));
        description.put("traits", traits);
        var roles = new LinkedHashMap<String, Object>();
        model.roles().values().forEach(role -> roles.put(role.name(), role(role)));
        description.put("roles", roles);
        return description;
    }

    /** One entity, with the lists of related records that the caller may see. */
    public static Map<String, Object> describe(
            Model model, Entity entity, Predicate<Entity> visible) {
        var description = definition(entity);
        var related = new LinkedHashMap<String, Object>();
        for (var list : RelatedList.of(model, entity)) {
            if (visible.test(list.entity()) && list.field().sensitivity() != Sensitivity.SECRET) {
                related.put(list.name(), related(list));
            }
        }
        description.put("related", related);
        return description;
    }

    private static Map<String, Object> related(RelatedList list) {
        var description = new LinkedHashMap<String, Object>();
        description.put("entity", list.entity().name());
        description.put("field", list.field().name());
        description.put("label", text(list.entity().plural()));
        return description;
    }

    private static Map<String, Object> definition(Entity entity) {
        var description = new LinkedHashMap<String, Object>();
        description.put("label", text(entity.label()));
        description.put("plural", text(entity.plural()));
        description.put("key", entity.key());
        description.put("rank", word(entity.rank()));
        description.put("traits", entity.traits());
        description.put("name", entity.naming());
        description.put("fields", fields(entity.fields().values()));
        description.put("unique", entity.unique());
        description.put("rules", rules(entity));
        description.put("views", entity.views());
        description.put("layout", entity.layout());
        return description;
    }

    private static Map<String, Object> rules(Entity entity) {
        var description = new LinkedHashMap<String, Object>();
        for (var rule : entity.rules().values()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("check", rule.check());
            rule.at().ifPresent(at -> one.put("at", at));
            one.put("message", text(rule.message()));
            one.put("key", rule.key());
            description.put(rule.name(), one);
        }
        return description;
    }

    private static Map<String, Object> fields(Iterable<Field> fields) {
        var description = new LinkedHashMap<String, Object>();
        fields.forEach(field -> description.put(field.name(), field(field)));
        return description;
    }

    private static Map<String, Object> field(Field field) {
        var description = new LinkedHashMap<String, Object>();
        description.put("type", field.type().keyword());
        type(field.type(), description);
        description.put("label", text(field.label()));
        description.put("key", field.key());
        description.put("rank", word(field.rank()));
        field.help().ifPresent(help -> description.put("help", text(help)));
        field.purpose().ifPresent(purpose -> description.put("purpose", text(purpose)));
        required(field.required()).ifPresent(required -> description.put("required", required));
        field.defaultValue().ifPresent(value -> description.put("default", value));
        field.visible().ifPresent(visible -> description.put("visible", visible));
        if (field.sensitivity() != Sensitivity.NORMAL) {
            description.put("sensitivity", word(field.sensitivity()));
        }
        flag("unique", field.flags().unique(), description);
        flag("searchable", field.flags().searchable(), description);
        flag("filterable", field.flags().filterable(), description);
        flag("tracked", field.flags().tracked(), description);
        flag("read_only", field.readOnly(), description);
        return description;
    }

    private static void flag(String name, boolean set, Map<String, Object> description) {
        if (set) {
            description.put(name, true);
        }
    }

    private static Optional<Object> required(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Never() -> Optional.empty();
            case Requirement.Always() -> Optional.of(true);
            case Requirement.When(String expression) -> Optional.of(expression);
        };
    }

    /** What the type says beside its name; most types say nothing. */
    private static void type(FieldType type, Map<String, Object> description) {
        if (type instanceof TextType(int max)) {
            description.put("max", max);
        } else if (type instanceof LongTextType(boolean rich)) {
            description.put("format", rich ? "rich" : "plain");
        } else if (type instanceof DecimalType(int precision, int scale)) {
            description.put("precision", precision);
            description.put("scale", scale);
        } else if (type instanceof MoneyType(Optional<String> currency)) {
            currency.ifPresent(code -> description.put("currency", code));
        } else if (type instanceof OfOptions choice) {
            description.put("options", options(choice.options()));
        } else if (type instanceof AutoNumberType(var pattern)) {
            description.put("pattern", pattern.text());
        } else if (type instanceof ReferenceType(String to, var related, var onDelete)) {
            description.put("to", to);
            reference(related, onDelete, description);
        } else if (type instanceof MultiReferenceType(String to, var related, var onDelete)) {
            description.put("to", to);
            reference(related, onDelete, description);
        } else if (type instanceof TraitReferenceType(String trait, var related, var onDelete)) {
            description.put("to_trait", trait);
            reference(related, onDelete, description);
        } else if (type instanceof Attached attached) {
            description.put("max_size", attached.maxSize());
            if (!attached.accept().isEmpty()) {
                description.put("accept", attached.accept());
            }
        } else if (type instanceof Computed computed) {
            computed(computed, description);
        }
    }

    private static void computed(Computed computed, Map<String, Object> description) {
        description.put("as", computed.as().keyword());
        switch (computed) {
            case FormulaType formula -> description.put("formula", formula.formula());
            case RollUpType rollUp -> {
                description.put("over", rollUp.over());
                description.put("fn", word(rollUp.fn()));
                rollUp.of().ifPresent(of -> description.put("of", of));
                rollUp.when().ifPresent(when -> description.put("when", when));
            }
        }
    }

    private static void reference(
            Optional<String> related, OnDelete onDelete, Map<String, Object> description) {
        related.ifPresent(name -> description.put("related", name));
        description.put("on_delete", word(onDelete));
    }

    private static Map<String, Object> options(Map<String, Option> options) {
        var description = new LinkedHashMap<String, Object>();
        for (var option : options.values()) {
            var one = new LinkedHashMap<String, Object>();
            one.put(
                    "label",
                    option.label()
                            .map(ModelDescription::text)
                            .orElse(Names.humanised(option.name())));
            one.put("key", option.key());
            option.color().ifPresent(color -> one.put("color", color));
            flag("retired", option.retired(), one);
            description.put(option.name(), one);
        }
        return description;
    }

    private static Map<String, Object> trait(Trait trait) {
        var description = new LinkedHashMap<String, Object>();
        description.put("label", text(trait.label()));
        description.put("key", trait.key());
        description.put("rank", word(trait.rank()));
        description.put("fields", trait.fields());
        return description;
    }

    private static Map<String, Object> role(Role role) {
        var description = new LinkedHashMap<String, Object>();
        description.put("label", text(role.label()));
        description.put("key", role.key());
        description.put("rank", word(role.rank()));
        description.put("grants", role.grants().stream().map(ModelDescription::grant).toList());
        return description;
    }

    private static Map<String, Object> grant(Grant grant) {
        var description = new LinkedHashMap<String, Object>();
        switch (grant.on()) {
            case Scope.OfEntity(String entity) -> description.put("entity", entity);
            case Scope.OfTrait(String trait) -> description.put("trait", trait);
            case Scope.EveryEntity() -> description.put("entity", "*");
            case Scope.OfTenant() -> {}
        }
        description.put("can", grant.can().stream().sorted().map(ModelDescription::word).toList());
        return description;
    }

    private static Map<String, Object> settings(Settings settings) {
        var description = new LinkedHashMap<String, Object>();
        description.put("title", text(settings.title()));
        description.put(
                "languages", settings.languages().stream().map(Locale::getLanguage).toList());
        description.put("time_zone", settings.timeZone().getId());
        description.put("country", settings.country());
        description.put("currency", settings.currency());
        description.put("packs", List.copyOf(settings.packs()));
        return description;
    }

    /** One text for all languages as a text, else by language. */
    public static Object text(Text text) {
        var all = text.byLanguage().get("");
        return all != null && text.byLanguage().size() == 1 ? all : text.byLanguage();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
