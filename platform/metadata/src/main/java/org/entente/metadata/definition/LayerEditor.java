package org.entente.metadata.definition;

import java.util.List;
import org.entente.spi.Outcome;

/** Applies the edits of a change set to a tenant's layer. */
@SuppressWarnings("DoNotCallSuggester")
public final class LayerEditor {

    private LayerEditor() {}

    /**
     * The tenant's layer after all edits, in order; or every problem, at {@code /edits/3/path} or
     * {@code /edits/3/value/…}. Whether the outcome makes a model is for {@link ModelCompiler} to
     * say; places in the new layer point at the edits too.
     *
     * @param lower the layers below the tenant's, whose definitions may be added to
     */
    public static Outcome<Layer> apply(Layer tenant, List<Layer> lower, List<Edit> edits) {
        throw new UnsupportedOperationException();
    }
}
