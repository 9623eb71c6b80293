package org.entente.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the long tests that break things, on a house of their own. */
final class Trial {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Household household;
    private final Choice choice;

    /**
     * Which trials, all when none is named; whether the house stays afterwards; which demo it gets.
     */
    record Choice(List<String> names, boolean keep, Demo demo) {
        Choice {
            names = List.copyOf(names);
            for (var name : names) {
                if (!name.matches(NAME)) {
                    throw new LaunchFailure("\"" + name + "\" is no name of a trial.");
                }
            }
        }

        /** What makes Maven run these tests, which stand aside in every other run. */
        List<String> words() {
            var words = new ArrayList<>(List.of("-Dgroups=trial", "-DexcludedGroups=none"));
            if (!names.isEmpty()) {
                words.add("-Dfailsafe.failIfNoSpecifiedTests=false");
                words.add(
                        "-Dit.test="
                                + names.stream()
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

    Trial(Household household, Choice choice) {
        this.household = household;
        this.choice = choice;
    }

    /** True when everything passed. */
    boolean run() throws IOException {
        try {
            new Up(household, new Up.Options(Optional.empty(), choice.demo())).run();
            var result = new ArrayList<OutsideTests.Result>();
            household
                    .steps()
                    .run(
                            "trials",
                            "trials done",
                            () ->
                                    result.add(
                                            new OutsideTests(household)
                                                    .run("trial", choice.words())));
            return report(result.getFirst());
        } finally {
            if (choice.keep()) {
                household.children().handOver();
            } else {
                new Down(household).run();
            }
        }
    }

    private boolean report(OutsideTests.Result result) {
        var steps = household.steps();
        result.brokenLog()
                .ifPresent(log -> steps.say("BROKEN  the trials' build (log: " + log + ")"));
        result.count().failures().forEach(test -> steps.say("FAILED  " + test));
        var failed = result.count().failures().size() + (result.brokenLog().isPresent() ? 1 : 0);
        steps.say("");
        steps.say("after " + steps.elapsed());
        steps.say(result.count().passed() + " passed, " + failed + " failed");
        return failed == 0 && result.count().passed() > 0;
    }
}
