package org.entente.engine.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.engine.model.PackStore.Stamp;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.PlatformLayer;

/**
 * The packs that this node brings, and those that any node ever brought. The newest of a name has
 * the highest version; of one version (somebody is still writing it) the one that was seen last.
 * All nodes agree on that, so an old node beside a new one does not turn tenants back.
 */
public final class PackShelf implements Packs {

    private static final int MOST = 1_000;
    private static final Comparator<Stamp> BY_AGE =
            Comparator.comparing(Stamp::version, PackShelf::compareVersions)
                    .thenComparing(Stamp::seenAt)
                    .thenComparing(Stamp::digest);

    private final PackStore store;
    private final Map<String, Stamp> newest = new ConcurrentHashMap<>();
    private final Cache<String, Pack> known = Caffeine.newBuilder().maximumSize(MOST).build();

    public PackShelf(PackStore store) {
        this.store = store;
    }

    /** Keeps what this node brings and learns what others brought. Safe to repeat. */
    public void fill(List<Layer> packs, Instant at) {
        store.keep(Pack.of(PlatformLayer.layer()), at);
        packs.forEach(layer -> store.keep(Pack.of(layer), at));
        store.stamps().forEach(stamp -> newest.merge(stamp.name(), stamp, PackShelf::newer));
    }

    @Override
    public Optional<Pack> newest(String name) {
        return Optional.ofNullable(newest.get(name)).flatMap(s -> kept(name, s.digest()));
    }

    @Override
    public Optional<Pack> kept(String name, String digest) {
        return Optional.ofNullable(
                known.get(
                        name + "@" + digest,
                        _ ->
                                store.layer(name, digest)
                                        .map(layer -> new Pack(layer, digest))
                                        .orElse(null)));
    }

    private static Stamp newer(Stamp one, Stamp other) {
        return BY_AGE.compare(one, other) >= 0 ? one : other;
    }

    /** Number by number; what is no number counts as nought. */
    private static int compareVersions(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(part -> part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0)
                .toArray();
    }
}
