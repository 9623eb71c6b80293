package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the platform on a house of its own, beside a hand-written server in the same Liberty.
 */
final class Bench {
    private static final Path ROOM = Path.of("deploy/bench");
    static final Path REFERENCE = ROOM.resolve("target/classes/org/entente/bench/reference");

    private final Household household;
    private final House house;
    private final Arguments arguments;

    Bench(Household household, Arguments arguments) {
        this.household = household;
        this.house = household.house();
        this.arguments = arguments;
    }

    void run() throws IOException {
        if (!house.name().equals(House.BENCH)) {
            throw new LaunchFailure("The bench has a house of its own.");
        }
        household.steps().run("bench built", this::build);
        try {
            new Up(household, new Up.Options(Optional.empty(), Demo.NONE)).run();
            measure();
        } finally {
            if (arguments.has("keep")) {
                household.children().handOver();
            } else {
                new Down(household).run();
            }
        }
    }

    private void build() throws IOException {
        new Maven(house.root(), household.children())
                .run(
                        house.log("bench-build"),
                        List.of(
                                "-q",
                                "-f",
                                ROOM.resolve("pom.xml").toString(),
                                "package",
                                "-Dmaven.test.skip=true",
                                "-Dspotless.check.skip=true",
                                "-Dcheckstyle.skip=true"));
    }

    /** The reference as an archive that is a list of folders; it is part of no other house. */
    static void furnish(House house, Path server) throws IOException {
        var overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        var source = house.root().resolve(ROOM).resolve("liberty/reference.xml");
        Files.copy(source, overrides.resolve("reference.xml"));
        Files.writeString(
                server.resolve("apps/reference.war.xml"),
                """
                <archive>
                  <dir targetInArchive="/WEB-INF/classes/org/entente/bench/reference" sourceOnDisk="%s"/>
                </archive>
                """
                        .formatted(house.root().resolve(REFERENCE)));
    }

    private void measure() throws IOException {
        var room = house.root().resolve(ROOM);
        var words = new ArrayList<String>();
        words.addAll(List.of(Tools.java().toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        words.addAll(List.of("-Duser.timezone=UTC", "-cp"));
        words.add(
                room.resolve("target/classes") + File.pathSeparator + room.resolve("target/lib/*"));
        words.add("org.entente.bench.Main");
        words.add("url=" + house.url());
        words.add("keycloak=" + house.keycloakUrl());
        words.add("database=" + house.ports().postgres());
        words.add("liberty=" + pid(household.parts().getFirst()));
        words.add("postgres=" + pid(household.parts().getLast()));
        words.add("folder=" + house.logs());
        words.add("profile=" + !arguments.has("no-profile"));
        for (var name : List.of("rows", "seconds", "only", "connections")) {
            arguments.option(name).ifPresent(value -> words.add(name + "=" + value));
        }
        var builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put(Secrets.SUPERUSER, household.secrets().get(Secrets.SUPERUSER));
        if (Commands.run(household.children(), builder) != 0) {
            throw new LaunchFailure("The bench did not come to its end.");
        }
    }

    private static long pid(Part part) {
        return part.process()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new LaunchFailure(part.title() + " does not run."));
    }
}
