package org.entente.engine.changeset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.entente.engine.access.Rights;
import org.entente.engine.changeset.Publication.Signature;
import org.entente.engine.check.Checks;
import org.entente.engine.job.Chore.Course;
import org.entente.engine.job.Chore.Reached;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.ChangeSet.Kind;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.Readiness;
import org.entente.engine.model.Readiness.State;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.request.Arguments;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.definition.KeyAdoption;
import org.entente.metadata.definition.Layer;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Use cases: a change of the model is written down, planned, applied. */
public final class ChangeSets {

    private static final int MOST = 200;

    /** Some thousand values, well within a second. */
    private static final int STEPS_WAITED_FOR = 6;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Models models;
    private final ModelStore store;
    private final Drafts drafts;
    private final Measuring measuring;
    private final Publication publication;
    private final Later later;
    private final Counting counting;

    public ChangeSets(
            Models models,
            ModelStore store,
            Publication publication,
            Counting counting,
            Later later) {
        this.models = models;
        this.store = store;
        this.publication = publication;
        this.later = later;
        this.counting = counting;
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
     * Publishes it, whatever time its values need. Problems: those of the plan; MODEL_MOVED when
     * the model is no longer the one that it was made for. Applying it again answers the version
     * that it became.
     */
    public Outcome<Long> apply(Caller caller, UUID id) {
        return unlessApplied(
                caller,
                id,
                version -> version,
                changeSet ->
                        begun(caller, changeSet)
                                .then(begun ->
                                        begun.publishing()
                                                .toItsEnd(
                                                        signature(caller, changeSet),
                                                        begun.along(changeSet)))
                                .map(version -> followed(caller, version)));
    }

    /** What applying came to. */
    public sealed interface Applied {

        /** It is the model of this version. */
        record As(long version) implements Applied {}

        /** A job brings the values over, and publishes it then. */
        record By(UUID job) implements Applied {}
    }

    /** The same, by a job where there are too many values to be waited for. */
    public Outcome<Applied> begin(Caller caller, UUID id) {
        return unlessApplied(
                caller,
                id,
                Applied.As::new,
                changeSet ->
                        later.applying(caller.tenant()).stream()
                                .filter(one -> one.changeSet().equals(id))
                                .findFirst()
                                .map(one -> Outcome.<Applied>done(new Applied.By(one.job())))
                                .orElseGet(() ->
                                        begun(caller, changeSet)
                                                .then(begun -> soon(caller, changeSet, begun))));
    }

    private <T> Outcome<T> unlessApplied(
            Caller caller,
            UUID id,
            LongFunction<? extends T> known,
            Function<ChangeSet, Outcome<T>> work) {
        return found(caller, id)
                .then(changeSet ->
                        changeSet.appliedAs().isPresent()
                                ? Outcome.done(known.apply(changeSet.appliedAs().get()))
                                : work.apply(changeSet));
    }

    /** A change set on its way. */
    private record Begun(Drafts.Draft draft, Publishing publishing) {
        Consumer<TenantTransaction> along(ChangeSet changeSet) {
            var version = draft.next().model().version();
            return transaction -> transaction.models().save(changeSet.applied(version));
        }
    }

    private Outcome<Begun> begun(Caller caller, ChangeSet changeSet) {
        return drafts.draft(caller.tenant(), changeSet)
                .then(draft ->
                        publication
                                .begin(caller.tenant(), draft, caller.at())
                                .map(publishing -> new Begun(draft, publishing)));
    }

    private static Signature signature(Caller caller, ChangeSet changeSet) {
        return new Signature(changeSet.title(), caller.user().id(), caller.at());
    }

    private long followed(Caller caller, long version) {
        later.contract(caller.tenant());
        return version;
    }

    private Outcome<Applied> soon(Caller caller, ChangeSet changeSet, Begun begun) {
        for (var step = 0; step < STEPS_WAITED_FOR; step++) {
            switch (begun.publishing().step()) {
                case Outcome.Refused<Boolean>(var problems) -> {
                    return Outcome.refused(problems);
                }
                case Outcome.Done<Boolean>(var ready) -> {
                    if (ready) {
                        return finished(caller, changeSet, begun).map(Applied.As::new);
                    }
                }
            }
        }
        return Outcome.done(
                new Applied.By(later.apply(caller, changeSet, amount(caller, begun.draft()))));
    }

    private Outcome<Long> finished(Caller caller, ChangeSet changeSet, Begun begun) {
        return begun.publishing()
                .finish(signature(caller, changeSet), begun.along(changeSet))
                .map(version -> followed(caller, version));
    }

    private Later.Amount amount(Caller caller, Drafts.Draft draft) {
        var reshaped = Publishing.reshaped(draft);
        var model = draft.before().model();
        var total =
                reshaped.stream()
                        .mapToLong(one ->
                                counting.queries().count(caller.tenant(), model, one.entity()))
                        .sum();
        return new Later.Amount(reshaped.stream().map(DataTouch.Reshaped::path).toList(), total);
    }

    /** How a job goes on with a change set. */
    Outcome<Course> opened(Caller caller, UUID id) {
        return unlessApplied(
                caller,
                id,
                version -> asked -> Outcome.done(new Reached(0, 0, true)),
                changeSet ->
                        begun(caller, changeSet)
                                .map(begun ->
                                        course(
                                                changeSet,
                                                begun,
                                                amount(caller, begun.draft()).total())));
    }

    private Course course(ChangeSet changeSet, Begun begun, long total) {
        return caller ->
                allowed(caller)
                        .then(rights -> begun.publishing().step())
                        .then(ready -> {
                            var seen = begun.publishing().seen();
                            var reached = new Reached(seen, Math.max(total, seen), ready);
                            return ready
                                    ? finished(caller, changeSet, begun).map(version -> reached)
                                    : Outcome.done(reached);
                        });
    }

    /** The change sets that jobs are applying. */
    public List<Later.Applying> applying(Caller caller) {
        return later.applying(caller.tenant());
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

    /** How far the values of a change set have come that a job is applying, by path. */
    public static Map<String, Readiness> coming(Later.Applying applying) {
        var part =
                applying.amount().total() == 0
                        ? 0
                        : (double) applying.done() / applying.amount().total();
        var building = new Readiness(State.BUILDING, Optional.of(part), Map.of());
        var coming = new LinkedHashMap<String, Readiness>();
        applying.amount().paths().forEach(path -> coming.put(path, building));
        return coming;
    }

    /** Lets what has failed be tried again. */
    public Outcome<ChangeSet> retry(Caller caller, UUID id) {
        return found(caller, id)
                .map(changeSet -> {
                    store.retry(caller.tenant());
                    later.contract(caller.tenant());
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
