package org.entente.engine.job;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object of a line, and what stands in it as the cells of a table. */
final class JsonLine {

    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    private static final TypeReference<List<Object>> ITEMS = new TypeReference<>() {};

    private JsonLine() {}

    /** The object; empty when the line is none. */
    static Optional<Map<String, @Nullable Object>> read(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, TREE));
        } catch (JacksonException notAnObject) {
            return Optional.empty();
        }
    }

    /** The items of a cell that is a list; empty when it is none, or has one that is nothing. */
    static Optional<List<Object>> list(String cell) {
        if (!cell.startsWith("[")) {
            return Optional.empty();
        }
        try {
            var items = MAPPER.readValue(cell, ITEMS);
            return items.stream().allMatch(Objects::nonNull)
                    ? Optional.of(List.copyOf(items))
                    : Optional.empty();
        } catch (JacksonException noList) {
            return Optional.empty();
        }
    }

    static String write(Map<String, ?> tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** By column; members of an object within have columns of their own, such as {@code a.b}. */
    static Map<String, String> cells(Map<String, @Nullable Object> object) {
        var cells = new LinkedHashMap<String, String>();
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts) {
                parts.forEach((part, inner) -> cells.put(name + "." + part, cell(inner)));
            } else {
                cells.put(name, cell(value));
            }
        });
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case BigDecimal number when Math.abs(number.scale()) <= LONGEST_NUMBER ->
                    number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> MAPPER.writeValueAsString(value);
        };
    }
}
