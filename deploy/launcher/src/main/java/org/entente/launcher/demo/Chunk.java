package org.entente.launcher.demo;

import java.util.List;
import java.util.function.Supplier;

/**
 * Records of one entity that are created together or not at all.
 *
 * @param needs what has to be there before
 */
public record Chunk(int size, List<Need> needs, Supplier<List<Values>> records) {
    public static final int MOST = 1_000;

    /** The first so many chunks of an entity. */
    public record Need(String entity, int chunks) {}

    public Chunk {
        needs = List.copyOf(needs);
    }
}
