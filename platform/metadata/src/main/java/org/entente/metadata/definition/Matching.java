package org.entente.metadata.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Definitions of two models brought together by key.
 *
 * @param <T> what is compared
 */
record Matching<T>(List<Pair<T>> pairs, List<T> added, List<T> removed) {

    /** The same definition before and after. */
    record Pair<T>(T before, T after) {}

    /** New names by old ones, of those whose name changed. */
    Map<String, String> renamed(Function<T, String> name) {
        var renamed = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            if (!name.apply(pair.before()).equals(name.apply(pair.after()))) {
                renamed.put(name.apply(pair.before()), name.apply(pair.after()));
            }
        }
        return renamed;
    }

    static <T> Matching<T> of(Collection<T> before, Collection<T> after, Function<T, String> key) {
        var rest = new LinkedHashMap<String, T>();
        before.forEach(definition -> rest.put(key.apply(definition), definition));
        var pairs = new ArrayList<Pair<T>>();
        var added = new ArrayList<T>();
        for (var definition : after) {
            var was = rest.remove(key.apply(definition));
            if (was == null) {
                added.add(definition);
            } else {
                pairs.add(new Pair<>(was, definition));
            }
        }
        return new Matching<>(pairs, added, List.copyOf(rest.values()));
    }
}
