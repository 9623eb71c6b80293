package org.entente.server.problem;

import java.util.Map;

/**
 * A refusal as it travels.
 *
 * @param body the members of the document, in order
 */
public record ProblemDocument(int status, Map<String, Object> body) {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
