package org.entente.store.sql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.store.sql.RandomExpressions.Kind;

/** What can be named at one place of an expression. */
final class RandomNames {

    private static final ChoiceType NONE = new ChoiceType(Map.of());

    private final Model model;
    private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
    private final Map<String, ChoiceType> choices = new LinkedHashMap<>();
    private final Map<String, String> referenceTargets = new LinkedHashMap<>();
    private final Map<String, List<String>> several = new LinkedHashMap<>();
    private final Map<String, String> lead = new LinkedHashMap<>();
    private final List<String> structured = new ArrayList<>();
    private final Map<String, String> lists = new LinkedHashMap<>();

    RandomNames(Model model) {
        this.model = model;
        collect(RandomModel.ROW, "", 2);
        lists(RandomModel.ROW, "");
        lists(RandomModel.ROW, "parent.");
        lists("company", "company.");
        add(Kind.INTEGER, "partner.rank");
        add(Kind.TEXT, "partner.email");
        add(Kind.TEXT, "me.email");
        reference("id", RandomModel.ROW);
        reference("me", "user");
        reference("company.id", "company");
    }

    RandomNames(Model model, String entity) {
        this.model = model;
        collect(entity, "", 2);
        add(Kind.TEXT, "me.email");
        reference("id", entity);
        reference("me", "user");
    }

    private RandomNames(RandomNames around, String entity, String item) {
        this.model = around.model;
        for (var kind : Kind.values()) {
            of(kind).addAll(around.of(kind));
        }
        choices.putAll(around.choices);
        referenceTargets.putAll(around.referenceTargets);
        structured.addAll(around.structured);
        several.putAll(around.several);
        lead.putAll(around.lead);
        for (var again = 0; again < 3; again++) {
            collect(entity, item + ".", 1);
        }
        reference(item, entity);
    }

    /** What can be named where an item of a list has a name. */
    RandomNames within(String entity, String item, boolean deeper) {
        var names = new RandomNames(this, entity, item);
        if (deeper) {
            names.lists.putAll(lists);
            names.lists(entity, item + ".");
        }
        return names;
    }

    List<String> of(Kind kind) {
        return names.computeIfAbsent(kind, any -> new ArrayList<>());
    }

    List<String> structured() {
        return structured;
    }

    List<String> lists() {
        return List.copyOf(lists.keySet());
    }

    /** The entity of a list's items. */
    String listed(String list) {
        return java.util.Objects.requireNonNull(lists.get(list));
    }

    List<String> options(String name) {
        return List.copyOf(choices.getOrDefault(name, NONE).options().keySet());
    }

    /** References that lead to the same as this one. */
    List<String> alike(String reference) {
        var target = referenceTargets.get(reference);
        return referenceTargets.entrySet().stream()
                .filter(entry -> entry.getValue().equals(target))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void lists(String entity, String prefix) {
        for (var list : RelatedList.of(model, model.entity(entity).orElseThrow())) {
            lists.put(prefix + list.name(), list.entity().name());
        }
        for (var field : model.entity(entity).orElseThrow().fields().values()) {
            if (field.type() instanceof FieldType.MultiReferenceType references) {
                lists.put(prefix + field.name(), references.to());
            }
        }
    }

    private void collect(String entity, String prefix, int steps) {
        for (var field : RandomRecords.fields(model.entity(entity).orElseThrow())) {
            var name = prefix + field.name();
            switch (field.type()) {
                case FieldType.TextType _,
                        FieldType.LongTextType _,
                        FieldType.EmailType _,
                        FieldType.PhoneType _,
                        FieldType.UrlType _,
                        FieldType.AutoNumberType _ ->
                        add(Kind.TEXT, name);
                case FieldType.IntegerType _ -> add(Kind.INTEGER, name);
                case FieldType.DecimalType _, FieldType.PercentType _ -> add(Kind.DECIMAL, name);
                case FieldType.DurationType _ -> add(Kind.DURATION, name);
                case FieldType.MoneyType _,
                        FieldType.AddressType _,
                        FieldType.MultiChoiceType _,
                        FieldType.MultiReferenceType _,
                        FieldType.JsonType _,
                        FieldType.Attached _,
                        FieldType.GeoType _ -> {
                    parts(name, field.type());
                    structured.add(name);
                }
                case FieldType.BooleanType _ -> add(Kind.BOOLEAN, name);
                case FieldType.DateType _ -> add(Kind.DATE, name);
                case FieldType.DateTimeType _ -> add(Kind.DATE_TIME, name);
                case ChoiceType choice -> {
                    add(Kind.CHOICE, name);
                    choices.put(name, choice);
                }
                case FieldType.ReferenceType reference -> follow(name, reference.to(), steps);
                case FieldType.TraitReferenceType _ -> reference(name, "*");
                case FieldType.Computed computed -> computed(computed, name);
            }
        }
    }

    private void follow(String name, String to, int steps) {
        reference(name, to);
        if (steps > 0) {
            collect(to, name + ".", steps - 1);
        }
    }

    private void computed(FieldType.Computed computed, String name) {
        switch (ValueType.of(computed)) {
            case Simple.BOOLEAN -> add(Kind.BOOLEAN, name);
            case Simple.INTEGER -> add(Kind.INTEGER, name);
            case Simple.TEXT -> add(Kind.TEXT, name);
            case Simple.DATE -> add(Kind.DATE, name);
            case Simple.DATE_TIME -> add(Kind.DATE_TIME, name);
            case ValueType _ -> add(Kind.DECIMAL, name);
        }
    }

    private void parts(String name, FieldType type) {
        if (type instanceof FieldType.MoneyType) {
            add(Kind.DECIMAL, name + ".amount");
            add(Kind.TEXT, name + ".currency");
        } else if (type instanceof FieldType.AddressType) {
            add(Kind.TEXT, name + ".city");
            add(Kind.TEXT, name + ".postal_code");
        } else if (type instanceof FieldType.GeoType) {
            add(Kind.DECIMAL, name + ".lat");
            add(Kind.DECIMAL, name + ".lon");
        } else if (type instanceof FieldType.Attached) {
            add(Kind.TEXT, name + ".name");
            add(Kind.TEXT, name + ".type");
            add(Kind.INTEGER, name + ".size");
            add(Kind.TEXT, name + ".sha256");
        } else if (type instanceof FieldType.MultiChoiceType(var options)) {
            several.put(name, List.copyOf(options.keySet()));
        } else if (type instanceof FieldType.MultiReferenceType references) {
            lead.put(name, references.to());
        }
    }

    /** Asks a field of several options for a constant, for what may be null, or for null. */
    String among(RandomValues values, String condition) {
        if (!lead.isEmpty() && (several.isEmpty() || values.chance(0.5))) {
            return amongReferences(values, condition);
        }
        var list = values.oneOf(List.copyOf(several.keySet()));
        var one = RandomValues.quoted(values.oneOf(several.getOrDefault(list, List.of())));
        return switch (values.below(5)) {
            case 0 -> "(size(" + list + ") > " + values.below(3) + ")";
            case 1 -> list + ".contains(" + one + ")";
            case 2 -> "((" + condition + " ? " + one + " : null) in " + list + ")";
            case 3 -> "(null in " + list + ")";
            default -> "(" + one + " in " + list + ")";
        };
    }

    /** The same of a field of several references, for a record that another name leads to. */
    private String amongReferences(RandomValues values, String condition) {
        var list = values.oneOf(List.copyOf(lead.keySet()));
        var alike =
                referenceTargets.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(lead.get(list)))
                        .map(Map.Entry::getKey)
                        .toList();
        var one =
                alike.isEmpty() || values.chance(0.2)
                        ? "\"" + new java.util.UUID(0, values.below(9)) + "\""
                        : values.oneOf(alike);
        return switch (values.below(5)) {
            case 0 -> "(size(" + list + ") > " + values.below(3) + ")";
            case 1 -> list + ".contains(" + one + ")";
            case 2 -> "((" + condition + " ? " + one + " : null) in " + list + ")";
            case 3 -> "(" + list + " == null)";
            default -> "(" + one + " in " + list + ")";
        };
    }

    private void reference(String name, String target) {
        add(Kind.REFERENCE, name);
        referenceTargets.put(name, target);
    }

    private void add(Kind kind, String name) {
        of(kind).add(name);
    }
}
