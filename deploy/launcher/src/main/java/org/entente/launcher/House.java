package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One set of data and ports. Houses of one checkout share the unpacked programs and nothing else.
 *
 * @param root the checkout, as a real path: it is part of every process's mark
 */
record House(Path root, String name, Ports ports) {
    static final String MAIN = "up";
    static final String TEST = "test";
    static final String BENCH = "bench";
    static final String TRIAL = "trial";

    Path shelter() {
        return root.resolve(".entente");
    }

    Path folder() {
        return shelter().resolve(name);
    }

    Path logs() {
        return folder().resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path secrets() {
        return folder().resolve("secrets.properties");
    }

    String url() {
        return "http://localhost:" + ports.http();
    }

    String keycloakUrl() {
        return "http://localhost:" + ports.keycloak();
    }

    /**
     * Creates the folders; only what PostgreSQL may have to reach under another user is passable.
     */
    void furnish() throws IOException {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx--x--x"));
        Files.createDirectories(logs());
        Files.setPosixFilePermissions(logs(), PosixFilePermissions.fromString("rwx------"));
    }
}
