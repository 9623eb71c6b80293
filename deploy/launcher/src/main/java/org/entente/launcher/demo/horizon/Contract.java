package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/**
 * A contract; money in cents, the no-claims coefficient in hundredths, nought where there is none.
 */
record Contract(String number, Member holder, Cover cover, Terms terms, Run run) {

    /** What is insured, and by whom it was brought. */
    record Cover(Product product, String item, @Nullable Key broker) {}

    record Terms(long premium, long deductible, int coefficient, String instalments) {}

    /** From when to when, and how it stands on the day of seeding. */
    record Run(LocalDate starts, @Nullable LocalDate ends, boolean renews, String status) {
        /** The last day on which something could be claimed. */
        LocalDate lastCovered(LocalDate today) {
            return ends != null && ends.isBefore(today) ? ends : today;
        }
    }

    Key key() {
        return new Key("contract", "number", number);
    }

    Values values() {
        var values =
                new Values()
                        .text("number", number)
                        .refer("holder", holder.key())
                        .refer("product", cover.product().key())
                        .text("insured_item", cover.item())
                        .refer("broker", cover.broker())
                        .refer("adviser", holder.adviser().key())
                        .money("premium", terms.premium())
                        .money("deductible", terms.deductible())
                        .text("instalments", terms.instalments())
                        .date("starts", run.starts())
                        .date("ends", run.ends())
                        .flag("renews", run.renews())
                        .text("status", run.status())
                        .owner(holder.adviser().owner());
        return terms.coefficient() == 0
                ? values
                : values.decimal("no_claims_coefficient", terms.coefficient());
    }
}
