package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What came back. */
record Answer(int status, HttpHeaders headers, String text) {

    /** Headers that differ between any two answers. */
    private static final Set<String> OF_THE_MOMENT = Set.of("x-request-id", "date");

    /** The body as JSON; missing where there is none. */
    JsonNode json() {
        return text.isBlank() ? MissingNode.getInstance() : Json.read(text);
    }

    /** The member at a JSON pointer such as {@code /values/name}. */
    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** This answer, if it has the status. */
    Answer expect(int expected) {
        assertEquals(expected, status, () -> "the answer was: " + this);
        return this;
    }

    /** This answer, if it is a problem of this kind. */
    Answer refused(int expected, String code) {
        expect(expected);
        assertEquals("application/problem+json", header("Content-Type").orElse("none"));
        assertEquals(code, at("/code").asString(), () -> "the answer was: " + this);
        assertEquals(expected, at("/status").asInt());
        assertTrue(!at("/title").asString().isBlank());
        return this;
    }

    /** This answer, if it is a problem of this kind at this place. */
    Answer refused(int expected, String code, String pointer) {
        refused(expected, code);
        assertTrue(
                errors().stream()
                        .anyMatch(error ->
                                error.path("code").asString().equals(code)
                                        && error.path("pointer").asString().equals(pointer)),
                () -> "no " + code + " at " + pointer + " in: " + this);
        return this;
    }

    List<JsonNode> errors() {
        return json().path("errors").valueStream().toList();
    }

    /** The error at a place. */
    JsonNode error(String pointer) {
        return errors().stream()
                .filter(error -> error.path("pointer").asString().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + pointer + " in: " + this));
    }

    /** The id of the record or change set that was answered. */
    String id() {
        return at("/id").asString();
    }

    /** An id at a JSON pointer. */
    String id(String pointer) {
        return at(pointer).asString();
    }

    /** All that another answer must have in common with this one when both say the same. */
    String imprint() {
        var lines = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        lines.putAll(headers.map());
        OF_THE_MOMENT.forEach(name -> lines.computeIfPresent(name, (_, _) -> List.of("…")));
        return status + "\n" + lines + "\n" + text;
    }
}
