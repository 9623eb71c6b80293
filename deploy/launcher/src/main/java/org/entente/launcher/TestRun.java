package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs all tests, on a house of their own, beside whatever else runs. */
final class TestRun {
    /** Lines of Maven and npm that tell a waiting person how far it is. */
    private static final Pattern PROGRESS =
            Pattern.compile(
                    "Building Entente|Tests run:.*Time elapsed|NOT TESTED|^\\[ERROR\\]|passed|failed|BUILD FAILURE");

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
        var begun = Instant.now();
        var words =
                new ArrayList<>(
                        List.of(
                                "-pl",
                                "platform/server",
                                "-am",
                                "verify",
                                "-DskipUnitTests",
                                "-DskipITs=false"));
        words.addAll(
                List.of(
                        "-Dspotless.check.skip=true",
                        "-Dcheckstyle.skip=true",
                        "-Denforcer.skip=true"));
        words.addAll(List.of("-Dmaven.test.failure.ignore=true"));
        words.add("-Dentente.url=" + house.url());
        words.add("-Dentente.keycloak=" + house.keycloakUrl());
        words.add("-Dentente.db.host=localhost");
        words.add("-Dentente.db.port=" + house.ports().postgres());
        words.add("-Dentente.house=" + house.folder());
        words.add("-Dentente.liberty=" + household.installer().programs().liberty());
        var status = maven("it", words);
        count = count.plus(Reports.since(house.root(), "failsafe-reports", begun));
        if (status != 0) {
            broken.add("the integration tests' build (log: " + house.log("test-it") + ")");
        }
    }

    private int maven(String stage, List<String> words) throws IOException {
        var all = new ArrayList<>(List.of("mvn", "-B"));
        all.addAll(words);
        var builder = new Maven(house.root(), household.children()).builder(all);
        return watch(builder, house.log("test-" + stage), new ArrayList<>());
    }

    private void stories() throws IOException {
        var console = house.root().resolve("platform/console");
        if (!hasStories(console)) {
            steps.note("platform/console has no stories yet");
            return;
        }
        if (!Files.isDirectory(console.resolve("node_modules"))) {
            watch(npm(console, "ci"), house.log("test-npm"), new ArrayList<>());
        }
        var output = new ArrayList<String>();
        var status = watch(npm(console, "run", "stories"), house.log("test-stories"), output);
        count = count.plus(Reports.stories(output, status));
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

    /**
     * Runs the command; all of its output goes to the log, what tells of progress to the terminal
     * too.
     */
    private int watch(ProcessBuilder builder, Path log, List<String> output) throws IOException {
        var process = household.children().helper(builder);
        try (var lines = process.inputReader();
                var file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            lines.lines()
                    .forEach(line -> {
                        file.println(line);
                        output.add(line);
                        if (PROGRESS.matcher(line).find()) {
                            steps.say("         " + line);
                        }
                    });
        }
        return Pause.forEnd(process);
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
