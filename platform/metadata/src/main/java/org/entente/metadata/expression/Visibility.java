package org.entente.metadata.expression;

import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;

/**
 * What an expression may name. What is not readable is answered exactly as what does not exist; a
 * secret field is never readable.
 */
public interface Visibility {

    /** Everything, for expressions that run with the system's rights. */
    Visibility EVERYTHING =
            new Visibility() {
                @Override
                public boolean readable(Entity entity, Field field) {
                    return true;
                }

                @Override
                public boolean readable(Entity entity) {
                    return true;
                }
            };

    /** Whether the field of this entity may be named. */
    boolean readable(Entity entity, Field field);

    /** Whether records of this entity may be named. */
    boolean readable(Entity entity);
}
