package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs all tests, on a house of their own, beside whatever else runs. */
final class TestRun {
    private final Household household;
    private final House house;
    private final Steps steps;
    private final Choice choice;
    private final List<String> broken = new ArrayList<>();
    private Reports.Count count = Reports.Count.none();

    /** Which stage alone, if any; whether the house stays afterwards; which demo it gets. */
    record Choice(Optional<String> only, boolean keep, Demo demo) {
        Choice {
            if (only.isPresent() && !List.of("unit", "it", "stories").contains(only.get())) {
                throw new LaunchFailure("--only takes unit, it or stories.");
            }
        }

        boolean includes(String stage) {
            return only.isEmpty() || only.get().equals(stage);
        }
    }

    TestRun(Household household, Choice choice) {
        this.household = household;
        this.house = household.house();
        this.steps = household.steps();
        this.choice = choice;
    }

    /** True when everything passed. */
    boolean run() throws IOException {
        if (choice.includes("unit")) {
            steps.run("unit tests, contracts and checks", "unit tests done", this::unit);
        }
        if (choice.includes("it") || choice.includes("stories")) {
            try {
                onHouse();
            } catch (LaunchFailure e) {
                broken.add(e.getMessage());
            } finally {
                leave();
            }
        }
        return report();
    }

    private void onHouse() throws IOException {
        if (broken.isEmpty()) {
            new Up(household, new Up.Options(Optional.empty(), choice.demo())).run();
            if (choice.includes("it")) {
                steps.run("integration tests", "integration tests done", this::integration);
            }
            if (choice.includes("stories")) {
                steps.run("browser stories", "browser stories done", this::stories);
            }
        }
    }

    private void leave() throws IOException {
        if (choice.keep()) {
            household.children().handOver();
        } else {
            new Down(household).run();
        }
    }

    private void unit() throws IOException {
        var begun = Instant.now();
        var application = household.application();
        var sources = application.sources();
        // A failed test does not end the run: all failures are listed together.
        var status =
                maven(
                        "unit",
                        List.of(
                                "verify",
                                "-DskipITs",
                                "-Dmaven.test.failure.ignore=true",
                                "--fail-at-end"));
        count = count.plus(Reports.since(house.root(), "surefire-reports", begun));
        if (status != 0) {
            broken.add("the build or one of its checks (log: " + house.log("test-unit") + ")");
        } else {
            application.built(sources);
        }
    }

    private void integration() throws IOException {
        var result = new OutsideTests(household).run("it", List.of());
        count = count.plus(result.count());
        result.brokenLog()
                .ifPresent(log -> broken.add("the integration tests' build (log: " + log + ")"));
    }

    private int maven(String stage, List<String> words) throws IOException {
        return new Watched(household).maven(words, house.log("test-" + stage));
    }

    private void stories() throws IOException {
        var console = house.root().resolve("platform/console");
        if (!hasStories(console)) {
            steps.note("platform/console has no stories yet");
            return;
        }
        var watched = new Watched(household);
        if (!Files.isDirectory(console.resolve("node_modules"))) {
            watched.run(npm(console, "ci"), house.log("test-npm"));
        }
        var end = watched.run(npm(console, "run", "stories"), house.log("test-stories"));
        count = count.plus(Reports.stories(end.lines(), end.status()));
    }

    private static boolean hasStories(Path console) throws IOException {
        var manifest = console.resolve("package.json");
        return Files.isRegularFile(manifest) && Files.readString(manifest).contains("\"stories\":");
    }

    private ProcessBuilder npm(Path console, String... words) {
        var all = new ArrayList<>(List.of("npm"));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).directory(console.toFile()).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().put("ENTENTE_URL", house.url());
        builder.environment().put("ENTENTE_KEYCLOAK_URL", house.keycloakUrl());
        return builder;
    }

    private boolean report() {
        broken.forEach(what -> steps.say("BROKEN  " + what));
        count.failures().forEach(test -> steps.say("FAILED  " + test));
        var failed = count.failures().size() + broken.size();
        steps.say("");
        steps.say("after " + steps.elapsed());
        steps.say(count.passed() + " passed, " + failed + " failed");
        return failed == 0 && count.passed() > 0;
    }
}
