package org.entente.store.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.entente.metadata.model.FieldType.Figure;
import org.jspecify.annotations.Nullable;

/** What numbers come to, told once more and plainly. */
final class Figures {

    private Figures() {}

    static @Nullable Object of(Figure fn, List<@Nullable Object> values) {
        var known = new ArrayList<BigDecimal>();
        for (var value : values) {
            if (value instanceof BigDecimal number) {
                known.add(number);
            }
        }
        var sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (fn) {
            case COUNT -> BigDecimal.valueOf(values.size());
            case SUM -> sum;
            case MIN -> known.stream().min(BigDecimal::compareTo).orElse(null);
            case MAX -> known.stream().max(BigDecimal::compareTo).orElse(null);
            case AVG ->
                    known.isEmpty()
                            ? null
                            : sum.divide(
                                    BigDecimal.valueOf(known.size()), 18, RoundingMode.HALF_UP);
        };
    }
}
