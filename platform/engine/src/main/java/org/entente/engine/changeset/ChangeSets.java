package org.entente.engine.changeset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.access.Rights;
import org.entente.engine.changeset.Publication.Signature;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.TenantTransactions;
import org.entente.engine.request.Arguments;
import org.entente.metadata.definition.Edit;
import org.entente.metadata.definition.EditReader;
import org.entente.metadata.definition.Effect;
import org.entente.metadata.definition.KeyAdoption;
import org.entente.metadata.definition.KeyWriter;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.definition.LayerEditor;
import org.entente.metadata.definition.LayerReader;
import org.entente.metadata.definition.ModelDifference;
import org.entente.metadata.definition.SourceFile;
import org.entente.metadata.model.Rank;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Use cases: a change of the model is written down, planned, applied. */
public final class ChangeSets {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Models models;
    private final ModelStore store;
    private final RecordQueries queries;
    private final Publication publication;
    private final SecureRandom random = new SecureRandom();

    public ChangeSets(
            Models models,
            ModelStore store,
            TenantTransactions transactions,
            RecordQueries queries) {
        this.models = models;
        this.store = store;
        this.queries = queries;
        this.publication = new Publication(models, store, transactions);
    }

    /** Writes a change set down from {@code {title, base_version, edits}}, problems and all. */
    public Outcome<ChangeSet> create(Caller caller, @Nullable Object json) {
        var arguments = Arguments.of(json, "").only("title", "base_version", "edits");
        var title = arguments.text("title").orElse("");
        var base = arguments.integer("base_version");
        var edits = arguments.list("edits");
        if (!arguments.has("edits")) {
            arguments.problem(ProblemCode.REQUIRED, "/edits", Map.of("name", "edits"));
        }
        return arguments
                .outcome(() -> JSON.writeValueAsString(edits))
                .then(content -> save(caller, title, base, Kind.EDITS, content));
    }

    /** Writes a change set down that replaces the tenant's own layer by these files. */
    public Outcome<ChangeSet> createFromFiles(
            Caller caller, String title, Map<String, String> files) {
        return save(caller, title, Optional.empty(), Kind.FILES, JSON.writeValueAsString(files));
    }

    /** What applying it would do. */
    public Outcome<Plan> plan(Caller caller, UUID id) {
        return found(caller, id).map(changeSet -> plan(caller.tenant(), changeSet));
    }

    /**
     * Publishes it. Problems: those of the plan; MODEL_MOVED when the model is no longer the one
     * that it was made for. Applying it again answers the version that it became.
     */
    public Outcome<Long> apply(Caller caller, UUID id) {
        return found(caller, id)
                .then(changeSet ->
                        changeSet.appliedAs().isPresent()
                                ? Outcome.done(changeSet.appliedAs().get())
                                : publish(caller, changeSet));
    }

    /** The tenant's layer as the change set would leave it, known keys kept, none made. */
    Outcome<Layer> draft(Caller caller, UUID id) {
        return found(caller, id)
                .then(changeSet -> {
                    var before = publication.latest(caller.tenant());
                    return content(before, changeSet)
                            .map(layer -> KeyAdoption.adopt(layer, before.own()));
                });
    }

    private Outcome<ChangeSet> save(
            Caller caller, String title, Optional<Long> base, Kind kind, String content) {
        return allowed(caller)
                .then(rights ->
                        publication.write(
                                caller.tenant(),
                                transaction -> {
                                    var head = transaction.models().head();
                                    var changeSet =
                                            new ChangeSet(
                                                    UuidCreator.getTimeOrderedEpoch(),
                                                    title,
                                                    base.orElse(head.version()),
                                                    kind,
                                                    content,
                                                    caller.user().id(),
                                                    caller.at(),
                                                    Optional.empty());
                                    transaction.models().save(changeSet);
                                    return Outcome.done(changeSet);
                                }));
    }

    private Outcome<Rights> allowed(Caller caller) {
        return Rights.of(caller, models.of(caller.tenant())).onTenant(Operation.MODEL);
    }

    private Outcome<ChangeSet> found(Caller caller, UUID id) {
        return allowed(caller)
                .then(rights ->
                        store.changeSet(caller.tenant(), id)
                                .map(Outcome::done)
                                .orElse(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND))));
    }

    private Plan plan(Tenant tenant, ChangeSet changeSet) {
        var before = publication.latest(tenant);
        return switch (next(before, changeSet)) {
            case Outcome.Refused<Shaped>(var problems) -> new Plan(problems, List.of(), List.of());
            case Outcome.Done<Shaped>(var next) -> plan(tenant, before, next);
        };
    }

    private Plan plan(Tenant tenant, Shaped before, Shaped next) {
        var difference = ModelDifference.between(before.model(), next.model());
        var effects =
                difference.effects().stream()
                        .map(effect -> new Plan.Measured(effect, rows(tenant, before, effect)))
                        .toList();
        return new Plan(difference.problems(), effects, List.of());
    }

    private long rows(Tenant tenant, Shaped before, Effect effect) {
        var path = effect.path().split("/", -1);
        return path.length > 1 && path[0].equals("entities")
                ? before.model()
                        .entity(path[1])
                        .map(entity -> queries.count(tenant, before.model(), entity))
                        .orElse(0L)
                : 0;
    }

    private Outcome<Shaped> next(Shaped before, ChangeSet changeSet) {
        var version = before.model().version();
        if (changeSet.baseVersion() != version) {
            return Publication.moved(changeSet.baseVersion(), version);
        }
        return content(before, changeSet)
                .then(layer ->
                        models.lower(layer, before.pins())
                                .then(lower -> shape(before, layer, lower)));
    }

    private Outcome<Shaped> shape(Shaped before, Layer layer, Models.Lower lower) {
        var known = KeyAdoption.adopt(layer, before.own());
        var keyed =
                KeyWriter.complete(known, lower.layers(), () -> KeyWriter.key(random.nextLong()));
        return Models.shape(before.model().version() + 1, keyed, lower);
    }

    private static Outcome<Layer> content(Shaped before, ChangeSet changeSet) {
        return switch (changeSet.kind()) {
            case EDITS -> edited(before, changeSet.content());
            case FILES -> read(before, changeSet.content());
        };
    }

    private static Outcome<Layer> edited(Shaped before, String content) {
        return EditReader.read(JSON.readValue(content, Object.class))
                .then((List<Edit> edits) -> LayerEditor.apply(before.own(), before.lower(), edits));
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

    private Outcome<Long> publish(Caller caller, ChangeSet changeSet) {
        var before = publication.latest(caller.tenant());
        return next(before, changeSet)
                .then(next -> feasible(before, next))
                .then(next -> publish(caller, changeSet, next));
    }

    private static Outcome<Shaped> feasible(Shaped before, Shaped next) {
        var problems = ModelDifference.between(before.model(), next.model()).problems();
        return problems.isEmpty() ? Outcome.done(next) : Outcome.refused(problems);
    }

    private Outcome<Long> publish(Caller caller, ChangeSet changeSet, Shaped next) {
        var signature = new Signature(changeSet.title(), caller.user().id(), caller.at());
        return publication.publish(
                caller.tenant(),
                next,
                signature,
                transaction ->
                        transaction.models().save(changeSet.applied(next.model().version())));
    }
}
