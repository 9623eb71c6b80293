package org.entente.launcher.demo.atlas;

import java.time.LocalDate;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Slug;
import org.entente.launcher.demo.Values;

/** A customer, a supplier or a carrier. */
record Firm(String registration, String name, Trade trade, Reach reach, Account account) {

    /** What it does, and what it is to us. */
    record Trade(String industry, String role, String title) {}

    /** Where it is; the phone may be empty. */
    record Reach(Address address, String phone, boolean mail) {}

    /**
     * How we deal with it.
     *
     * @param rank the smaller, the more it orders
     */
    record Account(LocalDate since, boolean paused, int rank, Crew.Seller seller) {}

    Key key() {
        return Key.organization(registration);
    }

    String country() {
        return reach.address().town().country();
    }

    String site() {
        return Slug.of(name) + ".example";
    }

    Values values() {
        var values =
                new Values()
                        .text("name", name)
                        .text("registration_number", registration)
                        .text("industry", trade.industry())
                        .text("phone", reach.phone())
                        .address("address", reach.address())
                        .owner(account.seller().owner());
        if (reach.mail()) {
            values.text("email", "orders@" + site()).text("website", "https://www." + site());
        }
        return trade.role().equals("customer") && account.rank() < 700
                ? values.money("credit_limit", Math.max(1, 60 - account.rank() / 12) * 100_000L)
                : values;
    }

    Values roleValues() {
        return new Values()
                .refer("party", key())
                .text("role", trade.role())
                .text("title", trade.title())
                .date("since", account.since())
                .text("status", account.paused() ? "paused" : "active");
    }

    /** An address of somebody who works there. */
    String mail(String given, String family) {
        return Slug.of(given) + "." + Slug.of(family) + "@" + site();
    }
}
