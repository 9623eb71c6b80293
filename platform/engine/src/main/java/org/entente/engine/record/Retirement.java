package org.entente.engine.record;

import java.util.List;
import java.util.Map;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.FieldType.OfOptions;
import org.entente.metadata.model.FieldType.Option;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Keeps retired options where they are, and gives them to nothing new. */
final class Retirement {

    private Retirement() {}

    /** INVALID_VALUE at each field that would take a retired option that it does not have. */
    static Outcome<Map<String, @Nullable Object>> check(
            Entity entity,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            String pointer) {
        var gathering = new Gathering();
        after.forEach((name, value) -> {
            var type = entity.field(name).map(field -> field.type()).orElse(null);
            if (value != null && type instanceof OfOptions choice) {
                var had = names(before.get(name));
                names(value).stream()
                        .filter(option -> !had.contains(option))
                        .filter(option -> isRetired(choice.options().get(option)))
                        .forEach(option -> gathering.add(problem(name, option, pointer)));
            }
        });
        return gathering.outcome(() -> after);
    }

    static boolean isRetired(@Nullable Option option) {
        return option != null && option.retired();
    }

    private static List<?> names(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> several -> several;
            case Object one -> List.of(one);
        };
    }

    private static Problem problem(String field, Object option, String pointer) {
        return Problem.of(
                ProblemCode.INVALID_VALUE,
                pointer + "/values/" + field,
                Map.of("reason", "retired_option", "name", field, "value", option));
    }
}
