package org.entente.metadata.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.FieldType;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.AutoNumberType;
import org.entente.metadata.model.FieldType.BooleanType;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.FieldType.DateType;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.DurationType;
import org.entente.metadata.model.FieldType.EmailType;
import org.entente.metadata.model.FieldType.Figure;
import org.entente.metadata.model.FieldType.FormulaType;
import org.entente.metadata.model.FieldType.GeoType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.FieldType.JsonType;
import org.entente.metadata.model.FieldType.LongTextType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.FieldType.MultiChoiceType;
import org.entente.metadata.model.FieldType.MultiReferenceType;
import org.entente.metadata.model.FieldType.OnDelete;
import org.entente.metadata.model.FieldType.Option;
import org.entente.metadata.model.FieldType.PercentType;
import org.entente.metadata.model.FieldType.PhoneType;
import org.entente.metadata.model.FieldType.ReferenceType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.FieldType.TextType;
import org.entente.metadata.model.FieldType.TraitReferenceType;
import org.entente.metadata.model.FieldType.UrlType;
import org.entente.metadata.model.NumberPattern;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Compiles what a field holds. */
final class FieldTypeCompiler {

    private static final int MAX_OPTIONS = 500;

    private final List<Problem> problems;

    FieldTypeCompiler(List<Problem> problems) {
        this.problems = problems;
    }

    /** The type, or empty when a problem was told. */
    Optional<FieldType> compile(Definition field) {
        var type = field.text("type");
        if (type.isEmpty()) {
            return refuse(Problem.of(ProblemCode.MISSING, field.place(), Map.of("name", "type")));
        }
        return switch (type.get()) {
            case "text" -> text(field);
            case "long_text" ->
                    Optional.of(new LongTextType(field.text("format").orElse("").equals("rich")));
            case "integer" -> Optional.of(new IntegerType());
            case "decimal" -> decimal(field);
            case "money" -> money(field);
            case "percent" -> Optional.of(new PercentType());
            case "boolean" -> Optional.of(new BooleanType());
            case "date" -> Optional.of(new DateType());
            case "date_time" -> Optional.of(new DateTimeType());
            case "duration" -> Optional.of(new DurationType());
            case "choice" -> options(field).map(ChoiceType::new);
            case "multi_choice" -> options(field).map(MultiChoiceType::new);
            case "auto_number" -> autoNumber(field);
            case "email" -> Optional.of(new EmailType());
            case "phone" -> Optional.of(new PhoneType());
            case "url" -> Optional.of(new UrlType());
            case "address" -> Optional.of(new AddressType());
            case "json" -> Optional.of(new JsonType());
            case "geo" -> Optional.of(new GeoType());
            case "file" -> AttachedCompiler.file(field, problems);
            case "image" -> AttachedCompiler.image(field, problems);
            case "reference" -> reference(field);
            case "multi_reference" -> multiReference(field);
            case "formula" -> formula(field);
            case "roll_up" -> rollUp(field);
            default -> refuse(Problem.of(ProblemCode.UNKNOWN_TYPE, field.place("type"), Map.of()));
        };
    }

    private Optional<FieldType> text(Definition field) {
        var max = field.whole("max", 255);
        return within(field, "max", max, 1, 10_000)
                ? Optional.of(new TextType(max))
                : Optional.empty();
    }

    private Optional<FieldType> decimal(Definition field) {
        var precision = field.whole("precision", 18);
        var scale = field.whole("scale", Math.min(4, Math.max(precision, 0)));
        var fit =
                within(field, "precision", precision, 1, 38)
                        && within(field, "scale", scale, 0, Math.min(precision, 20));
        return fit ? Optional.of(new DecimalType(precision, scale)) : Optional.empty();
    }

    private boolean within(Definition field, String attribute, int value, int min, int max) {
        if (value >= min && value <= max) {
            return true;
        }
        problems.add(
                Problem.of(
                        ProblemCode.OUT_OF_RANGE,
                        field.place(attribute),
                        Map.of("name", attribute, "min", min, "max", max)));
        return false;
    }

    private Optional<FieldType> money(Definition field) {
        var currency = field.text("currency");
        if (currency.isPresent() && !Codes.isCurrency(currency.get())) {
            return refuse(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            field.place("currency"),
                            Map.of("name", "currency", "value", currency.get())));
        }
        return Optional.of(new MoneyType(currency));
    }

    private Optional<Map<String, Option>> options(Definition field) {
        var options = field.within("options").values();
        if (options.isEmpty()) {
            return refuse(
                    Problem.of(
                            ProblemCode.MISSING, field.place("type"), Map.of("name", "options")));
        }
        if (options.size() > MAX_OPTIONS) {
            return refuse(
                    Problem.of(
                            ProblemCode.LIMIT_REACHED,
                            field.place(),
                            Map.of("name", "options", "max", MAX_OPTIONS)));
        }
        var byName = new LinkedHashMap<String, Option>();
        for (var option : options) {
            byName.put(
                    option.name(),
                    new Option(
                            option.key(),
                            option.name(),
                            option.localized("label"),
                            option.text("color"),
                            option.flag("retired")));
        }
        return Optional.of(byName);
    }

    /** Its value is nobody's to give, so there is nothing to demand nor to begin with. */
    private Optional<FieldType> autoNumber(Definition field) {
        for (var attribute : List.of("required", "default")) {
            if (field.text(attribute).filter(text -> !text.equals("false")).isPresent()) {
                return refuse(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                field.place(attribute),
                                Map.of("name", attribute, "conflict", "auto_number")));
            }
        }
        var text = field.text("pattern").orElse(NumberPattern.PLAIN_NUMBER.text());
        var pattern = NumberPattern.of(text);
        return pattern.isPresent()
                ? Optional.of(new AutoNumberType(pattern.get()))
                : refuse(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                field.place("pattern"),
                                Map.of("name", "pattern", "value", text)));
    }

    private Optional<FieldType> reference(Definition field) {
        var to = field.text("to");
        var trait = field.text("to_trait");
        if (to.isPresent() == trait.isPresent()) {
            var code = to.isPresent() ? ProblemCode.INVALID_VALUE : ProblemCode.MISSING;
            var place = to.isPresent() ? field.place("to_trait") : field.place("type");
            return refuse(Problem.of(code, place, Map.of("name", "to", "or", "to_trait")));
        }
        var related = field.text("related");
        return onDelete(field)
                .map(onDelete ->
                        to.isPresent()
                                ? new ReferenceType(to.get(), related, onDelete)
                                : new TraitReferenceType(trait.orElseThrow(), related, onDelete));
    }

    private Optional<FieldType> multiReference(Definition field) {
        var to = field.text("to");
        return to.isPresent()
                ? onDelete(field)
                        .map(onDelete ->
                                new MultiReferenceType(to.get(), field.text("related"), onDelete))
                : refuse(
                        Problem.of(ProblemCode.MISSING, field.place("type"), Map.of("name", "to")));
    }

    /** What must be there cannot be emptied. */
    private Optional<OnDelete> onDelete(Definition field) {
        var word = field.text("on_delete").orElse("restrict");
        return word.equals("clear") && field.text("required").filter("true"::equals).isPresent()
                ? refuse(
                        Problem.of(
                                ProblemCode.INVALID_VALUE,
                                field.place("on_delete"),
                                Map.of("name", "on_delete", "conflict", "required")))
                : Optional.of(OnDelete.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private Optional<FieldType> formula(Definition field) {
        for (var needed : List.of("as", "formula")) {
            if (field.text(needed).isEmpty()) {
                return refuse(
                        Problem.of(
                                ProblemCode.MISSING, field.place("type"), Map.of("name", needed)));
            }
        }
        return Optional.of(
                new FormulaType(
                        result(field.text("as").orElse("")),
                        field.text("formula").orElse(""),
                        List.of()));
    }

    private static FieldType result(String word) {
        return switch (word) {
            case "integer" -> new IntegerType();
            case "decimal" -> Computations.DECIMAL;
            case "percent" -> new PercentType();
            case "boolean" -> new BooleanType();
            case "date" -> new DateType();
            case "date_time" -> new DateTimeType();
            default -> Computations.TEXT;
        };
    }

    /** What a sum or an extreme is of is known once all else is; a decimal until then. */
    private Optional<FieldType> rollUp(Definition field) {
        var fn = Figure.valueOf(field.text("fn").orElse("count").toUpperCase(Locale.ROOT));
        for (var needed : fn == Figure.COUNT ? List.of("over") : List.of("over", "of")) {
            if (field.text(needed).isEmpty()) {
                return refuse(
                        Problem.of(
                                ProblemCode.MISSING, field.place("type"), Map.of("name", needed)));
            }
        }
        if (fn == Figure.COUNT && field.text("of").isPresent()) {
            return refuse(
                    Problem.of(
                            ProblemCode.INVALID_VALUE,
                            field.place("of"),
                            Map.of("name", "of", "conflict", "count")));
        }
        return Optional.of(
                new RollUpType(
                        fn == Figure.COUNT ? new IntegerType() : Computations.DECIMAL,
                        field.text("over").orElse(""),
                        fn,
                        field.text("of"),
                        field.text("when"),
                        List.of()));
    }

    private <T> Optional<T> refuse(Problem problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
