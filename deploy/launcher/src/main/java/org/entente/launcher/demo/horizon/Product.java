package org.entente.launcher.demo.horizon;

import java.util.List;
import org.entente.launcher.demo.Key;
import org.entente.launcher.demo.Words;

/** What the hand-written records sell, with how often it is bought and how often it is claimed. */
enum Product {
    AUTO_TIERS("AUTO-TIERS", 389, 0.17, "collision collision collision theft injury"),
    AUTO_CONFORT(
            "AUTO-CONFORT",
            642,
            0.29,
            "collision collision collision collision glass glass glass theft weather injury"),
    AUTO_JEUNE("AUTO-JEUNE", 978, 0.34, "collision collision collision glass theft injury"),
    MOTO("MOTO-ROUTE", 455, 0.14, "collision collision theft injury"),
    LOCATAIRE("MRH-LOC", 148, 0.11, "water water water theft theft fire weather glass liability"),
    PROPRIETAIRE(
            "MRH-PROP",
            316,
            0.15,
            "water water water weather weather weather theft fire disaster glass liability"),
    ETUDIANT("MRH-ETUD", 54, 0.06, "water theft theft liability"),
    SANTE_FAMILLE("SANTE-FAM", 1284, 0.26, "health"),
    SANTE_SENIOR("SANTE-SENIOR", 1476, 0.32, "health"),
    PREVOYANCE("PREV-DECES", 228, 0.008, "injury"),
    JURIDIQUE("PJ-PRIVE", 78, 0.07, "liability"),
    CHASSE("RC-CHASSE", 31, 0.02, "liability");

    private final String code;
    private final int price;
    private final double claimsPerYear;
    private final String claimKinds;

    Product(String code, int price, double claimsPerYear, String claimKinds) {
        this.code = code;
        this.price = price;
        this.claimsPerYear = claimsPerYear;
        this.claimKinds = claimKinds;
    }

    Key key() {
        return new Key("product", "code", code);
    }

    /** Euros a year. */
    int price() {
        return price;
    }

    double claimsPerYear() {
        return claimsPerYear;
    }

    /** A kind stands as often as it happens. */
    List<String> claimKinds() {
        return Words.parts(claimKinds, " ");
    }

    boolean onWheels() {
        return switch (this) {
            case AUTO_TIERS, AUTO_CONFORT, AUTO_JEUNE, MOTO -> true;
            case LOCATAIRE,
                    PROPRIETAIRE,
                    ETUDIANT,
                    SANTE_FAMILLE,
                    SANTE_SENIOR,
                    PREVOYANCE,
                    JURIDIQUE,
                    CHASSE ->
                    false;
        };
    }

    boolean hasDeductible() {
        return this != AUTO_TIERS && (onWheels() || isHome());
    }

    boolean isHome() {
        return this == LOCATAIRE || this == PROPRIETAIRE || this == ETUDIANT;
    }
}
