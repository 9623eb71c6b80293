package org.entente.launcher.demo.horizon;

import java.util.List;
import java.util.Locale;
import org.entente.launcher.demo.Dice;
import org.entente.launcher.demo.Words;

/** What or who is insured, in words. */
final class Items {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final String FIRST_LETTERS = "DEFGH";

    private final List<String> cars = Words.lines("horizon/vehicles");
    private final List<String> bikes = Words.lines("horizon/bikes");
    private final Dice dice = Dice.of("horizon items");

    String of(Product product, Family family, Member holder) {
        return switch (product) {
            case AUTO_TIERS, AUTO_CONFORT, AUTO_JEUNE -> dice.early(cars) + ", " + plate();
            case MOTO -> dice.one(bikes) + ", " + plate();
            case LOCATAIRE, PROPRIETAIRE -> home(family) + ", " + family.home().shortly();
            case ETUDIANT -> "Studio, " + holder.contact().address().shortly();
            case SANTE_FAMILLE, SANTE_SENIOR -> covered(family);
            case PREVOYANCE -> holder.person().name();
            case JURIDIQUE, CHASSE -> "";
        };
    }

    private String home(Family family) {
        return family.ownsHome() && dice.chance(0.6)
                ? "Maison de " + dice.between(7, 19) * 10 + " m²"
                : "Appartement de " + dice.between(2, 5) + " pièces";
    }

    private static String covered(Family family) {
        var who = family.adults().size() > 1 ? "Couple" : "Sociétaire seul";
        return switch (family.minors()) {
            case 0 -> who;
            case 1 -> who + " et un enfant";
            case 2 -> who + " et deux enfants";
            default -> who + " et trois enfants";
        };
    }

    /** Plates of the style in use since 2009, given out at random. */
    private String plate() {
        return "%s%s-%s-%s%s"
                .formatted(
                        letter(FIRST_LETTERS),
                        letter(LETTERS),
                        String.format(Locale.ROOT, "%03d", dice.between(1, 999)),
                        letter(LETTERS),
                        letter(LETTERS));
    }

    private char letter(String of) {
        return of.charAt(dice.between(0, of.length() - 1));
    }
}
