package org.entente.engine.changeset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.entente.engine.access.Rights;
import org.entente.engine.changeset.Publication.Signature;
import org.entente.engine.check.Checks;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Readiness;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.request.Arguments;
import org.entente.metadata.definition.KeyAdoption;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Use cases: a change of the model is written down, planned, applied. */
public final class ChangeSets {

    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Models models;
    private final ModelStore store;
    private final Drafts drafts;
    private final Measuring measuring;
    private final Publication publication;
    private final Consumer<Tenant> afterwards;

    /**
     * @param afterwards lets {@link Contraction} run for a tenant soon, on a thread of its own
     */
    public ChangeSets(
            Models models,
            ModelStore store,
            Publication publication,
            Counting counting,
            Consumer<Tenant> afterwards) {
        this.models = models;
        this.store = store;
        this.publication = publication;
        this.afterwards = afterwards;
        drafts = new Drafts(models, publication);
        measuring = new Measuring(counting.queries(), counting.data());
    }

    /** What counts records and values. */
    public record Counting(RecordQueries queries, LiveData data) {}

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
        return found(caller, id).map(changeSet -> plan(caller, changeSet));
    }

    private Plan plan(Caller caller, ChangeSet changeSet) {
        return switch (drafts.draft(caller.tenant(), changeSet)) {
            case Outcome.Refused<Drafts.Draft>(var problems) ->
                    new Plan(problems, List.of(), List.of());
            case Outcome.Done<Drafts.Draft>(var draft) ->
                    measuring
                            .plan(caller.tenant(), draft)
                            .with(Checks.problems(caller.tenant(), draft.next(), caller.at()));
        };
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

    private Outcome<Long> publish(Caller caller, ChangeSet changeSet) {
        return drafts.draft(caller.tenant(), changeSet)
                .then(draft -> publish(caller, changeSet, draft))
                .map(version -> {
                    afterwards.accept(caller.tenant());
                    return version;
                });
    }

    private Outcome<Long> publish(Caller caller, ChangeSet changeSet, Drafts.Draft draft) {
        var signature = new Signature(changeSet.title(), caller.user().id(), caller.at());
        var version = draft.next().model().version();
        return publication.publish(
                caller.tenant(),
                draft,
                signature,
                transaction -> transaction.models().save(changeSet.applied(version)));
    }

    /** Which version something would become; its problems when it cannot. */
    Outcome<Long> rehearse(Caller caller, Kind kind, String content) {
        var version = publication.latest(caller.tenant()).model().version();
        var plan = plan(caller, changeSet(caller, "", version, kind, content));
        return plan.problems().isEmpty()
                ? Outcome.done(version + 1)
                : Outcome.refused(plan.problems());
    }

    /** What of the model is not ready yet, or has failed, by path. */
    public Map<String, Readiness> unready(Caller caller) {
        var tenant = caller.tenant();
        return store.unready(tenant, publication.latest(tenant).model());
    }

    /** Lets what has failed be tried again. */
    public Outcome<ChangeSet> retry(Caller caller, UUID id) {
        return found(caller, id)
                .map(changeSet -> {
                    store.retry(caller.tenant());
                    afterwards.accept(caller.tenant());
                    return changeSet;
                });
    }

    /** The change sets of the tenant, the newest first. */
    public Outcome<List<ChangeSet>> all(Caller caller) {
        return allowed(caller).map(rights -> store.changeSets(caller.tenant(), MOST));
    }

    /** One change set. */
    public Outcome<ChangeSet> get(Caller caller, UUID id) {
        return found(caller, id);
    }

    /** The tenant's layer as the change set would leave it, known keys kept, none made. */
    Outcome<Layer> draft(Caller caller, UUID id) {
        return found(caller, id)
                .then(changeSet -> {
                    var before = publication.latest(caller.tenant());
                    return Drafts.content(before, changeSet)
                            .map(layer -> KeyAdoption.adopt(layer, before.own()));
                });
    }

    Outcome<ChangeSet> save(
            Caller caller, String title, Optional<Long> base, Kind kind, String content) {
        return allowed(caller)
                .then(rights ->
                        publication.write(
                                caller.tenant(),
                                transaction -> {
                                    var head = transaction.models().head();
                                    var changeSet =
                                            changeSet(
                                                    caller,
                                                    title,
                                                    base.orElse(head.version()),
                                                    kind,
                                                    content);
                                    transaction.models().save(changeSet);
                                    return Outcome.done(changeSet);
                                }));
    }

    private static ChangeSet changeSet(
            Caller caller, String title, long base, Kind kind, String content) {
        return new ChangeSet(
                UuidCreator.getTimeOrderedEpoch(),
                title,
                base,
                kind,
                content,
                caller.user().id(),
                caller.at(),
                Optional.empty());
    }

    Outcome<Rights> allowed(Caller caller) {
        return Rights.of(caller, models.of(caller.tenant())).onTenant(Operation.MODEL);
    }

    private Outcome<ChangeSet> found(Caller caller, UUID id) {
        return allowed(caller)
                .then(rights ->
                        store.changeSet(caller.tenant(), id)
                                .map(Outcome::done)
                                .orElse(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND))));
    }
}
