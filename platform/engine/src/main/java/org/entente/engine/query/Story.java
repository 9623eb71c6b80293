package org.entente.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.PlannedChanges.Mark;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.metadata.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the past of which record, from where on.
 *
 * <p>The order of a timeline is total: the latest first; at one moment, changes by falling version,
 * then activities by rising id. A position holds the moment and, for a change, its version.
 */
record Story(Asked asked, Entity entity, StoryRequest request, Optional<Position> after) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    static Position of(ChangeView change) {
        return new Position(List.of(change.at(), BigDecimal.valueOf(change.version())), BEFORE_ALL);
    }

    static Position of(StoryItem item) {
        return switch (item) {
            case StoryItem.Changed(var change) -> of(change);
            case StoryItem.Activity activity ->
                    new Position(
                            Arrays.<@Nullable Object>asList(activity.at(), null),
                            activity.record().id());
        };
    }

    /** The changes that stand after the position. */
    Optional<Mark> mark() {
        return after.flatMap(position ->
                position.values().getFirst() instanceof Instant at
                        ? Optional.of(new Mark(at, version(position)))
                        : Optional.empty());
    }

    /** No version is as low as the one that stands for none. */
    private static long version(Position position) {
        return position.values().getLast() instanceof BigDecimal version
                ? version.longValueExact()
                : 0;
    }

    /** The activities that stand after the position. */
    Optional<Position> activities() {
        return after.map(position -> new Position(position.values().subList(0, 1), position.id()));
    }
}
