package org.entente.engine.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.engine.access.Rights;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerCodec;
import org.entente.metadata.definition.ModelCompiler;
import org.entente.metadata.definition.ModelDescription;
import org.entente.metadata.definition.PlatformLayer;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** The models of tenants, compiled once a version. */
public final class Models implements ModelSource {

    private static final int MOST_TENANTS = 1_000;

    private final ModelStore store;
    private final Packs packs;
    private final Cache<Long, Shaped> heads =
            Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

    public Models(ModelStore store, Packs packs) {
        this.store = store;
        this.packs = packs;
    }

    /**
     * A model, the tenant's own layer of it, and the layers below.
     *
     * @param pins the packs among the layers below, by name, each with the digest of its version
     */
    public record Shaped(Model model, Layer own, List<Layer> lower, Map<String, String> pins) {}

    /** The layers below a tenant's, with the digest of each. */
    public record Lower(List<Layer> layers, Map<String, String> pins) {}

    @Override
    public Model of(Tenant tenant) {
        return shaped(tenant).model();
    }

    @Override
    public Model refresh(Tenant tenant, long head) {
        if (shaped(tenant).model().version() < head) {
            heads.invalidate(tenant.number());
        }
        return of(tenant);
    }

    /** The model for a caller: what it may not read is not there. */
    public Map<String, Object> describe(Caller caller) {
        var model = current(caller);
        var description = ModelDescription.describe(model, Rights.of(caller, model)::readable);
        store.unready(caller.tenant(), model)
                .forEach((path, readiness) -> note(description, path, readiness));
        return description;
    }

    /** Says at a field or an entity, if the caller sees it, that it is not ready. */
    private static void note(Map<?, ?> description, String path, Readiness readiness) {
        Object at = description;
        for (var step : path.split("/", -1)) {
            at = at instanceof Map<?, ?> inner ? inner.get(step) : null;
        }
        if (at instanceof Map<?, ?> found) {
            @SuppressWarnings("unchecked")
            var open = (Map<String, Object>) found;
            open.putAll(readiness.described(false));
        }
    }

    /** One entity for a caller; NOT_FOUND when it may not read it. */
    public Outcome<Map<String, Object>> describe(Caller caller, String entity) {
        var model = current(caller);
        var rights = Rights.of(caller, model);
        return rights.entity(entity, Operation.READ)
                .map(found -> ModelDescription.describe(model, found, rights::readable));
    }

    /** The head from the store: whoever asks for the model wants it as it is now. */
    private Model current(Caller caller) {
        return refresh(caller.tenant(), store.head(caller.tenant()).version());
    }

    /** The head as this node knows it, with what it was made of. */
    public Shaped shaped(Tenant tenant) {
        return heads.get(tenant.number(), number -> load(tenant));
    }

    private Shaped load(Tenant tenant) {
        var head = store.head(tenant);
        var shaped =
                LayerCodec.decode(head.layer())
                        .then(own -> shape(head.version(), own, head.packs()));
        return switch (shaped) {
            case Outcome.Done<Shaped>(var done) -> done;
            case Outcome.Refused<Shaped>(var problems) ->
                    throw new EntenteException(
                            Problem.of(
                                    ProblemCode.INTERNAL,
                                    "model",
                                    Map.of("problems", problems.toString())));
        };
    }

    /** The model that a tenant's own layer would make on these versions of packs. */
    public Outcome<Shaped> shape(long version, Layer own, Map<String, String> pins) {
        return lower(own, pins).then(lower -> shape(version, own, lower));
    }

    /** The model that a layer would make on top of others. */
    public static Outcome<Shaped> shape(long version, Layer own, Lower lower) {
        var layers = new ArrayList<>(lower.layers());
        layers.add(own);
        var compiled = ModelCompiler.compile(version, layers);
        return compiled.model().isPresent() && compiled.problems().isEmpty()
                ? Outcome.done(
                        new Shaped(compiled.model().get(), own, lower.layers(), lower.pins()))
                : Outcome.refused(compiled.problems());
    }

    /**
     * The layers below a tenant's: the platform's, and those of the packs that it names. A pack
     * that is not pinned is taken in its newest version.
     */
    public Outcome<Lower> lower(Layer own, Map<String, String> pins) {
        var layers = new ArrayList<Layer>();
        var taken = new TreeMap<String, String>();
        var problems = new ArrayList<Problem>();
        var names = new ArrayList<>(own.packs());
        names.addFirst(PlatformLayer.layer().source());
        for (var name : names) {
            pack(name, pins)
                    .ifPresentOrElse(
                            pack -> {
                                layers.add(pack.layer());
                                taken.put(name, pack.digest());
                            },
                            () -> problems.add(unknown(name)));
        }
        return problems.isEmpty()
                ? Outcome.done(new Lower(layers, taken))
                : Outcome.refused(problems);
    }

    private Optional<Pack> pack(String name, Map<String, String> pins) {
        var digest = pins.get(name);
        return digest == null ? packs.newest(name) : packs.kept(name, digest);
    }

    private static Problem unknown(String name) {
        return Problem.of(ProblemCode.UNKNOWN_PACK, "tenant/packs", Map.of("name", name));
    }

    /** Notes a head that this node has just published. */
    public void published(Tenant tenant, Shaped shaped) {
        heads.put(tenant.number(), shaped);
    }
}
