package org.entente.engine.record;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.query.Asked;
import org.entente.engine.query.Expressions;
import org.entente.engine.request.Gathering;
import org.entente.metadata.expression.Expected;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.IntegerType;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What the definitions say about the values of a record: defaults, and what must be there. */
final class DefinedValues {

    private final Asked asked;
    private final Expressions expressions;

    DefinedValues(Asked asked, Expressions expressions) {
        this.asked = asked;
        this.expressions = expressions;
    }

    /** The given values, and the defaults of fields that were not given at all. */
    Map<String, @Nullable Object> withDefaults(
            Entity entity, Map<String, @Nullable Object> given, UUID id) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var row = new ValuesRow(entity, id, given);
        for (var field : entity.kept()) {
            if (given.containsKey(field.name())) {
                values.put(field.name(), given.get(field.name()));
            } else {
                field.defaultValue()
                        .ifPresent(text -> values.put(field.name(), computed(field, text, row)));
            }
        }
        given.forEach(values::putIfAbsent);
        values.values().removeIf(java.util.Objects::isNull);
        return values;
    }

    private @Nullable Object computed(Field field, String text, ValuesRow row) {
        var expected = expressions.expectedOf(asked.model(), row.entity(), field);
        var value = evaluate(row, text, expected);
        return field.type() instanceof IntegerType && value instanceof BigDecimal number
                ? (Object) number.longValue()
                : value;
    }

    /** REQUIRED at each field that has no value and must have one. */
    Outcome<Map<String, @Nullable Object>> check(
            Entity entity, Map<String, @Nullable Object> values, UUID id, String pointer) {
        var gathering = new Gathering();
        var row = new ValuesRow(entity, id, values);
        for (var field : entity.kept()) {
            if (values.get(field.name()) == null && required(field, row)) {
                gathering.add(
                        Problem.of(
                                ProblemCode.REQUIRED,
                                pointer + "/values/" + field.name(),
                                Map.of("name", field.name())));
            }
        }
        return gathering.outcome(() -> values);
    }

    private boolean required(Field field, ValuesRow row) {
        return switch (field.required()) {
            case Requirement.Never() -> false;
            case Requirement.Always() -> true;
            case Requirement.When(var text) ->
                    Boolean.TRUE.equals(evaluate(row, text, Expected.condition()));
        };
    }

    private @Nullable Object evaluate(ValuesRow row, String text, Expected expected) {
        var expression = expressions.trusted(asked.model(), row.entity(), text, expected);
        return Evaluator.evaluate(expression, row, asked.evaluation(asked.caller().at(), Map.of()));
    }
}
