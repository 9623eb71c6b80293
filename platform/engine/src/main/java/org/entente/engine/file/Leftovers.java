package org.entente.engine.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.spi.Tenant;

/**
 * Contents that nobody speaks of any more: of uploads that broke off, of files that were replaced
 * or taken away long enough ago that nobody undoes it, of fields that are gone for good.
 */
public final class Leftovers {

    /** As long as what was dropped from the model comes back. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any upload takes. */
    private static final Duration ARRIVING = Duration.ofDays(1);

    private static final int PORTION = 500;

    /** What stands before the moment in an id of version 7. */
    private static final int AFTER_MOMENT = 16;

    private final Contents contents;
    private final FileUses uses;
    private final Clock clock;

    public Leftovers(Contents contents, FileUses uses, Clock clock) {
        this.contents = contents;
        this.uses = uses;
        this.clock = clock;
    }

    /** The folders that may hold some, the oldest first. */
    public List<String> folders(Tenant tenant) {
        return contents.folders(tenant);
    }

    /** Removes those of a folder; how many they were. */
    public int remove(Tenant tenant, String folder) {
        var now = clock.instant();
        var settled =
                contents.in(tenant, folder).stream()
                        .filter(id -> madeAt(id).isBefore(now.minus(ARRIVING)))
                        .toList();
        var removed = 0;
        for (var from = 0; from < settled.size(); from += PORTION) {
            var some = settled.subList(from, Math.min(settled.size(), from + PORTION));
            var left = new ArrayList<>(some);
            left.removeAll(uses.used(tenant, some, now.minus(KEPT)));
            left.forEach(id -> contents.remove(tenant, id));
            removed += left.size();
        }
        return removed;
    }

    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> AFTER_MOMENT);
    }
}
