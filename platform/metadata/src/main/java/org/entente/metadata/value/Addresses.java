package org.entente.metadata.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.spi.Address;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/** Reads postal addresses. */
final class Addresses {

    private static final int MAX_PART = 300;
    private static final List<String> TEXTS =
            List.of("street", "line2", "postal_code", "city", "region");
    private static final Set<String> PARTS =
            Set.of("street", "line2", "postal_code", "city", "region", "country");

    private Addresses() {}

    static Outcome<Address> read(Object wire) {
        if (!(wire instanceof Map<?, ?> parts)) {
            return Refusals.wrongType("address");
        }
        var problems = new ArrayList<Problem>(Parts.unknown(parts, PARTS));
        var read = new LinkedHashMap<String, String>();
        for (var part : TEXTS) {
            var given = parts.get(part);
            if (given != null && !given.equals("")) {
                Parts.value(Refusals.at(part, Texts.line(given, MAX_PART)), problems)
                        .ifPresent(text -> read.put(part, text));
            }
        }
        var country = parts.get("country");
        if (country != null && !country.equals("")) {
            Parts.value(Refusals.at("country", country(country)), problems)
                    .ifPresent(code -> read.put("country", code));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(List.copyOf(problems));
        }
        return read.isEmpty() ? Refusals.invalid("empty") : Outcome.done(address(read));
    }

    private static Outcome<String> country(Object wire) {
        if (!(wire instanceof String name)) {
            return Refusals.wrongType("text");
        }
        return Countries.code(name).map(Outcome::done).orElseGet(() -> Refusals.invalid("country"));
    }

    private static Address address(Map<String, String> read) {
        return new Address(
                read.get("street"),
                read.get("line2"),
                read.get("postal_code"),
                read.get("city"),
                read.get("region"),
                read.get("country"));
    }
}
