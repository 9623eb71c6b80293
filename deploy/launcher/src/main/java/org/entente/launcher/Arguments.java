package org.entente.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The command line, taken apart. */
record Arguments(String command, List<String> operands, Map<String, String> options) {
    private static final Set<String> FLAGS =
            Set.of("attach", "bare", "yes", "keep", "help", "dry-run", "no-profile");
    private static final Set<String> VALUES =
            Set.of(
                    "port",
                    "house",
                    "war",
                    "tenant",
                    "password",
                    "only",
                    "demo",
                    "entity",
                    "map",
                    "match-on",
                    "user",
                    "with",
                    "refused",
                    "rows",
                    "rounds",
                    "changes",
                    "seconds",
                    "seed",
                    "from",
                    "models",
                    "connections");

    /** Stands between the values of an option that was given more than once. */
    static final String AGAIN = "\n";

    Arguments {
        operands = List.copyOf(operands);
        options = Map.copyOf(options);
    }

    static Arguments parse(List<String> words) {
        var operands = new ArrayList<String>();
        var options = new TreeMap<String, String>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            var cut = word.indexOf('=');
            var name = cut < 0 ? word.substring(2) : word.substring(2, cut);
            if (FLAGS.contains(name) && cut < 0) {
                options.put(name, "true");
            } else if (VALUES.contains(name) && (cut > 0 || rest.hasNext())) {
                options.merge(
                        name,
                        cut > 0 ? word.substring(cut + 1) : rest.next(),
                        (old, next) -> name.equals("map") ? old + AGAIN + next : next);
            } else {
                throw new LaunchFailure(
                        "\"" + word + "\" is not understood here. See ./entente help.");
            }
        }
        var command = operands.isEmpty() ? "help" : operands.removeFirst();
        return new Arguments(options.containsKey("help") ? "help" : command, operands, options);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
