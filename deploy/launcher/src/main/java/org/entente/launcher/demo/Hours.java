package org.entente.launcher.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Moments at which people work. */
public final class Hours {
    private Hours() {}

    /** A moment in office hours of the day, or of the Friday before when it is a weekend. */
    public static Instant office(LocalDate day, ZoneId zone, Dice dice) {
        return Dice.workday(day)
                .atTime(dice.between(8, 17), dice.between(0, 59))
                .atZone(zone)
                .toInstant();
    }
}
