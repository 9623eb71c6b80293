package org.entente.engine.query;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values under names, in order; never changed. All records of a page share the names, so that none
 * needs a table of its own to be found by.
 */
final class NamedValues extends AbstractMap<String, @Nullable Object> {

    private final List<String> names;
    private final @Nullable Object[] values;

    /**
     * @param names each once
     * @param values as many; the caller keeps its hands off them from now on
     */
    NamedValues(List<String> names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
        if (names.size() != values.length) {
            throw new IllegalArgumentException("a name for each value");
        }
    }

    @Override
    public boolean containsKey(Object name) {
        return names.contains(name);
    }

    @Override
    public @Nullable Object get(Object name) {
        var at = names.indexOf(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (var i = 0; i < values.length; i++) {
            action.accept(names.get(i), values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return IntStream.range(0, values.length)
                        .<Map.Entry<String, @Nullable Object>>mapToObj(
                                i -> new SimpleImmutableEntry<>(names.get(i), values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
