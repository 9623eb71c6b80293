package org.entente.engine.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Answers in the form in which they travel. */
final class WireValues {

    private WireValues() {}

    static @Nullable Object write(@Nullable Object value, Selection selection) {
        return switch (selection) {
            case Selection.OfValue(var expression) -> write(value, expression.type());
            case Selection.OfReference(var reference, var _) -> write(value, reference.type());
            case Selection.OfReferences(var references, var _, var _) ->
                    write(value, references.type());
        };
    }

    static @Nullable Object write(@Nullable Object value, ValueType type) {
        return switch (value) {
            case null -> null;
            case Labelled labelled -> labelled(labelled);
            case List<?> several -> several.stream().map(one -> write(one, type)).toList();
            case BigDecimal number when type == Simple.INTEGER -> number.toBigInteger();
            default -> ValueWriter.write(value);
        };
    }

    /** What references of a past value lead to, with the names that are known. */
    static @Nullable Object named(@Nullable Object value, Map<Reference, String> names) {
        return switch (value) {
            case Reference reference ->
                    labelled(new Labelled(reference, Optional.ofNullable(names.get(reference))));
            case List<?> several -> several.stream().map(one -> named(one, names)).toList();
            case null -> null;
            case Object other -> other;
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
