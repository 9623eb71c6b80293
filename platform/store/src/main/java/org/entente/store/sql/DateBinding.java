package org.entente.store.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.SQLDataType;

/**
 * Dates as the driver itself carries them. The way through {@link java.sql.Date} knows another
 * calendar before 1582 and moves the ten days that the Gregorian reform left out.
 */
final class DateBinding extends AbstractBinding<LocalDate, LocalDate> {

    static final DataType<LocalDate> DATA_TYPE =
            SQLDataType.LOCALDATE.asConvertedDataType(new DateBinding());

    private static final long serialVersionUID = 1L;

    @Override
    public Converter<LocalDate, LocalDate> converter() {
        return Converters.identity(LocalDate.class);
    }

    @Override
    protected void sqlBind(BindingSQLContext<LocalDate> context) {
        context.render().sql("cast(").sql(context.variable()).sql(" as date)");
    }

    @Override
    protected void sqlInline(BindingSQLContext<LocalDate> context) {
        var date = context.value();
        context.render().sql(date == null ? "cast(null as date)" : "date '" + date + "'");
    }

    @Override
    public void set(BindingSetStatementContext<LocalDate> context) throws SQLException {
        context.statement().setObject(context.index(), context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<LocalDate> context) throws SQLException {
        context.value(context.resultSet().getObject(context.index(), LocalDate.class));
    }
}
