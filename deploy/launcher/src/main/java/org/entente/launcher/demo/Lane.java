package org.entente.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All records of one entity, in chunks that are loaded one after the other: so a count tells how
 * far an interrupted loading came.
 */
public record Lane(String entity, List<Chunk> chunks) {
    public Lane {
        chunks = List.copyOf(chunks);
    }

    /** The values are made when their chunk is sent; needs are asked for the chunk's items. */
    public static <T> Lane of(
            String entity,
            List<T> items,
            Function<T, Values> values,
            Function<List<T>, List<Chunk.Need>> needs) {
        var chunks = new ArrayList<Chunk>();
        for (var start = 0; start < items.size(); start += Chunk.MOST) {
            var part = items.subList(start, Math.min(items.size(), start + Chunk.MOST));
            chunks.add(
                    new Chunk(
                            part.size(),
                            needs.apply(part),
                            () -> part.stream().map(values).toList()));
        }
        return new Lane(entity, chunks);
    }

    /** A lane that begins when the earlier ones are through. */
    public static <T> Lane of(
            String entity, List<T> items, Function<T, Values> values, List<Lane> earlier) {
        var needs = earlier.stream().map(Lane::whole).toList();
        return of(entity, items, values, part -> needs);
    }

    /** This lane, and then the other of the same entity. */
    public Lane then(Lane other) {
        var all = new ArrayList<>(chunks);
        all.addAll(other.chunks);
        return new Lane(entity, all);
    }

    /** How many chunks so many records are. */
    public int chunksIn(long records) {
        var count = 0;
        var sum = 0L;
        for (var chunk : chunks) {
            sum += chunk.size();
            if (sum > records) {
                return count;
            }
            count++;
        }
        return count;
    }

    private Chunk.Need whole() {
        return new Chunk.Need(entity, chunks.size());
    }

    public int size() {
        return chunks.stream().mapToInt(Chunk::size).sum();
    }
}
