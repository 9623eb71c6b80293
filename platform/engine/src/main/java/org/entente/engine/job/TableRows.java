package org.entente.engine.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; no more than one is held. */
interface TableRows extends AutoCloseable {

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     * @param cells in the order of the columns, as they came
     * @param raw the whole row as it came, where cells are not all of it; else empty
     */
    record Row(long line, List<String> cells, String raw) {
        public Row {
            cells = List.copyOf(cells);
        }

        Row(long line, List<String> cells) {
            this(line, cells, "");
        }
    }

    List<String> columns();

    /** The next row; null at the end. */
    @Nullable Row next();

    /** What a cell says that was kept from being a formula; other files have none such. */
    default String meant(String cell) {
        return cell;
    }

    @Override
    void close();
}
