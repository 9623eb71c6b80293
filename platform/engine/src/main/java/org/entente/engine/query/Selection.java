package org.entente.engine.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;

/** One thing that a query asks of each row. */
public sealed interface Selection {

    /** The value of an expression, as its type documents it. */
    record OfValue(TypedExpression expression) implements Selection {}

    /**
     * A reference, answered as {@link Labelled}.
     *
     * @param reference ends at a field of a reference type
     * @param labels for each entity that it may lead to and that the caller may read, the
     *     expression that names a record, relative to that record. A target of another entity, or
     *     one that is deleted, has no label
     */
    record OfReference(Path reference, Map<String, TypedExpression> labels) implements Selection {
        public OfReference {
            labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }
    }

    /**
     * References to records of one entity, answered as a list of {@link Labelled}.
     *
     * @param references ends at a field that holds several
     * @param label names one of the records, relative to it; empty when the caller may not read the
     *     entity
     */
    record OfReferences(Path references, String to, Optional<TypedExpression> label)
            implements Selection {}
}
