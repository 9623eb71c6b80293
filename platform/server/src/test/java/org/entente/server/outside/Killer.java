package org.entente.server.outside;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Kills processes of a house without a word, and waits until the house is there again. */
record Killer(House house) {

    private static final int PATIENCE_SECONDS = 240;

    /** The application server, which somebody starts anew at once. */
    String liberty() throws IOException, InterruptedException {
        var liberty = HouseProcess.liberty(house);
        liberty.kill();
        liberty.beginAgain(house.folder().resolve("logs/liberty.log").toFile());
        return "Liberty";
    }

    /** PostgreSQL then ends all others too, and recovers. */
    String backend() throws SQLException {
        var sql =
                "select pid from pg_stat_activity where usename = 'entente_app'"
                        + " order by state = 'active' desc, random() limit 1";
        try (var connection = new Database(house).owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            ProcessHandle.of(rows.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
        }
        return "a backend of PostgreSQL";
    }

    /** How many milliseconds it took until the house was ready and this true. */
    long awaitReady(BooleanSupplier answers) throws InterruptedException {
        var begun = System.nanoTime();
        for (var look = 0; look < PATIENCE_SECONDS * 4; look++) {
            if (answers(answers)) {
                return (System.nanoTime() - begun) / 1_000_000;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("not ready again after " + PATIENCE_SECONDS + " seconds");
    }

    private boolean answers(BooleanSupplier answers) {
        try {
            return house.stranger().get("/health/ready").status() == 200 && answers.getAsBoolean();
        } catch (AssertionError | RuntimeException away) {
            return false;
        }
    }
}
