package org.entente.engine.job;

import java.util.List;
import java.util.UUID;
import org.entente.engine.job.TableRows.Row;
import org.entente.spi.Problem;

/** How the files of results are written: rows as they came, with what became of each. */
interface ResultRows {

    String REASON = "entente_reason";
    String CODE = "entente_code";
    String ID = "entente_id";

    byte[] failedHeader();

    byte[] okHeader();

    byte[] header();

    byte[] failed(Row row, List<Problem> problems, List<String> reasons);

    byte[] ok(Row row, UUID id);

    byte[] plain(Row row);

    /** Our own words must not begin a formula; what came is given back untouched. */
    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
