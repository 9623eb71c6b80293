package org.entente.server.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A running house: where it answers, who can be in it, and its secrets for those who look behind.
 */
final class House {

    private static final String OPERATOR = "operator";

    private final String url;
    private final String keycloakUrl;
    private final Path folder;
    private final HttpClient http;
    private final Tokens tokens;

    private House(String url, String keycloakUrl, Path folder) {
        this.url = url;
        this.keycloakUrl = keycloakUrl;
        this.folder = folder;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
        this.tokens = new Tokens(http, URI.create(keycloakUrl + "/realms/entente"));
    }

    /** The house that the system properties name, or the one that a developer has started. */
    static House running() {
        return new House(
                System.getProperty("entente.url", "http://localhost:9080"),
                System.getProperty("entente.keycloak", "http://localhost:9081"),
                Path.of(
                        System.getProperty(
                                "entente.house", projectRoot().resolve(".entente/up").toString())));
    }

    /** A house of which nothing but its addresses is known. */
    static House at(String url, String keycloakUrl) {
        return new House(url, keycloakUrl, Path.of("unknown"));
    }

    /** The folder with the script {@code entente}. */
    static Path projectRoot() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("entente"))) {
                return folder;
            }
        }
        throw new IllegalStateException("these tests run inside the project");
    }

    String url() {
        return url;
    }

    String keycloakUrl() {
        return keycloakUrl;
    }

    HttpClient http() {
        return http;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Where the launcher keeps this house. */
    Path folder() {
        return folder;
    }

    /** A secret of this house, such as {@code ENTENTE_DB_APP_PASSWORD}. */
    String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var value = secrets.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("this house has no secret " + name);
        }
        return value;
    }

    /** Somebody who is not signed in; paths are those of the whole house. */
    Visitor stranger() {
        return new Visitor(http, url, java.util.Optional::empty);
    }

    /** Somebody who signs in with a password that is the name. */
    Visitor visitor(String user) {
        return new Visitor(http, url, () -> java.util.Optional.of(tokens.of(user)));
    }

    Visitor operator() {
        return visitor(OPERATOR).at("/api/v1/platform");
    }

    /**
     * A tenant that nobody has used, of these packs; no two of them ever have one name.
     *
     * @param stem how its name begins
     */
    FreshTenant freshTenant(String stem, String... packs) {
        var name = stem + "-" + unique();
        var admin = "admin@" + name + ".example";
        operator()
                .post(
                        "/tenants",
                        Map.of(
                                "name",
                                name,
                                "title",
                                "Test " + name,
                                "packs",
                                packs,
                                "admin",
                                Map.of("email", admin)))
                .expect(201);
        return new FreshTenant(this, name, admin);
    }

    /** Nine letters that no other test has. */
    static String unique() {
        var random = ThreadLocalRandom.current().nextInt(36 * 36 * 36);
        var padded = "00" + Integer.toString(random, 36);
        return Long.toString(System.currentTimeMillis() / 1_000, 36)
                + padded.substring(padded.length() - 3);
    }
}
