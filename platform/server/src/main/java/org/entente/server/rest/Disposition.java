package org.entente.server.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.engine.file.FileNames;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Names of files in {@code Content-Disposition} (RFC 6266, RFC 8187), both ways. */
final class Disposition {

    static final String HEADER = "Content-Disposition";

    private static final int LONGEST = 4_000;
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "\\s*;\\s*([A-Za-z0-9!#$&+.^_`|~-]+\\*?)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;\"\\s]+)");
    private static final Pattern TYPE = Pattern.compile("\\s*[A-Za-z0-9!#$&+.^_`|~-]+");
    private static final Pattern EXTENDED = Pattern.compile("(?i)UTF-8'[A-Za-z0-9-]*'(.*)");

    /** What may stand in an extended value as it is (RFC 8187, attr-char). */
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~";

    private Disposition() {}

    /**
     * The name of a file that is sent; {@code filename*} before {@code filename}. Problems:
     * REQUIRED without one, MALFORMED for what cannot be read.
     */
    static Outcome<String> fileName(Optional<String> header) {
        if (header.isEmpty()) {
            return missing();
        }
        var text = header.get();
        var type = TYPE.matcher(text);
        if (text.length() > LONGEST || !type.lookingAt()) {
            return malformed();
        }
        var plain = Optional.<String>empty();
        var extended = Optional.<String>empty();
        var parameters = PARAMETER.matcher(text);
        var at = type.end();
        while (parameters.find(at) && parameters.start() == at) {
            at = parameters.end();
            switch (parameters.group(1).toLowerCase(Locale.ROOT)) {
                case "filename" -> plain = Optional.of(unquoted(parameters.group(2)));
                case "filename*" -> extended = Optional.of(parameters.group(2));
                default -> {}
            }
        }
        if (!text.substring(at).isBlank()) {
            return malformed();
        }
        if (extended.isPresent()) {
            return decoded(extended.get());
        }
        return plain.isPresent() ? Outcome.done(plain.get()) : missing();
    }

    private static Outcome<String> missing() {
        return Outcome.refused(
                Problem.of(ProblemCode.REQUIRED, FileNames.AT, Map.of("name", "filename")));
    }

    private static Outcome<String> malformed() {
        return Outcome.refused(
                Problem.of(
                        ProblemCode.MALFORMED,
                        FileNames.AT,
                        Map.of("name", HEADER, "reason", "file_name")));
    }

    private static String unquoted(String value) {
        return value.startsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static Outcome<String> decoded(String value) {
        var parts = EXTENDED.matcher(value);
        if (!parts.matches()) {
            return malformed();
        }
        var encoded = parts.group(1);
        var bytes = ByteBuffer.allocate(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            var one = encoded.charAt(i);
            if (one == '%') {
                if (i + 2 >= encoded.length() || !isHex(encoded, i)) {
                    return malformed();
                }
                bytes.put((byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else if (PLAIN.indexOf(one) >= 0) {
                bytes.put((byte) one);
            } else {
                return malformed();
            }
        }
        try {
            return Outcome.done(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return malformed();
        }
    }

    private static boolean isHex(String encoded, int at) {
        return HexFormat.isHexDigit(encoded.charAt(at + 1))
                && HexFormat.isHexDigit(encoded.charAt(at + 2));
    }

    /** The header of an answer: a name for those who know ASCII alone, then the whole one. */
    static String of(String kind, String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .forEach(point ->
                        ascii.append(
                                point >= ' '
                                                && point < 0x7f
                                                && point != '"'
                                                && point != '\\'
                                                && point != '%'
                                        ? (char) point
                                        : '_'));
        var whole = new StringBuilder();
        for (var one : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf((char) Byte.toUnsignedInt(one)) >= 0) {
                whole.append((char) one);
            } else {
                whole.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(kind, ascii, whole);
    }
}
