package org.entente.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far something is that takes time on filled tables.
 *
 * @param done the part that is done, from 0 to 1, where it is known
 * @param trouble why it failed: {@code reason}, {@code count} of groups, {@code records} of some
 */
public record Readiness(State state, Optional<Double> done, Map<String, Object> trouble) {
    public Readiness {
        trouble = Map.copyOf(trouble);
    }

    /** How far. */
    public enum State {
        BUILDING,
        FAILED
    }

    /**
     * As it is described to those who ask.
     *
     * @param whole with the records that offend, which not everybody may know of
     */
    public Map<String, Object> described(boolean whole) {
        var described = new LinkedHashMap<String, Object>();
        described.put("state", state == State.BUILDING ? "building" : "failed");
        done.ifPresent(part -> described.put("done", part));
        var told = new LinkedHashMap<>(trouble);
        if (!whole) {
            told.remove("records");
        }
        if (!told.isEmpty()) {
            described.put("trouble", told);
        }
        return described;
    }
}
