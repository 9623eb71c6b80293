package org.entente.engine.record;

import java.util.List;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.spi.Problem;

/**
 * What the definitions say of a record that is being filled in.
 *
 * @param fields those of which it depends on the values
 * @param problems what would be refused, if it were written as it is
 */
public record Form(List<Asked> fields, List<Problem> problems) {
    public Form {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /** One field, for these values. */
    public record Asked(String field, boolean visible, boolean required) {}

    /** Whether a field is shown, or required, only sometimes. */
    static boolean depends(Field field) {
        return field.visible().isPresent() || field.required() instanceof Requirement.When;
    }
}
