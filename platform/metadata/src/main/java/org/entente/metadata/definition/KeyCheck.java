package org.entente.metadata.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.metadata.definition.Merger.Merged;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Checks that no two definitions have one key; options need that only within their field. */
final class KeyCheck {

    private final List<Problem> problems;

    private KeyCheck(List<Problem> problems) {
        this.problems = problems;
    }

    static void check(Merged merged, List<Problem> problems) {
        var check = new KeyCheck(problems);
        var taken = new HashMap<String, Definition>();
        merged.traits().values().forEach(trait -> check.all(trait, taken));
        merged.roles().values().forEach(role -> check.all(role, taken));
        merged.entities().values().forEach(entity -> check.all(entity, taken));
    }

    private void all(Definition definition, Map<String, Definition> taken) {
        one(definition, taken);
        for (var section : definition.kind().sections().keySet()) {
            var within = section.equals("options") ? new HashMap<String, Definition>() : taken;
            definition.within(section).values().forEach(part -> all(part, within));
        }
    }

    private void one(Definition definition, Map<String, Definition> taken) {
        var first = taken.putIfAbsent(definition.key(), definition);
        if (first != null) {
            problems.add(
                    Problem.of(
                            ProblemCode.KEY_TAKEN,
                            definition.place("key"),
                            Map.of("key", definition.key(), "first", first.place())));
        }
    }
}
