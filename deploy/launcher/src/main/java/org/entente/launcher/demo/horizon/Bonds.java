package org.entente.launcher.demo.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Values;

/** What ties members to each other and to us: households, other addresses, consents. */
final class Bonds {
    private static final List<String> PROOFS =
            List.of(
                    "Formulaire du site, case cochée",
                    "Espace sociétaire, préférences",
                    "Appel enregistré",
                    "Bulletin papier signé en agence",
                    "Coupon retourné par courrier");
    private static final List<String> PURPOSES =
            List.of("newsletter", "newsletter", "offers", "survey", "profiling", "sharing");
    private static final List<String> CHANNELS = List.of("email", "email", "post", "sms", "phone");

    private final LocalDate today;
    private final Dice dice = Dice.of("horizon bonds");

    Bonds(LocalDate today) {
        this.today = today;
    }

    List<Values> relationships(List<Family> families) {
        var bonds = new ArrayList<Values>();
        for (var family : families) {
            if (family.adults().size() > 1) {
                bonds.add(couple(family));
            }
            for (var child : family.grown()) {
                for (var parent : family.adults()) {
                    bonds.add(
                            new Values()
                                    .refer("from", parent.key())
                                    .text("kind", "parent_of")
                                    .refer("to", child.key())
                                    .text("title", child.person().female() ? "Fille" : "Fils")
                                    .date("since", child.person().born()));
                }
            }
        }
        referrals(families, bonds);
        return bonds;
    }

    private Values couple(Family family) {
        var one = family.adults().get(0);
        var other = family.adults().get(1);
        var younger =
                one.person().born().isAfter(other.person().born())
                        ? one.person().born()
                        : other.person().born();
        return new Values()
                .refer("from", one.key())
                .text("kind", "household")
                .refer("to", other.key())
                .text("title", family.couple())
                .date("since", dice.day(younger.plusYears(19), today.minusDays(20)));
    }

    private void referrals(List<Family> families, List<Values> bonds) {
        for (var i = 0; i < families.size() / 25; i++) {
            var from = dice.one(families).head();
            var to = dice.one(families).head();
            if (!from.equals(to)) {
                var later = from.since().isAfter(to.since()) ? from.since() : to.since();
                bonds.add(
                        new Values()
                                .refer("from", from.key())
                                .text("kind", "refers")
                                .refer("to", to.key())
                                .text("title", "Parrainage")
                                .date("since", later));
            }
        }
    }

    List<Values> addresses(List<Family> families, FrenchPlaces places) {
        var addresses = new ArrayList<Values>();
        for (var family : families) {
            if (dice.chance(0.06)) {
                var holiday = dice.chance(0.6);
                addresses.add(
                        new Values()
                                .refer("party", family.head().key())
                                .text("kind", holiday ? "home" : "postal")
                                .text("title", holiday ? "Maison de vacances" : "Courrier")
                                .address("address", places.address(dice))
                                .date(
                                        "since",
                                        dice.day(family.head().since(), today.minusDays(1))));
            }
        }
        return addresses;
    }

    List<Values> consents(List<Member> members) {
        var consents = new ArrayList<Values>();
        for (var member : members) {
            if (dice.chance(0.45)) {
                consents.add(consent(member));
            }
        }
        return consents;
    }

    private Values consent(Member member) {
        var threeYears = today.minusDays(1100);
        var given =
                dice.day(
                        member.since().isAfter(threeYears) ? member.since() : threeYears,
                        today.minusDays(1));
        var proof =
                String.format(
                        Locale.ROOT,
                        "%s, %02d/%02d/%d",
                        dice.one(PROOFS),
                        given.getDayOfMonth(),
                        given.getMonthValue(),
                        given.getYear());
        var values =
                new Values()
                        .refer("party", member.key())
                        .text("purpose", dice.one(PURPOSES))
                        .text("channel", dice.one(CHANNELS))
                        .text("proof", proof)
                        .date("given_on", given);
        if (dice.chance(0.7)) {
            values.date("expires_on", given.plusYears(3));
        }
        if (dice.chance(0.07)) {
            values.date("withdrawn_on", dice.day(given, today));
        }
        return values;
    }
}
