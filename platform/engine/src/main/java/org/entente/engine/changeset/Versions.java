package org.entente.engine.changeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.engine.changeset.ChangeSets.Applied;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.engine.model.StoredModel;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.definition.Effect;
import org.entente.metadata.definition.LayerCodec;
import org.entente.metadata.definition.ModelDifference;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Use cases: what a model was, and the way back. */
public final class Versions {

    private static final int MOST = 20;

    private final Models models;
    private final ModelStore store;
    private final ChangeSets changeSets;

    public Versions(Models models, ModelStore store, ChangeSets changeSets) {
        this.models = models;
        this.store = store;
        this.changeSets = changeSets;
    }

    /**
     * A published version.
     *
     * @param effects what it changed
     */
    public record Version(StoredModel model, List<Effect> effects) {
        public Version {
            effects = List.copyOf(effects);
        }
    }

    /** The last versions, the newest first. */
    public Outcome<List<Version>> all(Caller caller) {
        return changeSets
                .allowed(caller)
                .map(rights -> all(store.versions(caller.tenant(), Long.MAX_VALUE, MOST + 1)));
    }

    private List<Version> all(List<StoredModel> stored) {
        var shaped = stored.stream().map(this::shaped).toList();
        var versions = new ArrayList<Version>();
        for (var i = 0; i < Math.min(stored.size(), MOST); i++) {
            var before = i + 1 < stored.size() ? shaped.get(i + 1) : Optional.<Shaped>empty();
            versions.add(new Version(stored.get(i), effects(before, shaped.get(i))));
        }
        return versions;
    }

    private static List<Effect> effects(Optional<Shaped> before, Optional<Shaped> after) {
        return before.isPresent() && after.isPresent()
                ? ModelDifference.between(before.get().model(), after.get().model()).effects()
                : List.of();
    }

    /** A version whose packs are no longer what they were may make no model any more. */
    private Optional<Shaped> shaped(StoredModel stored) {
        return LayerCodec.decode(stored.layer())
                                .then(own -> models.shape(stored.version(), own, stored.packs()))
                        instanceof Outcome.Done<Shaped>(var shaped)
                ? Optional.of(shaped)
                : Optional.empty();
    }

    /**
     * Publishes again what a version was, as a new version; values that are kept come back with
     * their fields. Problems: NOT_FOUND, those of {@link ChangeSets#apply}.
     *
     * @return the new version, or the one that it would be, or the job that will publish it
     */
    public Outcome<Applied> rollBack(Caller caller, long version, Ending ending) {
        return changeSets
                .allowed(caller)
                .then(rights -> stored(caller, version))
                .then(stored ->
                        ending.commits()
                                ? back(caller, stored)
                                        .then(set -> changeSets.begin(caller, set.id()))
                                : changeSets
                                        .rehearse(caller, Kind.LAYER, stored.layer())
                                        .map(Applied.As::new));
    }

    private Outcome<StoredModel> stored(Caller caller, long version) {
        return store.versions(caller.tenant(), version, 1).stream()
                .filter(stored -> stored.version() == version)
                .findFirst()
                .map(Outcome::done)
                .orElse(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)));
    }

    private Outcome<ChangeSet> back(Caller caller, StoredModel stored) {
        var title = stored.title().isEmpty() ? "" : " · " + stored.title();
        return changeSets.save(
                caller,
                "↶ " + stored.version() + title,
                Optional.empty(),
                Kind.LAYER,
                stored.layer());
    }
}
