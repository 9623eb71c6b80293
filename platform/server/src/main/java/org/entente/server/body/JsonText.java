package org.entente.server.body;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON. Reading is strict: UTF-8, one document, no key twice, bounded depth;
 * numbers stay exact.
 */
public final class JsonText {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1_000;

    private final JsonMapper mapper =
            JsonMapper.builder(factory())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static JsonFactory factory() {
        var constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The document as a plain tree; MALFORMED with {@code line} and {@code column}, from 1. */
    public Outcome<JsonBody> read(byte[] document) {
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            if (text.isBlank()) {
                return malformed("empty", TokenStreamLocation.NA);
            }
            var tree = mapper.readValue(text, Object.class);
            return loneSurrogate(text, tree)
                    ? malformed("not_unicode", TokenStreamLocation.NA)
                    : Outcome.done(new JsonBody(tree));
        } catch (CharacterCodingException notUtf8) {
            return malformed("not_utf8", TokenStreamLocation.NA);
        } catch (StreamConstraintsException unbounded) {
            return malformed("too_deep", unbounded.getLocation());
        } catch (JacksonException broken) {
            return malformed("not_json", broken.getLocation());
        }
    }

    /** The document of a plain tree. */
    public byte[] write(@Nullable Object tree) {
        try (var bytes = new ByteArrayBuilder()) {
            try (var out = mapper.createGenerator(bytes)) {
                write(tree, out);
            }
            return bytes.toByteArray();
        }
    }

    /** What a tree is made of is known, so nothing needs to be looked up for it. */
    private static void write(@Nullable Object value, JsonGenerator out) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case BigInteger number when number.bitLength() < Long.SIZE ->
                    out.writeNumber(number.longValue());
            case Map<?, ?> members -> object(members, out);
            case List<?> items -> array(items, out);
            default -> out.writePOJO(value);
        }
    }

    private static void object(Map<?, ?> members, JsonGenerator out) {
        out.writeStartObject();
        members.forEach((name, value) -> {
            out.writeName(String.valueOf(name));
            write(value, out);
        });
        out.writeEndObject();
    }

    private static void array(List<?> items, JsonGenerator out) {
        out.writeStartArray();
        for (var item : items) {
            write(item, out);
        }
        out.writeEndArray();
    }

    private static Outcome<JsonBody> malformed(String reason, @Nullable TokenStreamLocation at) {
        if (at == null || at.getLineNr() < 1) {
            return Outcome.refused(Problem.of(ProblemCode.MALFORMED, "", Map.of("reason", reason)));
        }
        return Outcome.refused(
                Problem.of(
                        ProblemCode.MALFORMED,
                        "",
                        Map.of(
                                "reason", reason,
                                "line", at.getLineNr(),
                                "column", at.getColumnNr())));
    }

    /** Half a character can only be written as an escape; no database takes it. */
    private static boolean loneSurrogate(String text, @Nullable Object tree) {
        return text.contains("\\u") && holdsLoneSurrogate(tree);
    }

    private static boolean holdsLoneSurrogate(@Nullable Object tree) {
        return switch (tree) {
            case String text -> !StandardCharsets.UTF_16.newEncoder().canEncode(text);
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .anyMatch(member ->
                                    holdsLoneSurrogate(member.getKey())
                                            || holdsLoneSurrogate(member.getValue()));
            case Iterable<?> list -> anyLoneSurrogate(list);
            case null, default -> false;
        };
    }

    private static boolean anyLoneSurrogate(Iterable<?> list) {
        for (var item : list) {
            if (holdsLoneSurrogate(item)) {
                return true;
            }
        }
        return false;
    }
}
