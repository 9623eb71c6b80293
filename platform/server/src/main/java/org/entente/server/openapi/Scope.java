package org.entente.server.openapi;

import java.util.List;
import java.util.Locale;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;

/** What one caller may do and see; a document speaks of nothing else. */
public interface Scope {

    /** The language of the document. */
    Locale language();

    /** Whether a route with this right could ever be granted. */
    boolean grants(Right right);

    /** The entities on which the right is granted, for rights on records. */
    List<Entity> entities(Right right);

    /** The entity's own fields that may be read. */
    List<Field> fields(Entity entity);
}
