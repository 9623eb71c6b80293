package org.entente.engine.expression;

import java.math.BigDecimal;
import org.entente.metadata.expression.Function;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.jspecify.annotations.Nullable;

/** Makes one value of many, one by one. */
final class Summing {

    private final Summary.By by;
    private long size;
    private long known;
    private boolean found;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Object extreme;

    Summing(Summary.By by) {
        this.by = by;
    }

    void add(@Nullable Object value) {
        size++;
        switch (by) {
            case EXISTS -> found = found || Boolean.TRUE.equals(value);
            case ALL -> found = found || !Boolean.TRUE.equals(value);
            case SIZE -> {}
            case SUM, AVG -> {
                if (value instanceof BigDecimal number) {
                    sum = sum.add(number);
                    known++;
                }
            }
            case MIN, MAX -> {
                if (value != null && (extreme == null || isBeyond(value, extreme))) {
                    extreme = value;
                }
            }
        }
    }

    private boolean isBeyond(Object value, Object than) {
        var order = Order.compare(value, than);
        return by == Summary.By.MIN ? order < 0 : order > 0;
    }

    /** Whether no further item can change the result. */
    boolean decided() {
        return found;
    }

    @Nullable Object result() {
        return switch (by) {
            case EXISTS -> found;
            case ALL -> !found;
            case SIZE -> BigDecimal.valueOf(size);
            case SUM -> sum;
            case MIN, MAX -> extreme;
            case AVG -> Operations.number(Function.DIVIDE, sum, BigDecimal.valueOf(known));
        };
    }
}
