package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The passwords and keys of a house: made at its first start, readable by its owner alone. */
record Secrets(Map<String, String> values) {
    static final String SUPERUSER = "POSTGRES_PASSWORD";
    static final String OWNER = "ENTENTE_DB_OWNER_PASSWORD";
    static final String APP = "ENTENTE_DB_APP_PASSWORD";
    static final String KEYCLOAK_DATABASE = "KC_DB_PASSWORD";
    static final String KEYCLOAK_BOOTSTRAP = "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET";
    static final String WEB_CLIENT = "ENTENTE_WEB_CLIENT_SECRET";
    static final String ADMIN_CLIENT = "ENTENTE_ADMIN_CLIENT_SECRET";
    static final String KEYSTORE = "ENTENTE_KEYSTORE_PASSWORD";
    static final String CURSOR_KEY = "ENTENTE_CURSOR_KEY";

    private static final List<String> PASSWORDS =
            List.of(
                    SUPERUSER,
                    OWNER,
                    APP,
                    KEYCLOAK_DATABASE,
                    KEYCLOAK_BOOTSTRAP,
                    WEB_CLIENT,
                    ADMIN_CLIENT,
                    KEYSTORE);
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    Secrets {
        values = Map.copyOf(values);
    }

    String get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new LaunchFailure("The house has no secret " + name + ".");
        }
        return value;
    }

    /** Reads the file, and adds and stores what is not in it yet. */
    static Secrets of(Path file) throws IOException {
        var known = read(file);
        var all = new TreeMap<>(known);
        var random = new SecureRandom();
        for (var name : PASSWORDS) {
            all.computeIfAbsent(
                    name,
                    any ->
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(bytes(random, PASSWORD_BYTES)));
        }
        all.computeIfAbsent(
                CURSOR_KEY, any -> Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES)));
        if (!all.equals(known)) {
            write(file, all);
        }
        return new Secrets(all);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> read(Path file) throws IOException {
        var all = new TreeMap<String, String>();
        if (Files.isRegularFile(file)) {
            var properties = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
            properties
                    .stringPropertyNames()
                    .forEach(name -> all.put(name, properties.getProperty(name)));
        }
        return all;
    }

    private static void write(Path file, Map<String, String> all) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var lines =
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList();
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
