package org.entente.engine.changeset;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.metadata.definition.DataTouch.Reshaped;
import org.entente.metadata.definition.Edit;
import org.entente.metadata.definition.EditReader;
import org.entente.metadata.definition.KeyAdoption;
import org.entente.metadata.definition.KeyWriter;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerCodec;
import org.entente.metadata.definition.LayerEditor;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.ModelDifference;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Works out which model a change set would make. */
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Models models;
    private final Publication publication;
    private final SecureRandom random = new SecureRandom();

    Drafts(Models models, Publication publication) {
        this.models = models;
        this.publication = publication;
    }

    /**
     * A model and the one that comes next.
     *
     * @param emptying paths below which values that do not fit become empty
     */
    record Draft(Shaped before, Shaped next, ModelDifference difference, Set<String> emptying) {

        static Draft of(Shaped before, Shaped next, Set<String> emptying) {
            var difference = ModelDifference.between(before.model(), next.model());
            return new Draft(before, next, difference, emptying);
        }

        /**
         * Whether values that do not fit may become empty: never those that stay in their place.
         */
        boolean empties(Reshaped reshaped) {
            var path = reshaped.path();
            return !reshaped.staysInPlace()
                    && emptying.stream()
                            .anyMatch(to -> path.equals(to) || path.startsWith(to + "/"));
        }
    }

    /**
     * What a change set makes of the head. Problems: MODEL_MOVED when that is another by now; those
     * of reading, merging and compiling.
     */
    Outcome<Draft> draft(Tenant tenant, ChangeSet changeSet) {
        var before = publication.latest(tenant);
        var version = before.model().version();
        if (changeSet.baseVersion() != version) {
            return Publication.moved(changeSet.baseVersion(), version);
        }
        return content(before, changeSet)
                .then(layer ->
                        models.lower(layer, before.pins())
                                .then(lower -> shape(before, layer, lower)))
                .map(next -> Draft.of(before, next, emptying(changeSet)));
    }

    private Outcome<Shaped> shape(Shaped before, Layer layer, Models.Lower lower) {
        var known = KeyAdoption.adopt(layer, before.own());
        var keyed =
                KeyWriter.complete(known, lower.layers(), () -> KeyWriter.key(random.nextLong()));
        return Models.shape(before.model().version() + 1, keyed, lower);
    }

    /** The tenant's layer as a change set would leave it, known keys kept, none made. */
    static Outcome<Layer> content(Shaped before, ChangeSet changeSet) {
        return switch (changeSet.kind()) {
            case EDITS ->
                    edits(changeSet)
                            .then(edits -> LayerEditor.apply(before.own(), before.lower(), edits));
            case FILES -> read(before, changeSet.content());
            case LAYER -> LayerCodec.decode(changeSet.content());
        };
    }

    private static Outcome<List<Edit>> edits(ChangeSet changeSet) {
        return EditReader.read(JSON.readValue(changeSet.content(), Object.class));
    }

    private static Set<String> emptying(ChangeSet changeSet) {
        return changeSet.kind() == Kind.EDITS
                        && edits(changeSet) instanceof Outcome.Done<List<Edit>>(var edits)
                ? edits.stream()
                        .filter(edit -> edit instanceof Edit.Put put && put.emptying())
                        .map(Edit::path)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Outcome<Layer> read(Shaped before, String content) {
        var files =
                JSON
                        .readValue(content, new TypeReference<Map<String, String>>() {})
                        .entrySet()
                        .stream()
                        .map(file -> new SourceFile(file.getKey(), file.getValue()))
                        .toList();
        var read = LayerReader.read(Rank.TENANT, before.own().source(), files);
        if (!read.layer().root().entries().containsKey("tenant")) {
            return Outcome.refused(Problem.of(ProblemCode.MISSING, "tenant.yaml"));
        }
        return read.problems().isEmpty()
                ? Outcome.done(read.layer())
                : Outcome.refused(read.problems());
    }
}
