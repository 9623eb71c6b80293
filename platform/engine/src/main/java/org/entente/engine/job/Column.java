package org.entente.engine.job;

import java.util.List;

/** A column of a file: its name, and the cells of its first rows that are not blank. */
record Column(String name, List<String> cells, int blank) {

    private static final int SHOWN = 5;

    Column {
        cells = List.copyOf(cells);
    }

    List<String> samples() {
        return cells.stream().distinct().limit(SHOWN).toList();
    }
}
