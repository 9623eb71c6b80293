package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the long tests that break things, on a house of their own where they need one. */
final class Trial {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Household household;
    private final Choice choice;
    private final RoomTrials rooms;

    /** What a trial can be made shorter by; the usual size is the trial's own. */
    static final List<String> SIZES = List.of("rounds", "rows", "changes");

    /**
     * Which trials, all when none is named; how large they are; whether the house stays afterwards;
     * which demo it gets.
     */
    record Choice(List<String> names, Map<String, String> sizes, boolean keep, Demo demo) {
        Choice {
            names = List.copyOf(names);
            sizes = new TreeMap<>(sizes);
            for (var size : sizes.entrySet()) {
                if (!size.getValue().matches("[1-9][0-9]{0,8}")) {
                    throw new LaunchFailure("--" + size.getKey() + " takes a number.");
                }
            }
            for (var name : names) {
                if (!name.matches(NAME)) {
                    throw new LaunchFailure("\"" + name + "\" is no name of a trial.");
                }
            }
        }

        /** Whether any of them needs the house. */
        boolean onHouse() {
            return names.isEmpty() || !outside().isEmpty();
        }

        /** Those that a room tries by itself. */
        List<String> inRooms() {
            return RoomTrials.among(names);
        }

        private List<String> outside() {
            return names.stream().filter(name -> !inRooms().contains(name)).toList();
        }

        /** What makes Maven run these tests, which stand aside in every other run. */
        List<String> words() {
            var words = new ArrayList<>(List.of("-Dgroups=trial", "-DexcludedGroups=none"));
            sizes.forEach((name, value) -> words.add("-Dentente.trial." + name + "=" + value));
            if (!outside().isEmpty()) {
                words.add("-Dfailsafe.failIfNoSpecifiedTests=false");
                words.add(
                        "-Dit.test="
                                + outside().stream()
                                        .map(Choice::test)
                                        .collect(Collectors.joining(",")));
            }
            return words;
        }

        /** The trial {@code mass-update} is the class {@code MassUpdateTrialIT}. */
        private static String test(String name) {
            return Stream.of(name.split("-"))
                            .map(word ->
                                    word.substring(0, 1).toUpperCase(Locale.ROOT)
                                            + word.substring(1))
                            .collect(Collectors.joining())
                    + "TrialIT";
        }
    }

    /** The names of all that there are, told from the files of the tests. */
    static List<String> known(Path root) throws IOException {
        try (var files = Files.walk(root.resolve("platform/server/src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("TrialIT.java"))
                    .map(name -> name.substring(0, name.length() - "TrialIT.java".length()))
                    .map(name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-"))
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }
    }

    /** Refuses a name that is none, before anything is done. */
    static void refuseUnknown(Path root, Choice choice) throws IOException {
        var known = new ArrayList<>(known(root));
        known.addAll(RoomTrials.among(List.of()));
        for (var name : choice.names()) {
            if (!known.contains(name)) {
                throw new LaunchFailure(
                        "There is no trial \"%s\"; there are %s."
                                .formatted(name, String.join(", ", known)));
            }
        }
    }

    Trial(Household household, Choice choice, RoomTrials rooms) {
        this.household = household;
        this.choice = choice;
        this.rooms = rooms;
    }

    /** True when everything passed. */
    boolean run() throws IOException {
        var results = new ArrayList<OutsideTests.Result>();
        var steps = household.steps();
        if (!choice.inRooms().isEmpty()) {
            steps.run(
                    "trials without a house",
                    "trials without a house done",
                    () -> results.add(rooms.run(choice.inRooms())));
        }
        if (choice.onHouse()) {
            onHouse(results);
        }
        return report(results);
    }

    private void onHouse(List<OutsideTests.Result> results) throws IOException {
        try {
            new Up(household, new Up.Options(Optional.empty(), choice.demo())).run();
            household
                    .steps()
                    .run(
                            "trials",
                            "trials done",
                            () ->
                                    results.add(
                                            new OutsideTests(household)
                                                    .run("trial", choice.words())));
        } finally {
            if (choice.keep()) {
                household.children().handOver();
            } else {
                new Down(household).run();
            }
        }
    }

    private boolean report(List<OutsideTests.Result> results) {
        var steps = household.steps();
        var count = Reports.Count.none();
        var broken = 0;
        for (var result : results) {
            count = count.plus(result.count());
            broken += result.brokenLog().isPresent() ? 1 : 0;
            result.brokenLog()
                    .ifPresent(log -> steps.say("BROKEN  the trials' build (log: " + log + ")"));
        }
        count.failures().forEach(test -> steps.say("FAILED  " + test));
        var failed = count.failures().size() + broken;
        steps.say("");
        steps.say("after " + steps.elapsed());
        steps.say(count.passed() + " passed, " + failed + " failed");
        return failed == 0 && count.passed() > 0;
    }
}
