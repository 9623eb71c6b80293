package org.entente.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Things of which some come more often than others. */
public final class Weighted<T> {
    private final TreeMap<Integer, T> byUpperEnd = new TreeMap<>();
    private final List<T> all = new ArrayList<>();
    private int total;

    public static <T> Weighted<T> of(List<T> things, ToIntFunction<T> weight) {
        var weighted = new Weighted<T>();
        things.forEach(thing -> weighted.add(thing, weight.applyAsInt(thing)));
        return weighted;
    }

    private void add(T thing, int weight) {
        total += weight;
        byUpperEnd.put(total, thing);
        all.add(thing);
    }

    public T pick(Dice dice) {
        return byUpperEnd.ceilingEntry(dice.between(1, total)).getValue();
    }

    public List<T> all() {
        return List.copyOf(all);
    }
}
