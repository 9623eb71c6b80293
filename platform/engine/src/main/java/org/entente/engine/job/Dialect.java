package org.entente.engine.job;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;

/**
 * How a file is written.
 *
 * @param type what it is taken for; its bytes decide when it is read
 * @param preamble lines before the header
 * @param header whether the first row after the preamble names the columns
 */
record Dialect(
        FileType type, Charset encoding, char delimiter, char quote, int preamble, boolean header) {

    private static final int MOST_PREAMBLE = 100;
    private static final Set<String> QUOTES = Set.of("\"", "'");

    /** A file in which nothing else is to be told. */
    static Dialect of(FileType type) {
        return new Dialect(type, StandardCharsets.UTF_8, ',', '"', 0, true);
    }

    /** The same for a file of another type. */
    Dialect as(FileType other) {
        return new Dialect(other, encoding, delimiter, quote, preamble, header);
    }

    /** Plain CSV. */
    static Dialect usual() {
        return of(FileType.CSV);
    }

    /** Reads {@code {encoding, delimiter, quote, preamble, header}}; what is missing is usual. */
    static Outcome<Dialect> fromJson(Map<String, ?> json, String at) {
        var arguments =
                Arguments.of(json, at)
                        .only("type", "encoding", "delimiter", "quote", "preamble", "header");
        var type = FileType.named(arguments.text("type").orElse("csv"));
        var delimiter = arguments.text("delimiter").orElse(",");
        var quote = arguments.text("quote").orElse("\"");
        var preamble = arguments.integer("preamble").orElse(0L);
        var encoding = arguments.text("encoding").orElse("UTF-8");
        if (delimiter.length() != 1 || "\r\n\"'".contains(delimiter)) {
            arguments.problem(ProblemCode.INVALID_VALUE, at + "/delimiter", Map.of());
        }
        if (!QUOTES.contains(quote)) {
            arguments.problem(ProblemCode.INVALID_VALUE, at + "/quote", Map.of());
        }
        if (preamble < 0 || preamble > MOST_PREAMBLE) {
            arguments.problem(ProblemCode.INVALID_VALUE, at + "/preamble", Map.of());
        }
        if (type.isEmpty()) {
            arguments.problem(
                    ProblemCode.UNKNOWN_OPTION,
                    at + "/type",
                    Map.of("options", List.of("csv", "ndjson", "xlsx")));
        }
        if (!isKnown(encoding)) {
            arguments.problem(ProblemCode.INVALID_VALUE, at + "/encoding", Map.of());
        }
        var header = arguments.flag("header").orElse(true);
        return arguments.outcome(() ->
                new Dialect(
                        type.orElseThrow(),
                        Charset.forName(encoding),
                        delimiter.charAt(0),
                        quote.charAt(0),
                        Math.toIntExact(preamble),
                        header));
    }

    private static boolean isKnown(String encoding) {
        try {
            return Charset.forName(encoding).canEncode();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return false;
        }
    }

    /** As a plain tree. */
    Map<String, Object> toJson() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", type.word());
        tree.put("encoding", encoding.name());
        tree.put("delimiter", String.valueOf(delimiter));
        tree.put("quote", String.valueOf(quote));
        tree.put("preamble", preamble);
        tree.put("header", header);
        return tree;
    }
}
