package org.entente.store.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.engine.query.FeedChange;
import org.entente.engine.query.FeedPosition;

/**
 * Puts changes into an order in which each record's versions rise.
 *
 * <p>Transactions are numbered when they begin to write and not when they end, so a version may
 * stand before the one that it follows. Such a change is told right after the last of those that it
 * follows. Where that is can be seen in the changes themselves, so nothing has to be remembered
 * between two parts.
 */
final class FeedOrder {

    private final Map<UUID, Versions> records;

    /** A change and where it was written. */
    record Placed(FeedPosition at, FeedChange change) {}

    /**
     * @param known the changes of a part and those beside it that may have to be told with it or
     *     before it
     */
    FeedOrder(Collection<Placed> known) {
        this.records =
                known.stream()
                        .collect(
                                Collectors.groupingBy(
                                        placed -> placed.change().record(),
                                        Collectors.collectingAndThen(
                                                Collectors.toList(), Versions::new)));
    }

    /** What is told at the place of a change: nothing, or the change and those that waited. */
    List<FeedChange> told(Placed placed) {
        var versions = records.get(placed.change().record());
        return versions == null ? List.of() : versions.told(placed);
    }

    /** The known versions of one record. */
    private static final class Versions {

        private final NavigableMap<Long, Placed> byVersion = new TreeMap<>();
        private final NavigableMap<Long, FeedPosition> highest = new TreeMap<>();

        Versions(List<Placed> known) {
            known.forEach(placed -> byVersion.put(version(placed), placed));
            var high = FeedPosition.START;
            for (var placed : byVersion.values()) {
                high = placed.at().compareTo(high) > 0 ? placed.at() : high;
                highest.put(version(placed), high);
            }
        }

        private static long version(Placed placed) {
            return placed.change().told().version();
        }

        List<FeedChange> told(Placed placed) {
            var before = highest.lowerEntry(version(placed));
            if (before != null && before.getValue().compareTo(placed.at()) > 0) {
                return List.of();
            }
            var told = new ArrayList<>(List.of(placed.change()));
            for (var version = version(placed) + 1; ; version++) {
                var next = byVersion.get(version);
                if (next == null || next.at().compareTo(placed.at()) > 0) {
                    return told;
                }
                told.add(next.change());
            }
        }
    }
}
