package org.entente.metadata.value;

import java.util.Map;
import java.util.Optional;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.AddressType;
import org.entente.metadata.model.FieldType.GeoType;
import org.entente.metadata.model.FieldType.JsonType;
import org.entente.metadata.model.FieldType.MoneyType;
import org.entente.metadata.model.Settings;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A default that is no expression but a value as it travels, in JSON: expressions have no words for
 * values that consist of parts.
 */
public final class WrittenDefault {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private WrittenDefault() {}

    /** The text of such a default; empty where there is none, or an expression. */
    public static Optional<String> of(Field field) {
        return field.defaultValue()
                .map(String::strip)
                .filter(text ->
                        text.startsWith("{")
                                || (text.startsWith("[") && field.type() instanceof JsonType))
                .filter(text ->
                        switch (field.type()) {
                            case MoneyType _, AddressType _, GeoType _, JsonType _ -> true;
                            default -> false;
                        });
    }

    /** The value; refused as the same value of a record would be, or as MALFORMED. */
    public static Outcome<Optional<Object>> read(String text, Field field, Settings settings) {
        try {
            return ValueReader.read(JSON.readValue(text, Object.class), field, settings);
        } catch (JacksonException broken) {
            return Refusals.of(ProblemCode.MALFORMED, Map.of("reason", "not_json"));
        }
    }
}
