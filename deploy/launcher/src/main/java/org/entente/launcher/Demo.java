package org.entente.launcher;

import java.util.Locale;

/** How much of the demo a house gets. */
enum Demo {
    /** No tenant at all. */
    NONE,
    /** The tenants with their hand-written records: enough for tests. */
    SMALL,
    /** The same with the generated volume: enough to believe. */
    FULL;

    static Demo parse(String word) {
        for (var demo : values()) {
            if (demo.name().toLowerCase(Locale.ROOT).equals(word)) {
                return demo;
            }
        }
        throw new LaunchFailure("--demo takes none, small or full.");
    }
}
