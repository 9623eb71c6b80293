package org.entente.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to measure and where.
 *
 * @param seconds how long each side of each shape is measured at each number of connections
 * @param only names of shapes; empty for all
 */
record Settings(House house, int rows, int seconds, Set<String> only, List<Integer> connections) {
    private static final int ROWS = 200_000;
    private static final int SECONDS = 9;

    Settings {
        only = Set.copyOf(only);
        connections = List.copyOf(connections);
        if (rows < 1_000 || seconds < 1) {
            throw new BenchFailure("at least 1,000 rows and one second");
        }
        if (connections.isEmpty() || connections.stream().anyMatch(it -> it < 1 || it > 200)) {
            throw new BenchFailure("between 1 and 200 connections");
        }
        if (!only.stream().allMatch(name -> name.matches("R[1-9]"))) {
            throw new BenchFailure("the shapes are R1 to R9");
        }
    }

    /**
     * The house that is measured.
     *
     * @param database the port of PostgreSQL
     * @param liberty the process id of the server
     * @param postgres the process id of the database's first process
     * @param folder for the profile
     */
    record House(
            String url,
            String keycloak,
            int database,
            long liberty,
            long postgres,
            Path folder,
            boolean profile) {}

    static Settings parse(List<String> words) {
        Map<String, String> all = new HashMap<>();
        for (var word : words) {
            var cut = word.indexOf('=');
            all.put(word.substring(0, cut), word.substring(cut + 1));
        }
        return new Settings(
                house(all),
                number(all.getOrDefault("rows", String.valueOf(ROWS))),
                number(all.getOrDefault("seconds", String.valueOf(SECONDS))),
                all.containsKey("only") ? Set.of(all.get("only").split(",", -1)) : Set.of(),
                Arrays.stream(all.getOrDefault("connections", "1,16").split(",", -1))
                        .map(Settings::number)
                        .toList());
    }

    private static House house(Map<String, String> all) {
        return new House(
                needed(all, "url"),
                needed(all, "keycloak"),
                Integer.parseInt(needed(all, "database")),
                Long.parseLong(needed(all, "liberty")),
                Long.parseLong(needed(all, "postgres")),
                Path.of(needed(all, "folder")),
                Boolean.parseBoolean(all.getOrDefault("profile", "true")));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BenchFailure("\"" + text + "\" is no number", e);
        }
    }

    private static String needed(Map<String, String> all, String name) {
        var value = all.get(name);
        if (value == null) {
            throw new BenchFailure(name + " is missing");
        }
        return value;
    }

    boolean wants(String shape) {
        return only.isEmpty() || only.contains(shape);
    }
}
