package org.entente.launcher.demo;

import java.util.Locale;

/**
 * A town, with its phone numbers.
 *
 * @param phone all but the last digits of the numbers kept for fiction there; empty where there are
 *     none
 * @param digits how many digits follow
 */
public record Town(String country, String postalCode, String city, String phone, int digits) {
    private static final String PARIS = "75 77 78 91 92 93 94 95";
    private static final String NORTH_EAST =
            "02 08 10 21 25 39 51 52 54 55 57 58 59 60 62 67 68 70 71 80 88 89 90";
    private static final String SOUTH_EAST =
            "01 03 04 05 06 07 11 13 15 20 26 30 34 38 42 43 48 63 66 69 73 74 83 84";
    private static final String SOUTH_WEST =
            "09 12 16 17 19 23 24 31 32 33 40 46 47 64 65 79 81 82 86 87";

    /** A French town; its phones are of the range that the regulator keeps for films. */
    public static Town french(String postalCode, String city) {
        return new Town("FR", postalCode, city, frenchPhone(postalCode.substring(0, 2)), 4);
    }

    private static String frenchPhone(String department) {
        if (PARIS.contains(department)) {
            return "+3319900";
        }
        if (NORTH_EAST.contains(department)) {
            return "+3335301";
        }
        if (SOUTH_EAST.contains(department)) {
            return "+3346571";
        }
        return SOUTH_WEST.contains(department) ? "+3353649" : "+3326191";
    }

    /** A number nobody has; empty where none is kept for fiction. */
    public String phoneNumber(Dice dice) {
        return phone.isEmpty()
                ? ""
                : phone + String.format(Locale.ROOT, "%0" + digits + "d", number(dice));
    }

    private int number(Dice dice) {
        return dice.between(0, (int) Math.pow(10, digits) - 1);
    }
}
