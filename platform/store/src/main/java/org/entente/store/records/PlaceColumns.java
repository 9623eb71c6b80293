package org.entente.store.records;

import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.store.sql.Columns;
import org.jooq.Field;

/** The columns of an expression that stands at one place of a query. */
record PlaceColumns(Place place) implements Columns {

    @Override
    public Field<?> column(Path path) {
        return place.value(path);
    }

    @Override
    public Field<?> self(Self self) {
        return place.through(self.through()).id();
    }

    @Override
    public Field<?> alias(Alias alias) {
        throw new IllegalArgumentException("no alias among the fields of a record");
    }
}
