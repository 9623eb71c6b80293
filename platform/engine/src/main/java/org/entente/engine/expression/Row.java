package org.entente.engine.expression;

import java.util.List;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.jspecify.annotations.Nullable;

/** The record that an expression is about. */
public interface Row {

    /**
     * The field at the end of a path: what lies behind an empty reference, or behind a record that
     * is deleted, is null. The whole value even when the path asks for a part of it.
     */
    @Nullable Object value(Path path);

    /** The record itself, or one that references lead to. */
    @Nullable Object self(Self self);

    /**
     * The items of a list of the record, or of one that references lead to, its conditions not yet
     * looked at; none when there is no such record.
     *
     * @param summary what will be asked of the items, so that all of it can be read at once
     */
    List<Row> items(Summary summary);
}
