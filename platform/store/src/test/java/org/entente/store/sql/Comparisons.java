package org.entente.store.sql;

import java.util.SplittableRandom;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.OneConnection;
import org.entente.store.sql.Comparison.Extent;
import org.entente.store.sql.Comparison.Tally;

/**
 * Compares models on one connection. The seed of a run and the number of a model tell everything
 * about it, so that each can be looked at again alone.
 */
final class Comparisons {

    private final Extent extent;
    private final long seed;
    private final Cell cell;

    Comparisons(Extent extent, long seed) {
        this.extent = extent;
        this.seed = seed;
        var connection = new OneConnection(Cell.shared().databases().read());
        this.cell = Cell.shared().node(connection, connection);
    }

    Tally ofModel(int number) {
        var tally = new Tally();
        var own = new SplittableRandom(seed + number).nextLong();
        new Comparison(extent, own, cell, tally).run();
        return tally;
    }
}
