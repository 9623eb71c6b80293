package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Processor time used so far, in milliseconds.
 *
 * @param server Liberty, both applications in it
 * @param database all processes of PostgreSQL
 * @param generator this process
 */
record Cpu(double server, double database, double generator) {
    /** The kernel counts in hundredths of a second, whatever its own clock does. */
    private static final double MILLIS = 10;

    static Cpu now(Settings.House house) {
        var database =
                ProcessHandle.of(house.postgres())
                        .map(first -> first.children().mapToDouble(it -> used(it.pid())).sum())
                        .orElse(0.0);
        return new Cpu(
                used(house.liberty()),
                database + used(house.postgres()),
                used(ProcessHandle.current().pid()));
    }

    /** A connection that has ended took its count along; nothing is better than less. */
    Cpu since(Cpu earlier) {
        return new Cpu(
                server - earlier.server,
                Math.max(0, database - earlier.database),
                generator - earlier.generator);
    }

    Cpu plus(Cpu other) {
        return new Cpu(
                server + other.server, database + other.database, generator + other.generator);
    }

    private static double used(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc/" + pid + "/stat"))) * MILLIS;
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User and system time; the second field is a name in brackets, which may hold blanks. */
    static double ticks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }
}
