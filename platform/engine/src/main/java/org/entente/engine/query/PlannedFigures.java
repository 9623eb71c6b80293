package org.entente.engine.query;

import java.util.List;
import org.entente.metadata.expression.ValueType;

/** An aggregate decided, and what its columns are called. */
record PlannedFigures(PlannedAggregate aggregate, List<Name> names) {

    /** One column of the answer. */
    record Name(String alias, ValueType type) {}
}
