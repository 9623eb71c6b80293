package org.entente.server.outside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A reader of the feed that dies now and then after it took changes and before it noted how far it
 * is; the next one goes on from what was noted.
 */
final class FeedReader {

    private final Visitor visitor;
    private final Random random;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private String noted = "";
    private int deaths;

    FeedReader(Visitor visitor, long seed) {
        this.visitor = visitor;
        this.random = new Random(seed);
    }

    int deaths() {
        return deaths;
    }

    /** Takes one part; true when there is nothing more for now. */
    boolean take() {
        var part =
                visitor.get(
                                "/changes?entities=tally&wait=2&limit="
                                        + (1 + random.nextInt(1_000))
                                        + (noted.isEmpty() ? "" : "&cursor=" + noted))
                        .expect(200);
        part.at("/data").forEach(change -> taken.add(change.path("id").asString()));
        if (random.nextInt(8) == 0) {
            deaths++;
            return false;
        }
        noted = part.at("/next").asString();
        return part.at("/ended").asBoolean();
    }

    Set<String> names() {
        return new HashSet<>(taken);
    }

    int repeated() {
        return taken.size() - names().size();
    }

    /** Changes that were taken for the first time before the one that they follow. */
    List<String> disorder() {
        var last = new HashMap<String, Long>();
        var disorder = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var name : taken) {
            var dot = name.indexOf('.');
            var version = Long.parseLong(name.substring(dot + 1));
            if (seen.add(name) && !follows(last, name.substring(0, dot), version)) {
                disorder.add(name);
            }
        }
        return disorder;
    }

    private static boolean follows(Map<String, Long> last, String record, long version) {
        var before = last.put(record, version);
        return version == (before == null ? 0 : before) + 1;
    }
}
