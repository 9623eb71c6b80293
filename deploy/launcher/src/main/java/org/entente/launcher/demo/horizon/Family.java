package org.entente.launcher.demo.horizon;

import java.util.List;
import java.util.stream.Stream;
import org.entente.launcher.demo.Address;

/**
 * A household.
 *
 * @param couple how the two adults live together; empty for one alone
 * @param minors how many children are too young to be members
 * @param ownsHome false for tenants
 */
record Family(
        List<Member> adults, List<Member> grown, String couple, int minors, boolean ownsHome) {
    Family {
        adults = List.copyOf(adults);
        grown = List.copyOf(grown);
    }

    Member head() {
        return adults.getFirst();
    }

    Address home() {
        return head().contact().address();
    }

    Stream<Member> members() {
        return Stream.concat(adults.stream(), grown.stream());
    }
}
