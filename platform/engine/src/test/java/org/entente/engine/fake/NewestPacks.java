package org.entente.engine.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.model.Pack;
import org.entente.engine.model.Packs;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.PlatformLayer;

/** Packs in memory; the last that was put there of a name is the newest. */
public final class NewestPacks implements Packs {

    private final List<Pack> packs = new ArrayList<>();

    public NewestPacks(List<Layer> layers) {
        put(PlatformLayer.layer());
        layers.forEach(this::put);
    }

    public void put(Layer layer) {
        packs.add(Pack.of(layer));
    }

    @Override
    public Optional<Pack> newest(String name) {
        return packs.reversed().stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Pack> kept(String name, String digest) {
        return packs.stream()
                .filter(pack -> pack.name().equals(name) && pack.digest().equals(digest))
                .findFirst();
    }
}
