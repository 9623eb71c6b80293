package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** A claim; money in cents. */
record Claim(String number, Contract contract, Event event, Course course) {

    /** What happened; the place is unknown for some kinds. */
    record Event(
            String kind, LocalDate day, @Nullable Address place, String text, boolean atFault) {}

    /** What became of it. */
    record Course(LocalDate reported, String status, long estimate, long paid, Hands hands) {}

    /** Who works on it. */
    record Hands(Staff.Employee handler, Firms.@Nullable Firm expert) {}

    Key key() {
        return new Key("claim", "number", number);
    }

    boolean open() {
        return switch (course.status()) {
            case "reported", "assessed", "accepted" -> true;
            default -> false;
        };
    }

    Values values() {
        var expert = course.hands().expert();
        var values =
                new Values()
                        .text("number", number)
                        .refer("contract", contract.key())
                        .text("kind", event.kind())
                        .date("occurred_on", event.day())
                        .date("reported_on", course.reported())
                        .text("status", course.status())
                        .money("estimate", course.estimate())
                        .money("paid", course.paid())
                        .refer("expert", expert == null ? null : expert.key())
                        .refer("handler", course.hands().handler().key())
                        .text("description", event.text())
                        .owner(contract.holder().adviser().owner());
        if (event.place() != null) {
            values.address("place", event.place());
        }
        return switch (event.kind()) {
            case "collision" ->
                    values.decimal(
                                    "fault",
                                    event.atFault() ? 100 : event.text().length() % 3 == 0 ? 50 : 0)
                            .number("people_hurt", 0);
            case "injury" ->
                    values.decimal("fault", event.atFault() ? 100 : 0).number("people_hurt", 1);
            default -> values;
        };
    }
}
