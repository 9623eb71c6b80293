package org.entente.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Measures the platform beside a hand-written server in the same Liberty. */
public final class Main {
    private Main() {}

    /** The words are {@code name=value}; the launcher gives them. */
    public static void main(String[] words) throws SQLException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Bench(Settings.parse(List.of(words)), out).run();
        } catch (BenchFailure e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }
}
