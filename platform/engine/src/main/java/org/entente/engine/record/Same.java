package org.entente.engine.record;

import java.math.BigDecimal;
import java.util.Objects;
import org.entente.spi.Money;
import org.jspecify.annotations.Nullable;

/** Whether two values of one field are the same; 1.0 and 1.00 are. */
final class Same {

    private Same() {}

    static boolean value(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Money a && other instanceof Money b) {
            return a.amount().compareTo(b.amount()) == 0 && a.currency().equals(b.currency());
        }
        return Objects.equals(one, other);
    }
}
