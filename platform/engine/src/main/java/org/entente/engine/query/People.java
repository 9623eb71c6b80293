package org.entente.engine.query;

import org.entente.engine.query.Selection.OfReference;
import org.entente.engine.query.Selection.OfValue;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.model.SystemFields;

/**
 * Users in the system fields of a list. They are few and stand in many rows, so a list answers who
 * they are and asks for their names once, afterwards: each list is planned for its own values, and
 * to plan three more joins takes longer than to read fifty rows.
 */
final class People {

    private People() {}

    /** What a list asks of each row for this. */
    static Selection inList(Selection selection) {
        return selection instanceof OfReference(var path, var labels)
                        && !labels.isEmpty()
                        && isSystemField(path)
                ? new OfValue(path)
                : selection;
    }

    private static boolean isSystemField(Path path) {
        return path.through().isEmpty()
                && SystemFields.named(path.field().name()).filter(path.field()::equals).isPresent();
    }
}
