package org.entente.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Adds fields, one after the other; how long is the work's own affair. */
final class FieldSide implements Side {
    private static final int EACH_RUN = 2;

    private final Settings.House house;
    private final Consumer<String> adding;
    private final List<String> added = new ArrayList<>();

    /**
     * @param adding adds a field of this name
     */
    FieldSide(Settings.House house, Consumer<String> adding) {
        this.house = house;
        this.adding = adding;
    }

    /** The names of the fields that were added. */
    List<String> added() {
        return List.copyOf(added);
    }

    /** They are gone. */
    void forget() {
        added.clear();
    }

    @Override
    public Sample run(int connections, Duration time) {
        var nanos = new long[EACH_RUN];
        var before = Cpu.now(house);
        var start = System.nanoTime();
        for (var i = 0; i < EACH_RUN; i++) {
            var name = "added_" + Long.toString(System.nanoTime(), 36);
            var begun = System.nanoTime();
            adding.accept(name);
            nanos[i] = System.nanoTime() - begun;
            added.add(name);
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Sample(nanos, seconds, Cpu.now(house).since(before), 0);
    }
}
