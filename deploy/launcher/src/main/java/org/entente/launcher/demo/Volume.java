package org.entente.launcher.demo;

import java.util.List;

/** What is generated for one tenant; each lane stands behind those it needs. */
public record Volume(List<Lane> lanes) {
    public Volume {
        lanes = List.copyOf(lanes);
    }

    public int size() {
        return lanes.stream().mapToInt(Lane::size).sum();
    }
}
