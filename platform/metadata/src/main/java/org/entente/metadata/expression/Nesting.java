package org.entente.metadata.expression;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;

/** How a list within lists hangs together with those around it. */
public final class Nesting {

    private Nesting() {}

    /**
     * The levels of the lists around on whose items a summary depends. Without any it is the same
     * for all of them, and need be worked out once a record only.
     */
    public static SortedSet<Integer> around(Summary summary) {
        var levels = new TreeSet<Integer>();
        Tree.walk(
                summary,
                part ->
                        starts(part)
                                .forEach(start -> {
                                    if (start instanceof Start.Item(var level)) {
                                        levels.add(level);
                                    }
                                }));
        return levels.headSet(summary.items().level());
    }

    private static List<Start> starts(TypedExpression part) {
        return switch (part) {
            case Path path -> List.of(path.start());
            case Self self -> List.of(self.start());
            case Summary summary -> List.of(summary.items().source().start());
            case TypedExpression _ -> List.of();
        };
    }
}
