package org.entente.engine.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/**
 * Writes what can be written of many operations. They are tried together, which is quick; whoever
 * is refused is left out and the others are tried again, and after a few rounds each for itself.
 */
final class Portion {

    private static final int ROUNDS = 4;

    private final Writes writes;
    private final boolean stop;

    Portion(Writes writes, boolean stop) {
        this.writes = writes;
        this.stop = stop;
    }

    List<Outcome<Written>> of(List<RecordOperation> operations) {
        var results = new TreeMap<Integer, Outcome<Written>>();
        var left = new ArrayList<Integer>();
        for (var i = 0; i < operations.size(); i++) {
            left.add(i);
        }
        for (var round = 0; !left.isEmpty(); round++) {
            var part = left.stream().map(operations::get).toList();
            switch (writes.transaction().step(() -> writes.fresh().together(part))) {
                case Outcome.Done<List<Outcome<Written>>>(var written) -> {
                    put(results, left, written);
                    left.clear();
                }
                case Outcome.Refused<List<Outcome<Written>>>(var problems) ->
                        leaveOut(problems, left, results);
            }
            if (round >= ROUNDS && !stop && !left.isEmpty()) {
                var rest = left.stream().map(operations::get).toList();
                put(results, left, apart(rest));
                left.clear();
            }
        }
        return List.copyOf(results.values());
    }

    private List<Outcome<Written>> apart(List<RecordOperation> operations) {
        return operations.stream()
                .map(one -> writes.transaction().step(() -> writes.fresh().single(one)))
                .toList();
    }

    private static void put(
            Map<Integer, Outcome<Written>> results,
            List<Integer> places,
            List<Outcome<Written>> written) {
        for (var i = 0; i < places.size(); i++) {
            results.put(places.get(i), written.get(i));
        }
    }

    /** When it is to stop, nothing from the first refusal on is tried again. */
    private void leaveOut(
            List<Problem> problems, List<Integer> left, Map<Integer, Outcome<Written>> results) {
        var refused = new TreeMap<Integer, List<Problem>>();
        for (var problem : problems) {
            var place = place(problem);
            refused.computeIfAbsent(place.index(), i -> new ArrayList<>()).add(place.problem());
        }
        if (stop) {
            var first = refused.firstEntry();
            var at = left.get(first.getKey());
            results.keySet().removeIf(i -> i > at);
            results.put(at, Outcome.refused(first.getValue()));
            left.subList(first.getKey(), left.size()).clear();
            return;
        }
        var places = new LinkedHashMap<Integer, Outcome<Written>>();
        refused.forEach((index, found) -> places.put(left.get(index), Outcome.refused(found)));
        results.putAll(places);
        left.removeAll(places.keySet());
    }

    private record Place(int index, Problem problem) {}

    /** A problem of no operation is laid at the first, so that there is always one less. */
    private static Place place(Problem problem) {
        var parts = problem.at().split("/", 4);
        if (parts.length < 3 || !parts[1].equals("operations")) {
            return new Place(0, problem);
        }
        var rest = parts.length == 4 ? "/" + parts[3] : "";
        return new Place(
                Integer.parseInt(parts[2]), new Problem(problem.code(), rest, problem.details()));
    }
}
