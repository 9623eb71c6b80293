package org.entente.launcher;

import java.io.IOException;
import java.util.Properties;

/** The versions of what is started, as the root pom pins them. */
record Versions(String liberty, String keycloak, String postgresql) {
    static Versions read() throws IOException {
        var properties = new Properties();
        try (var in = Versions.class.getResourceAsStream("/versions.properties")) {
            if (in == null) {
                throw new LaunchFailure("The launcher was packaged without versions.properties.");
            }
            properties.load(in);
        }
        return new Versions(
                properties.getProperty("liberty", ""),
                properties.getProperty("keycloak", ""),
                properties.getProperty("postgresql", ""));
    }
}
