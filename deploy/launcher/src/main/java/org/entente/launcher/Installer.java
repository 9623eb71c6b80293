package org.entente.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/** Unpacks the programs from Maven artifacts, each in one step: what is there is whole. */
final class Installer {
    private static final String KEYCLOAK_BUILT = "built";

    private final House house;
    private final Versions versions;
    private final Programs programs;
    private final Children children;

    Installer(House house, Versions versions, Children children) {
        this.house = house;
        this.versions = versions;
        this.children = children;
        this.programs = Programs.in(parts(house), versions);
    }

    private static Path parts(House house) {
        return house.shelter().resolve("parts");
    }

    Programs programs() {
        return programs;
    }

    /** Fetches and unpacks what is missing. */
    void unpack(Steps steps) throws IOException {
        try (var _ = Lock.hold(house.shelter().resolve("parts.lock"), steps)) {
            var wanted = missing();
            if (!wanted.isEmpty()) {
                steps.run(
                        "fetching "
                                + String.join(", ", wanted)
                                + " from the Maven repository (once, about 540 MB)",
                        "programs unpacked",
                        () -> unpack(wanted));
            }
        }
    }

    private List<String> missing() {
        var wanted = new ArrayList<String>();
        if (!Files.isDirectory(programs.liberty())) {
            wanted.add("liberty");
        }
        if (!Files.isDirectory(programs.keycloak())) {
            wanted.add("keycloak");
        }
        if (!Files.isDirectory(programs.postgres())) {
            wanted.add("postgresql");
        }
        return wanted;
    }

    private void unpack(List<String> wanted) throws IOException {
        var fresh = parts(house).resolve(".fresh");
        Trees.delete(fresh);
        Files.createDirectories(fresh);
        var words = new ArrayList<>(List.of("-f", "deploy/launcher/pom.xml"));
        wanted.forEach(name -> words.add("dependency:unpack@" + name));
        words.add("-Dentente.unpack=" + fresh);
        words.add("-Dentente.platform=" + Tools.platform());
        new Maven(house.root(), children).run(house.log("unpack"), words);
        for (var name : wanted) {
            place(name, fresh.resolve(name));
        }
        Trees.delete(fresh);
    }

    private void place(String name, Path unpacked) throws IOException {
        switch (name) {
            case "liberty" -> Files.move(unpacked, programs.liberty().getParent());
            case "keycloak" ->
                    Files.move(
                            unpacked.resolve("keycloak-" + versions.keycloak()),
                            programs.keycloak());
            default -> Files.move(binaries(unpacked), programs.postgres());
        }
    }

    private Path binaries(Path unpacked) throws IOException {
        var target = Files.createDirectories(unpacked.resolve("binaries"));
        try (var files = Files.newDirectoryStream(unpacked, "*.txz")) {
            for (var archive : files) {
                untar(archive, target);
            }
        }
        return target;
    }

    /** The archive holds links and modes, which tar keeps; xz is not on every machine, tar is. */
    private void untar(Path archive, Path target) throws IOException {
        var tar = archive.resolveSibling(archive.getFileName() + ".tar");
        try (var in = new XZInputStream(Files.newInputStream(archive))) {
            Files.copy(in, tar);
        }
        if (Commands.run(children, List.of("tar", "-xf", tar.toString(), "-C", target.toString()))
                != 0) {
            throw new LaunchFailure(
                    "The PostgreSQL binaries cannot be unpacked: is tar installed?");
        }
        Files.delete(tar);
    }

    /**
     * Lets Keycloak settle its build-time options once; without this each start would take a
     * minute.
     */
    void buildKeycloak(Steps steps) throws IOException {
        try (var _ = Lock.hold(house.shelter().resolve("parts.lock"), steps)) {
            var stamp = programs.keycloak().resolve(KEYCLOAK_BUILT);
            if (Files.isRegularFile(stamp)) {
                return;
            }
            steps.run(
                    "preparing Keycloak (once)",
                    "Keycloak prepared",
                    () -> {
                        var words = Keycloak.java(programs.keycloak(), programs.keycloak());
                        words.add("build");
                        words.addAll(Keycloak.buildOptions());
                        buildKeycloak(words);
                        Files.createFile(stamp);
                    });
        }
    }

    private void buildKeycloak(List<String> words) throws IOException {
        var log = house.log("keycloak-build");
        var builder =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(log.toFile());
        builder.environment()
                .keySet()
                .removeIf(key -> key.startsWith("KC_") || key.startsWith("QUARKUS_"));
        if (Commands.run(children, builder) != 0) {
            throw new LaunchFailure("Keycloak could not be prepared.\n" + LogTail.of(log, 20));
        }
    }
}
