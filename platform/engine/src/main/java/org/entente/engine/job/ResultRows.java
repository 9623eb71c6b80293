package org.entente.engine.job;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.engine.job.TableRows.Row;
import org.entente.spi.Problem;

/** How the files of results are written: rows as they came, with what became of each. */
interface ResultRows {

    String GUARD = "'";
    Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");
    String REASON = "entente_reason";
    String CODE = "entente_code";
    String ID = "entente_id";

    byte[] failedHeader();

    byte[] okHeader();

    byte[] header();

    byte[] failed(Row row, List<Problem> problems, List<String> reasons);

    byte[] ok(Row row, UUID id);

    byte[] plain(Row row);

    /**
     * Our own words must not begin a formula; what came is given back untouched. What looks as if
     * it were guarded already is guarded once more, so that it can be told apart.
     */
    static String guarded(String text) {
        return FORMULA.matcher(text).lookingAt() ? GUARD + text : text;
    }

    /** What was guarded. */
    static String unguarded(String cell) {
        return cell.startsWith(GUARD) && FORMULA.matcher(cell).lookingAt()
                ? cell.substring(GUARD.length())
                : cell;
    }
}
