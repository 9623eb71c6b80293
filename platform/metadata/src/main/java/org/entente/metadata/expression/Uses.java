package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.List;

/** Which words of a text mean something that the model defines. */
final class Uses {

    private final List<Use> found = new ArrayList<>();

    void add(int position, Use.Meaning meaning) {
        var use = new Use(position, meaning);
        if (!found.contains(use)) {
            found.add(use);
        }
    }

    List<Use> found() {
        return List.copyOf(found);
    }
}
