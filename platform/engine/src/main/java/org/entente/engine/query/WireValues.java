package org.entente.engine.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.value.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Answers in the form in which they travel. */
final class WireValues {

    private WireValues() {}

    static @Nullable Object write(@Nullable Object value, Selection selection) {
        return switch (selection) {
            case Selection.OfValue(var expression) -> write(value, expression.type());
            case Selection.OfReference(var reference, var _) -> write(value, reference.type());
        };
    }

    static @Nullable Object write(@Nullable Object value, ValueType type) {
        return switch (value) {
            case null -> null;
            case Labelled labelled -> labelled(labelled);
            case BigDecimal number when type == Simple.INTEGER -> number.toBigInteger();
            default -> ValueWriter.write(value);
        };
    }

    static Map<String, Object> labelled(Labelled labelled) {
        var wire = new LinkedHashMap<String, Object>();
        wire.put("id", labelled.reference().id().toString());
        wire.put("entity", labelled.reference().entity());
        labelled.label().ifPresent(label -> wire.put("label", label));
        return wire;
    }
}
