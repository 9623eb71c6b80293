package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The application archive: built when its sources changed, and left alone otherwise. */
final class Application {
    private static final List<String> ROOMS =
            List.of("spi", "metadata", "engine", "store", "identity", "host", "server");
    private static final List<String> CONSOLE =
            List.of(
                    "src",
                    "public",
                    "index.html",
                    "package.json",
                    "package-lock.json",
                    "vite.config.ts",
                    "ahead.ts",
                    "budget.ts",
                    "tsconfig.json",
                    "pom.xml");

    private final House house;
    private final Children children;

    Application(House house, Children children) {
        this.house = house;
        this.children = children;
    }

    Path war() {
        return house.root().resolve("platform/server/target/entente.war");
    }

    private Path stamp() {
        return house.shelter().resolve("built/application");
    }

    void build(Steps steps) throws IOException {
        try (var _ = Lock.hold(house.shelter().resolve("build.lock"), steps)) {
            if (!fresh()) {
                steps.run(
                        "building the application (log: " + house.log("build") + ")",
                        "application built",
                        this::build);
            }
        }
    }

    boolean fresh() throws IOException {
        return Files.isRegularFile(war())
                && Files.isRegularFile(stamp())
                && Files.readString(stamp()).equals(sources());
    }

    private void build() throws IOException {
        // Taken before the build: a source saved during it makes the next start build again.
        var sources = sources();
        new Maven(house.root(), children)
                .run(
                        house.log("build"),
                        List.of(
                                "-q",
                                "-pl",
                                "platform/server",
                                "-am",
                                "package",
                                "-Dmaven.test.skip=true",
                                "-Dspotless.check.skip=true",
                                "-Dcheckstyle.skip=true"));
        built(sources);
    }

    /** Notes that the archive was made from these sources. */
    void built(String sources) throws IOException {
        Files.createDirectories(stamp().getParent());
        Files.writeString(stamp(), sources);
    }

    String sources() throws IOException {
        var all = new Fingerprint().text(Tools.java().toString());
        all.tree(house.root(), "pom.xml").tree(house.root(), ".mvn");
        for (var room : ROOMS) {
            all.tree(house.root(), "platform/" + room + "/pom.xml");
            all.tree(house.root(), "platform/" + room + "/src/main");
        }
        all.tree(house.root(), "platform/server/src/build").tree(house.root(), "tenants/packs");
        for (var part : CONSOLE) {
            all.tree(house.root(), "platform/console/" + part);
        }
        return all.value();
    }
}
