package org.entente.engine.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.spi.Outcome;

/**
 * A part of the feed, as a client asks for it.
 *
 * @param entities names of the entities whose changes are wanted; all that the caller may read when
 *     empty
 * @param limit 1 to {@value PageRequest#MOST}
 */
public record FeedRequest(Set<String> entities, int limit, Optional<String> cursor) {

    private static final String ENTITIES = "entities";

    public FeedRequest {
        entities = Set.copyOf(entities);
    }

    /** Reads query parameters; each may stand once. */
    public static Outcome<FeedRequest> fromParameters(Map<String, List<String>> parameters) {
        var page = new LinkedHashMap<>(parameters);
        var named = Optional.ofNullable(page.remove(ENTITIES)).orElse(List.of());
        var entities =
                named.stream()
                        .flatMap(list -> List.of(list.split(",", -1)).stream())
                        .map(String::strip)
                        .collect(java.util.stream.Collectors.toSet());
        return PageRequest.fromParameters("", page)
                .map(read -> new FeedRequest(entities, read.limit(), read.cursor()));
    }
}
