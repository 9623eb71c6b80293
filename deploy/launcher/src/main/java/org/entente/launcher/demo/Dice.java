package org.entente.launcher.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that falls the same way every time: one stream for each purpose. */
public final class Dice {
    private static final String ALGORITHM = "L64X128MixRandom";

    private final RandomGenerator random;

    private Dice(RandomGenerator random) {
        this.random = random;
    }

    /** The stream of this purpose, from its beginning. */
    public static Dice of(String purpose) {
        return new Dice(RandomGeneratorFactory.of(ALGORITHM).create(purpose.hashCode()));
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From the lowest to the highest, both included. */
    public int between(int lowest, int highest) {
        return random.nextInt(lowest, Math.max(lowest, highest) + 1);
    }

    public double normal(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    /** Around the median, long-tailed upwards, as amounts are. */
    public long amount(double median, double spread) {
        return Math.round(median * Math.exp(normal(0, spread)));
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The first ones much more often than the last. */
    public <T> T early(List<T> of) {
        var at = random.nextDouble();
        return of.get((int) (at * at * of.size()));
    }

    /** From the first to the last day, both included; the first when there is none between. */
    public LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) Math.max(0, ChronoUnit.DAYS.between(first, last))));
    }

    /** As {@link #day}, more often late than early. */
    public LocalDate lateDay(LocalDate first, LocalDate last) {
        var days = Math.max(0, ChronoUnit.DAYS.between(first, last));
        return last.minusDays((long) (random.nextDouble() * random.nextDouble() * (days + 1)));
    }

    /** The day itself, or the Friday before when nobody works. */
    public static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(DayOfWeek.SUNDAY.getValue() - DayOfWeek.FRIDAY.getValue());
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
