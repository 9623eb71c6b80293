package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import org.entente.launcher.demo.Address;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Values;
import org.jspecify.annotations.Nullable;

/** A sociétaire. */
record Member(
        String number, Person person, Contact contact, LocalDate since, Staff.Employee adviser) {

    /**
     * Who it is.
     *
     * @param first empty for the few who have one name only
     */
    record Person(String first, String last, boolean female, LocalDate born) {
        String name() {
            return (first + " " + last).strip();
        }
    }

    /** Where to find them; e-mail, phone and language may be empty. */
    record Contact(Address address, String email, String phone, String language) {}

    Key key() {
        return new Key("person", "member_number", number);
    }

    int age(LocalDate today) {
        return person.born().until(today).getYears();
    }

    /** The record; who never had a claim has been free of them since becoming a member. */
    Values values(@Nullable LocalDate lastClaim, LocalDate today) {
        var free = (lastClaim == null ? since : lastClaim).until(today).getYears();
        var values =
                new Values()
                        .text("member_number", number)
                        .date("member_since", since)
                        .text("first_name", person.first())
                        .text("last_name", person.last())
                        .text("email", contact.email())
                        .text("phone", contact.phone())
                        .address("address", contact.address())
                        .text("language", contact.language())
                        .number("claims_free_years", free)
                        .refer("adviser", adviser.key())
                        .owner(adviser.owner());
        // Old paper files lack the date of birth here and there.
        return number.endsWith("77") ? values : values.date("birth_date", person.born());
    }
}
