package org.entente.engine.job;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.spi.Outcome;

/**
 * Tells a file's dialect from its first bytes. The delimiter is the one that cuts most rows into
 * one and the same number of cells; rows before the first such row are a preamble.
 */
final class DialectSniff {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int ENOUGH = 200;
    private static final double CLEAR = 0.8;
    private static final Pattern SINGLE = Pattern.compile("(?m)(^|[,;\\t|])'");
    private static final Pattern DOUBLE = Pattern.compile("(?m)(^|[,;\\t|])\"");
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9 .,/:-]*");

    private DialectSniff() {}

    /**
     * @param whole whether these are all bytes of the file; else the last row may be cut
     */
    static Dialect of(byte[] head, boolean whole) {
        return of(head, whole, Said.nothing());
    }

    /** What was said about the file is so; the rest is told by it. */
    static Dialect of(byte[] head, boolean whole, Said said) {
        var encoding = said.has("encoding") ? said.dialect().encoding() : Encoding.of(head, whole);
        var text = text(head, encoding);
        var quote = said.has("quote") ? said.dialect().quote() : quote(text);
        var delimiters = said.has("delimiter") ? List.of(said.dialect().delimiter()) : DELIMITERS;
        var best =
                delimiters.stream()
                        .map(delimiter -> Cut.of(text, delimiter, quote, whole))
                        .reduce((one, other) -> other.better(one) ? other : one)
                        .orElseThrow();
        var preamble = said.has("preamble") ? said.dialect().preamble() : best.preamble();
        var header =
                said.has("header")
                        ? said.dialect().header()
                        : best.rows().size() <= preamble || isHeader(best.rows().get(preamble));
        return new Dialect(FileType.CSV, encoding, best.delimiter(), quote, preamble, header);
    }

    /**
     * What is known of a file beforehand.
     *
     * @param names the parts of the dialect that were said
     */
    record Said(Dialect dialect, Set<String> names) {

        static Said nothing() {
            return new Said(Dialect.usual(), Set.of());
        }

        /** Reads {@code {encoding, delimiter, quote, preamble, header}}, each of which may lack. */
        static Outcome<Said> fromJson(Map<String, ?> json) {
            return Dialect.fromJson(json, "").map(dialect -> new Said(dialect, json.keySet()));
        }

        boolean has(String name) {
            return names.contains(name);
        }
    }

    private static char quote(String text) {
        return count(SINGLE, text) > count(DOUBLE, text) ? '\'' : '"';
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    static String text(byte[] head, Charset encoding) {
        var text = new String(head, encoding);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A row of names: none of them a figure, at least one there. */
    private static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isBlank())
                && cells.stream().noneMatch(cell -> FIGURE.matcher(cell.strip()).matches());
    }

    /** What a delimiter makes of a text. */
    private record Cut(char delimiter, List<List<String>> rows, int width, double share) {

        static Cut of(String text, char delimiter, char quote, boolean whole) {
            var rows = rows(text, delimiter, quote);
            if (!whole && rows.size() > 1) {
                rows.removeLast();
            }
            var widths =
                    rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
            var usual =
                    widths.entrySet().stream()
                            .max(
                                    Map.Entry.<Integer, Long>comparingByValue()
                                            .thenComparing(Map.Entry.comparingByKey()));
            var share = usual.map(u -> u.getValue() / (double) rows.size()).orElse(0.0);
            return new Cut(delimiter, rows, usual.map(Map.Entry::getKey).orElse(0), share);
        }

        private static List<List<String>> rows(String text, char delimiter, char quote) {
            var rows = new ArrayList<List<String>>();
            var reader = CsvRows.lenient(delimiter, quote);
            try {
                for (var row : reader.ofCsvRecord(text)) {
                    rows.add(row.getFields());
                    if (rows.size() == ENOUGH) {
                        break;
                    }
                }
            } catch (CsvParseException broken) {
                return rows;
            }
            return rows;
        }

        /**
         * One cell a row says nothing; a clear cut wins over a torn one, a finer over a coarser.
         */
        boolean better(Cut other) {
            if ((width > 1) != (other.width > 1)) {
                return width > 1;
            }
            return Math.abs(share - other.share) > 0.05 ? share > other.share : width > other.width;
        }

        int preamble() {
            if (share < CLEAR || width < 2) {
                return 0;
            }
            var index = 0;
            while (index < rows.size() && rows.get(index).size() != width) {
                index++;
            }
            return index;
        }
    }
}
