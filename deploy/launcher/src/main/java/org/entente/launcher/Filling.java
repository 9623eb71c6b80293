package org.entente.launcher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.entente.launcher.demo.Chunk;
import org.entente.launcher.demo.Lane;
import org.entente.launcher.demo.Volume;
import org.entente.launcher.demo.atlas.AtlasVolume;
import org.entente.launcher.demo.horizon.HorizonVolume;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the generated volume of the demo tenants through the HTTP API, several batches at a time.
 * The batches of one entity go one after the other, so its count tells where to go on.
 */
final class Filling {
    /**
     * More in flight than cores: while the database writes one batch, the server reads the next.
     */
    private static final int IN_FLIGHT = 4;

    private static final int REPORTED = 10_000;
    private static final Map<String, Function<LocalDate, Volume>> VOLUMES =
            Map.of("horizon", HorizonVolume::on, "atlas", AtlasVolume::on);

    private final House house;
    private final Web web;
    private final Realm realm;
    private final Steps steps;
    private final Semaphore flights = new Semaphore(IN_FLIGHT);
    private final AtomicInteger loaded = new AtomicInteger();

    Filling(House house, Web web, Realm realm, Steps steps) {
        this.house = house;
        this.web = web;
        this.realm = realm;
        this.steps = steps;
    }

    /** True for tenants that have a volume which is not there yet. */
    boolean lacks(String tenant) throws IOException {
        return VOLUMES.containsKey(tenant)
                && Filled.read(house.folder(), tenant).filter(Filled::done).isEmpty();
    }

    /** One tenant's share of the work. */
    private record Share(
            String tenant, Volume volume, Filled filled, Client client, KnownIds ids) {}

    /** Loads the volumes of these tenants beside each other. */
    void fill(List<String> tenants) throws IOException {
        var shares = new ArrayList<Share>();
        for (var tenant : tenants) {
            shares.add(share(tenant));
        }
        var total = shares.stream().mapToInt(share -> share.volume().size()).sum();
        steps.note(String.format(Locale.ROOT, "loading %,d demo records", total));
        var together = new Together();
        shares.forEach(share -> plan(share, total, together));
        together.join();
        for (var share : shares) {
            share.filled().whole().write(house.folder(), share.tenant());
        }
    }

    private Share share(String tenant) throws IOException {
        var client = new Client(house, web, realm, tenant);
        var known = Filled.read(house.folder(), tenant);
        var day = known.map(Filled::day).orElseGet(LocalDate::now);
        var volume = VOLUMES.getOrDefault(tenant, date -> new Volume(List.of())).apply(day);
        var filled = known.orElseGet(() -> new Filled(day, counts(volume, client), false));
        filled.write(house.folder(), tenant);
        return new Share(tenant, volume, filled, client, new KnownIds());
    }

    private static Map<String, Long> counts(Volume volume, Client client) {
        var counts = new TreeMap<String, Long>();
        volume.lanes().forEach(lane -> counts.put(lane.entity(), client.count(lane.entity())));
        return counts;
    }

    private void plan(Share share, int total, Together together) {
        var pieces = new TreeMap<String, List<Together.Piece>>();
        for (var lane : share.volume().lanes()) {
            var done = done(share, lane);
            var ofLane = new ArrayList<Together.Piece>();
            for (var i = 0; i < lane.chunks().size(); i++) {
                var chunk = lane.chunks().get(i);
                if (i < done) {
                    loaded.addAndGet(chunk.size());
                    ofLane.add(together.after(List.of(), () -> {}));
                } else {
                    var earlier = earlier(chunk, pieces, ofLane);
                    ofLane.add(
                            together.after(
                                    earlier, () -> load(share, lane.entity(), chunk, total)));
                }
            }
            pieces.put(lane.entity(), ofLane);
        }
    }

    /** How many chunks an earlier run has loaded. */
    private static int done(Share share, Lane lane) {
        var before = share.filled().before().getOrDefault(lane.entity(), 0L);
        return lane.chunksIn(share.client().count(lane.entity()) - before);
    }

    private static List<Together.Piece> earlier(
            Chunk chunk, Map<String, List<Together.Piece>> pieces, List<Together.Piece> ofLane) {
        var earlier = new ArrayList<Together.Piece>();
        if (!ofLane.isEmpty()) {
            earlier.add(ofLane.getLast());
        }
        for (var need : chunk.needs()) {
            if (need.chunks() > 0) {
                earlier.add(pieces.getOrDefault(need.entity(), List.of()).get(need.chunks() - 1));
            }
        }
        return earlier;
    }

    private void load(Share share, String entity, Chunk chunk, int total) {
        flights.acquireUninterruptibly();
        try {
            var records = chunk.records().get();
            var body = JsonMapper.shared().createObjectNode();
            body.put("atomic", true);
            var operations = body.putArray("operations");
            records.forEach(values ->
                    operations
                            .addObject()
                            .put("op", "create")
                            .set("values", share.ids().resolved(values)));
            var what = "demo records (" + entity + ") of " + share.tenant();
            var answer = share.client().post("/data/" + entity + "/batch", body, what);
            share.ids().remember(entity, records, answer.path("results"));
            tell(chunk.size(), total);
        } finally {
            flights.release();
        }
    }

    private void tell(int more, int total) {
        var now = loaded.addAndGet(more);
        if (now / REPORTED > (now - more) / REPORTED) {
            steps.note(String.format(Locale.ROOT, "%,d of %,d demo records", now, total));
        }
    }
}
