package org.entente.metadata.definition;

import java.util.List;
import org.entente.metadata.model.Rank;
import org.entente.spi.Problem;

/** Reads the YAML files of one source. */
@SuppressWarnings("DoNotCallSuggester")
public final class LayerReader {

    private LayerReader() {}

    /**
     * What was read.
     *
     * @param layer all that could be read; what is unfit is left out or marked, so that no model
     *     comes of it
     * @param problems at {@code model/contract.yaml:12}; of broken YAML {@code …:12:5}
     */
    public record Read(Layer layer, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads definitions; the kind of each is told by its first keyword ({@code entity}, {@code
     * trait}, {@code role}, {@code check}, {@code tenant}, {@code pack}), not by its folder. A
     * tenant's {@code users.yaml}, all below {@code data/} and whatever is not YAML are no
     * definitions and are passed over.
     */
    public static Read read(Rank rank, String source, List<SourceFile> files) {
        throw new UnsupportedOperationException();
    }
}
