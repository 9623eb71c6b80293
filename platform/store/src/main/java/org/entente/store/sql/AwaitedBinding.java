package org.entente.store.sql;

import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/** Keeps a place in the text for a value that is not there yet; nothing is ever sent with it. */
final class AwaitedBinding extends AbstractBinding<Object, Awaited> {

    static final DataType<Awaited> DATA_TYPE =
            SQLDataType.OTHER.asConvertedDataType(new AwaitedBinding());

    private static final long serialVersionUID = 1L;

    @Override
    public Converter<Object, Awaited> converter() {
        return Converter.of(Object.class, Awaited.class, Awaited.class::cast, awaited -> awaited);
    }

    @Override
    protected void sqlBind(BindingSQLContext<Awaited> context) {
        context.render().sql(context.variable());
    }

    @Override
    public void set(BindingSetStatementContext<Awaited> context) {
        throw new IllegalStateException("a value that is still awaited");
    }

    @Override
    public void get(BindingGetResultSetContext<Awaited> context) {
        throw new IllegalStateException("a value that is still awaited");
    }
}
