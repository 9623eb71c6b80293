package org.entente.metadata.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An expression that passed every check.
 *
 * @param root it fits what was expected; where a decimal was, its type may be integer
 * @param parameters the type of each {@code params.x} that it names
 */
public record BoundExpression(TypedExpression root, Map<String, ValueType> parameters) {
    public BoundExpression {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
