package org.entente.launcher.demo.atlas;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** An order with its lines; money in cents. */
record Order(String number, Firm customer, Run run, Carriage carriage, List<Line> lines) {
    Order {
        lines = List.copyOf(lines);
    }

    /** Its days, and how it stands on the day of seeding. */
    record Run(LocalDate ordered, LocalDate required, @Nullable LocalDate shipped, String status) {}

    record Carriage(@Nullable Key carrier, long freight) {}

    /**
     * A line.
     *
     * @param price in hundredths of cents
     * @param discount in hundredths
     */
    record Line(Goods.Product product, long price, int quantity, int discount) {
        Values values(Key order) {
            return new Values()
                    .refer("order", order)
                    .refer("product", product.key())
                    .text("unit_price", BigDecimal.valueOf(price, 4).toPlainString())
                    .number("quantity", quantity)
                    .decimal("discount", discount);
        }
    }

    Key key() {
        return new Key("order", "number", number);
    }

    Values values() {
        return new Values()
                .text("number", number)
                .refer("customer", customer.key())
                .refer("employee", customer.account().seller().key())
                .refer("shipper", carriage.carrier())
                .date("ordered_on", run.ordered())
                .date("required_on", run.required())
                .date("shipped_on", run.shipped())
                .money("freight", carriage.freight())
                .address("ship_to", customer.reach().address())
                .text("status", run.status())
                .owner(customer.account().seller().owner());
    }
}
