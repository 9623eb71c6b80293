package org.entente.metadata.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.metadata.expression.TypedExpression.Input;
import org.entente.metadata.expression.ValueType.Simple;

/**
 * What the uses of parameters say about their types. A use may come before the one that tells the
 * type, so binding is repeated until a round learns nothing new.
 */
final class ParameterTypes {

    private final Map<String, ValueType> known;
    private final Map<String, Integer> firstUses = new LinkedHashMap<>();

    ParameterTypes(Map<String, ValueType> known) {
        this.known = new LinkedHashMap<>(known);
    }

    Map<String, ValueType> known() {
        return known;
    }

    /** A use; its type is NULL as long as nothing tells it. */
    Input use(String name, int position) {
        firstUses.putIfAbsent(name, position);
        return input(name, known.getOrDefault(name, Simple.NULL));
    }

    /** The same use where a type is wanted. */
    Input settle(Input use, ValueType type) {
        known.put(use.name(), type);
        return input(use.name(), type);
    }

    /** First places of the parameters whose type nothing tells. */
    Map<String, Integer> undetermined() {
        var places = new LinkedHashMap<>(firstUses);
        places.keySet().removeAll(known.keySet());
        return places;
    }

    private static Input input(String name, ValueType type) {
        return new Input(Input.Kind.PARAMETER, name, type);
    }
}
