package org.entente.metadata.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.spi.Money;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads money. */
final class Amounts {

    static final int MAX_SCALE = 6;

    private static final Set<String> PARTS = Set.of("amount", "currency");

    private Amounts() {}

    /** An amount with its currency, which may be left out where the field takes only one. */
    static Outcome<Money> money(Object wire, Optional<String> only) {
        if (!(wire instanceof Map<?, ?> parts)) {
            return Refusals.wrongType("money");
        }
        var problems = new ArrayList<Problem>(Parts.unknown(parts, PARTS));
        var given = parts.get("amount");
        var amount = Parts.value(Refusals.at("amount", amountOrMissing(given)), problems);
        var currency =
                Parts.value(
                        Refusals.at("currency", currency(parts.get("currency"), only)), problems);
        return amount.isPresent() && currency.isPresent() && problems.isEmpty()
                ? Outcome.done(new Money(amount.get(), currency.get()))
                : Outcome.refused(List.copyOf(problems));
    }

    private static Outcome<BigDecimal> amountOrMissing(@Nullable Object wire) {
        return wire == null ? Refusals.of(ProblemCode.REQUIRED, Map.of()) : amount(wire);
    }

    private static Outcome<BigDecimal> amount(Object wire) {
        return Numbers.decimal(wire, Numbers.MAX_DIGITS, MAX_SCALE);
    }

    private static Outcome<String> currency(@Nullable Object wire, Optional<String> only) {
        if (wire == null) {
            return only.map(Outcome::done)
                    .orElseGet(() -> Refusals.of(ProblemCode.REQUIRED, Map.of()));
        }
        if (!(wire instanceof String code)) {
            return Refusals.wrongType("text");
        }
        if (!Currencies.isKnown(code)) {
            return Refusals.invalid("currency");
        }
        return only.isEmpty() || only.get().equals(code)
                ? Outcome.done(code)
                : Refusals.of(ProblemCode.CURRENCY_NOT_ALLOWED, Map.of("currency", only.get()));
    }
}
