package org.entente.engine.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.expression.Evaluator.Change;
import org.entente.engine.expression.Row;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Asked;
import org.entente.engine.query.Expressions;
import org.entente.engine.request.Gathering;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.DecimalType;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.metadata.model.Rule;
import org.entente.metadata.value.ValueReader;
import org.entente.metadata.value.ValueWriter;
import org.entente.metadata.value.WrittenDefault;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What the definitions say about the values of a record: defaults, what must be there, rules. */
final class DefinedValues {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Asked asked;
    private final Expressions expressions;
    private final Neighbours neighbours;

    DefinedValues(Asked asked, Expressions expressions, Neighbours neighbours) {
        this.asked = asked;
        this.expressions = expressions;
        this.neighbours = neighbours;
    }

    /**
     * The given values, and the defaults of fields that were not given at all; a default sees what
     * was given and the defaults that are declared before it. Problems: what a value of the field
     * itself would be refused for.
     */
    Outcome<Map<String, @Nullable Object>> withDefaults(
            Entity entity, Map<String, @Nullable Object> given, UUID id, String pointer) {
        var gathering = new Gathering();
        var values = new LinkedHashMap<String, @Nullable Object>(given);
        for (var field : entity.kept()) {
            var text = field.defaultValue();
            if (text.isPresent() && !given.containsKey(field.name())) {
                var row = new DraftRow(neighbours, entity, id, values);
                gathering
                        .keep(fitting(entity, field, row, pointer + "/values/" + field.name()))
                        .ifPresent(fit -> values.put(field.name(), fit.orElse(null)));
            }
        }
        values.values().removeIf(java.util.Objects::isNull);
        return gathering.outcome(() -> values);
    }

    private Outcome<Optional<Object>> fitting(Entity entity, Field field, Row row, String at) {
        var written = WrittenDefault.of(field);
        return written.isPresent()
                ? placed(WrittenDefault.read(written.get(), field, asked.model().settings()), at)
                : fitting(field, computed(entity, field, field.defaultValue().orElse(""), row), at);
    }

    private @Nullable Object computed(Entity entity, Field field, String text, Row row) {
        var expected = expressions.expectedOf(asked.model(), entity, field);
        var expression = expressions.trusted(asked.model(), entity, text, expected);
        var value = Evaluator.evaluate(expression, row, evaluation());
        return switch (field.type()) {
            case IntegerType() when value instanceof BigDecimal number -> number;
            case DecimalType(int _, int scale) when value instanceof BigDecimal number ->
                    number.scale() > scale ? number.setScale(scale, RoundingMode.HALF_UP) : number;
            default -> value;
        };
    }

    /** A computed value is read like any other; what references lead to was looked up before. */
    private Outcome<Optional<Object>> fitting(Field field, @Nullable Object value, String at) {
        if (value == null || !Targets.of(value).isEmpty()) {
            return Outcome.done(Optional.ofNullable(value));
        }
        var wire = value instanceof BigDecimal number ? number : ValueWriter.write(value);
        return placed(ValueReader.read(wire, field, asked.model().settings()), at);
    }

    private static Outcome<Optional<Object>> placed(Outcome<Optional<Object>> read, String at) {
        return switch (read) {
            case Outcome.Done<Optional<Object>> done -> done;
            case Outcome.Refused<Optional<Object>>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(at)).toList());
        };
    }

    /**
     * REQUIRED at each field that has no value and must have one; RULE_BROKEN for each rule whose
     * check is false.
     */
    Outcome<Map<String, @Nullable Object>> check(Draft draft, String pointer) {
        var gathering = new Gathering();
        problems(draft, pointer).forEach(gathering::add);
        return gathering.outcome(draft::values);
    }

    List<Problem> problems(Draft draft, String pointer) {
        var problems = new ArrayList<Problem>();
        for (var field : draft.entity().kept()) {
            if (draft.values().get(field.name()) == null && isRequired(field, draft)) {
                problems.add(
                        Problem.of(
                                ProblemCode.REQUIRED,
                                pointer + "/values/" + field.name(),
                                Map.of("name", field.name())));
            }
        }
        for (var rule : draft.entity().rules().values()) {
            if (isBroken(rule, draft)) {
                problems.add(broken(rule, pointer));
            }
        }
        return problems;
    }

    /** Whether a draft must have a value in a field. */
    boolean isRequired(Field field, Draft draft) {
        return switch (field.required()) {
            case Requirement.Never() -> false;
            case Requirement.Always() -> true;
            case Requirement.When(var text) -> holds(text, draft);
        };
    }

    /** Whether a form shows a field. */
    boolean isVisible(Field field, Draft draft) {
        return field.visible().map(text -> holds(text, draft)).orElse(true);
    }

    private boolean holds(String text, Draft draft) {
        var expression =
                expressions.trusted(asked.model(), draft.entity(), text, Expected.condition());
        return Evaluator.holds(expression, row(draft, draft.values()), evaluation());
    }

    private boolean isBroken(Rule rule, Draft draft) {
        var check = expressions.rule(asked.model(), draft.entity(), rule.check());
        var change =
                new Change(
                        draft.before().map(values -> row(draft, values)),
                        row(draft, draft.values()));
        return Boolean.FALSE.equals(Evaluator.evaluate(check, change, evaluation()));
    }

    /** Whether checking a record looks at others of its entity. */
    boolean looksAtOthers(Entity entity) {
        return entity.rules().values().stream()
                .map(rule -> expressions.rule(asked.model(), entity, rule.check()))
                .anyMatch(check -> DraftRow.looksAt(entity.name(), check));
    }

    private Row row(Draft draft, Map<String, @Nullable Object> values) {
        return new DraftRow(neighbours, draft.entity(), draft.id(), values);
    }

    private static Problem broken(Rule rule, String pointer) {
        var message = new LinkedHashMap<String, Object>();
        LANGUAGES.forEach(
                language -> message.put(language.getLanguage(), rule.message().in(language)));
        return Problem.of(
                ProblemCode.RULE_BROKEN,
                pointer + rule.at().map("/values/"::concat).orElse(""),
                Map.of("rule", rule.name(), "message", message));
    }

    private Evaluation evaluation() {
        return asked.evaluation(asked.caller().at(), Map.of());
    }
}
