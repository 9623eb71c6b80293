package org.entente.launcher;

import java.nio.file.Path;

/** Where the unpacked programs are; all houses of a checkout share them. */
record Programs(Path liberty, Path keycloak, Path postgres) {
    static Programs in(Path parts, Versions versions) {
        return new Programs(
                parts.resolve("liberty-" + versions.liberty()).resolve("wlp"),
                // A folder for each set of build options: another checkout state must not rebuild
                // under a running one.
                parts.resolve(
                        "keycloak-" + versions.keycloak() + "-" + Keycloak.buildFingerprint()),
                parts.resolve("postgresql-" + versions.postgresql() + "-" + Tools.platform()));
    }
}
