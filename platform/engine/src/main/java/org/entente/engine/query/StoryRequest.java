package org.entente.engine.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;

/**
 * A stretch of what happened to a record, as a client asks for it.
 *
 * @param limit 1 to {@value PageRequest#MOST}
 */
public record StoryRequest(String entity, UUID id, int limit, Optional<String> cursor) {

    private static final Set<String> NAMES = Set.of("limit", "cursor");

    /** Reads query parameters; each may stand once. */
    public static Outcome<StoryRequest> fromParameters(
            String entity, UUID id, Map<String, List<String>> parameters) {
        var unknown =
                parameters.keySet().stream()
                        .filter(name -> !NAMES.contains(name))
                        .map(name ->
                                Problem.of(
                                        ProblemCode.UNKNOWN_PARAMETER,
                                        "/" + name,
                                        Map.of("name", name)))
                        .toList();
        return unknown.isEmpty()
                ? PageRequest.fromParameters(entity, parameters)
                        .map(page -> new StoryRequest(entity, id, page.limit(), page.cursor()))
                : Outcome.refused(unknown);
    }

    Reference record() {
        return new Reference(id, entity);
    }
}
