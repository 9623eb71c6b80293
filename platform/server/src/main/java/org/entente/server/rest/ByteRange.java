package org.entente.server.rest;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which bytes a client wants (RFC 9110, 14.2); several ranges at once are answered whole. */
sealed interface ByteRange {

    /** All of them. */
    record Whole() implements ByteRange {}

    /** From one to another, both included. */
    record Part(long from, long to) implements ByteRange {}

    /** Some that are not there. */
    record Beyond() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** What cannot be read asks for nothing in particular. */
    static ByteRange of(Optional<String> header, long size) {
        var range = ONE.matcher(header.map(String::strip).orElse(""));
        if (!range.matches() || range.group(0).equals("bytes=-")) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            var last = Long.parseLong(range.group(2));
            return last == 0 ? new Beyond() : new Part(Math.max(0, size - last), size - 1);
        }
        var from = Long.parseLong(range.group(1));
        var to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Beyond() : new Part(from, Math.min(to, size - 1));
    }
}
