package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Flags;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.Field.Sensitivity;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.Text;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles one field. */
final class FieldCompiler {

    /** Of these there is no sense in asking that no two records have the same. */
    private static final Set<String> NEVER_UNIQUE =
            Set.of(
                    "long_text",
                    "boolean",
                    "address",
                    "multi_choice",
                    "multi_reference",
                    "json",
                    "geo",
                    "file",
                    "image");

    /** Of these no index would help. */
    private static final Set<String> NEVER_FILTERABLE = Set.of("json", "file", "image");

    /** Their bytes are sent to a record that is there already, and come back as they were. */
    private static final Set<String> ATTACHED = Set.of("file", "image");

    private static final Set<String> WITH_OPTIONS = Set.of("choice", "multi_choice");

    /** A number is there to find a record by. */
    private static final Flags NUMBERED = new Flags(true, true, true, false);

    private static final Set<String> COMPUTED = Set.of("formula", "roll_up");

    private static final Set<String> OF_GIVEN =
            Set.of("required", "default", "unique", "searchable", "filterable", "tracked");

    private final List<Problem> problems;
    private final FieldTypeCompiler types;

    FieldCompiler(List<Problem> problems) {
        this.problems = problems;
        this.types = new FieldTypeCompiler(problems);
    }

    /** The field, or empty when it is unfit and its problem told. */
    Optional<Field> compile(Definition field) {
        if (field.broken()
                || !keywordsFitType(field)
                || !flagsFit(field)
                || !isPlain(field)
                || !isSentLater(field)) {
            return Optional.empty();
        }
        return types.compile(field).map(type -> field(field, type));
    }

    private static Field field(Definition field, FieldType type) {
        return new Field(
                field.name(),
                field.key(),
                field.rank(),
                type,
                field.localized("label").orElseGet(() -> Text.of(Names.humanised(field.name()))),
                field.localized("help"),
                field.localized("purpose"),
                requirement(field),
                field.text("default").map(text -> defaultExpression(text, type)),
                field.text("visible"),
                sensitivity(field),
                type instanceof AutoNumberType ? NUMBERED : flags(field),
                type instanceof AutoNumberType);
    }

    private static Requirement requirement(Definition field) {
        return switch (field.text("required").orElse("false")) {
            case "false" -> new Requirement.Never();
            case "true" -> new Requirement.Always();
            case String expression -> new Requirement.When(expression);
        };
    }

    /** {@code default: draft} beside a choice is the option, not a field of that name. */
    private static String defaultExpression(String text, FieldType type) {
        return type instanceof OfOptions choice && choice.options().containsKey(text)
                ? '"' + text + '"'
                : text;
    }

    private static Sensitivity sensitivity(Definition field) {
        return Sensitivity.valueOf(
                field.text("sensitivity").orElse("normal").toUpperCase(Locale.ROOT));
    }

    private static Flags flags(Definition field) {
        return new Flags(
                field.flag("unique"),
                field.flag("searchable"),
                field.flag("filterable"),
                field.flag("tracked"));
    }

    /** A restatement without type may say what does not fit the type that is there. */
    private boolean keywordsFitType(Definition field) {
        var type = field.text("type");
        var special = type.map(Shapes.FIELD_TYPES::get).map(Map::keySet).orElse(Set.of());
        var unfit =
                field.attributes().keySet().stream()
                        .filter(word -> !Shapes.OF_EVERY_FIELD.containsKey(word))
                        .filter(word -> type.isPresent() && !special.contains(word))
                        .toList();
        unfit.forEach(word ->
                problems.add(
                        Problem.of(
                                ProblemCode.UNKNOWN_KEYWORD,
                                field.place(word),
                                Map.of("name", word, "type", type.orElse("")))));
        var strayOptions =
                type.isPresent()
                        && !WITH_OPTIONS.contains(type.get())
                        && !field.within("options").isEmpty();
        if (strayOptions) {
            problems.add(
                    Problem.of(
                            ProblemCode.UNKNOWN_KEYWORD,
                            field.within("options").values().iterator().next().place(),
                            Map.of("name", "options", "type", type.get())));
        }
        return unfit.isEmpty() && !strayOptions;
    }

    private boolean flagsFit(Definition field) {
        var secret = sensitivity(field) == Sensitivity.SECRET;
        var unfit =
                List.of("unique", "searchable", "filterable").stream()
                        .filter(field::flag)
                        .filter(flag -> secret || never(field, flag))
                        .toList();
        unfit.forEach(flag ->
                problems.add(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                field.place(flag),
                                Map.of("name", flag, "conflict", secret ? "secret" : "type"))));
        return unfit.isEmpty();
    }

    /** What is worked out is not given, so nothing can be asked of what is given. */
    private boolean isPlain(Definition field) {
        if (!COMPUTED.contains(field.text("type").orElse(""))) {
            return true;
        }
        var unfit = field.attributes().keySet().stream().filter(OF_GIVEN::contains).toList();
        unfit.forEach(word -> unfit(field, word));
        return unfit.isEmpty();
    }

    /** A new record has no file, and what nobody may read cannot be fetched. */
    private boolean isSentLater(Definition field) {
        if (!ATTACHED.contains(field.text("type").orElse(""))) {
            return true;
        }
        var unfit = new ArrayList<String>();
        if (field.text("default").isPresent()) {
            unfit.add("default");
        }
        if (requirement(field) instanceof Requirement.Always) {
            unfit.add("required");
        }
        if (sensitivity(field) == Sensitivity.SECRET) {
            unfit.add("sensitivity");
        }
        if (field.flag("searchable")) {
            unfit.add("searchable");
        }
        unfit.forEach(word -> unfit(field, word));
        return unfit.isEmpty();
    }

    private void unfit(Definition field, String word) {
        problems.add(
                Problem.of(
                        ProblemCode.INVALID_VALUE,
                        field.place(word),
                        Map.of("name", word, "conflict", "type")));
    }

    private static boolean never(Definition field, String flag) {
        return (flag.equals("unique") && !canBeUnique(field))
                || (flag.equals("filterable")
                        && NEVER_FILTERABLE.contains(field.text("type").orElse("")));
    }

    static boolean canBeUnique(Definition field) {
        return !NEVER_UNIQUE.contains(field.text("type").orElse(""))
                && sensitivity(field) != Sensitivity.SECRET;
    }
}
