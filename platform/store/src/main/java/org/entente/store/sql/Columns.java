package org.entente.store.sql;

import org.entente.metadata.expression.TypedExpression.Alias;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Where the values of a query stand. Texts are {@code text}, integers {@code bigint}, decimals,
 * percents and amounts {@code numeric}, booleans, dates and {@code timestamptz} themselves; a
 * choice is the key of its option as {@code text}; a reference is the {@code uuid} of the record.
 */
public interface Columns {

    /**
     * The field at the end of a path, or its part. A whole money or address value is anything that
     * is null exactly when there is none.
     */
    Field<?> column(Path path);

    /** The id of the record. */
    Field<?> self(Self self);

    /** A named value of the query. */
    Field<?> alias(Alias alias);

    /** The items of a list, to be queried within the query that these columns are of. */
    Inner items(Items items);

    /** A query within another, about the items of a list. */
    interface Inner {

        /** The columns of one item, and those of the queries around. */
        Columns columns();

        /** That an item is one of the list. */
        Condition belongs();

        /** Where items are; to be asked for last, when all columns have been. */
        Table<?> tables();
    }
}
