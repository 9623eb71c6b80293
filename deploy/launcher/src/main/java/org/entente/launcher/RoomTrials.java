package org.entente.launcher;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The long tests of one room, which need no house: they bring what they stand on. */
final class RoomTrials {
    private static final Map<String, String> TESTS =
            new TreeMap<>(Map.of("expressions", "ExpressionsTrial", "fuzz", "FuzzTrial"));
    private static final List<String> OPTIONS = List.of("seed", "from", "models", "seconds");
    private static final List<String> WORDS =
            List.of(
                    "-pl",
                    "platform/store",
                    "-am",
                    "verify",
                    "-Pfuzz",
                    "-DskipITs",
                    "-DfailIfNoTests=false",
                    "-Dsurefire.failIfNoSpecifiedTests=false",
                    "-Dspotless.check.skip=true",
                    "-Dcheckstyle.skip=true",
                    "-Denforcer.skip=true",
                    "-Dmaven.test.failure.ignore=true");

    private final Household household;
    private final Arguments arguments;

    RoomTrials(Household household, Arguments arguments) {
        this.household = household;
        this.arguments = arguments;
    }

    /** Which of these names are trials of a room; all of them when none is named. */
    static List<String> among(List<String> names) {
        return names.isEmpty()
                ? List.copyOf(TESTS.keySet())
                : names.stream().filter(TESTS::containsKey).toList();
    }

    OutsideTests.Result run(List<String> names) throws IOException {
        var begun = Instant.now();
        var house = household.house();
        house.furnish();
        var words = new ArrayList<>(WORDS);
        words.add("-Dtest=" + names.stream().map(TESTS::get).collect(Collectors.joining(",")));
        for (var name : OPTIONS) {
            arguments
                    .option(name)
                    .ifPresent(value -> words.add("-Dentente.trial." + name + "=" + value));
        }
        words.add("-Dentente.trial.folder=" + house.shelter().resolve("fuzz"));
        words.add("-Dentente.trial.root=" + house.root());
        var log = house.log("trial-rooms");
        var status = new Watched(household).maven(words, log);
        return new OutsideTests.Result(
                Reports.since(house.root(), "surefire-reports", begun),
                status == 0 ? Optional.empty() : Optional.of(log.toString()));
    }
}
