package org.entente.engine.changeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.changeset.Drafts.Draft;
import org.entente.engine.changeset.LiveData.Count;
import org.entente.engine.changeset.Plan.Fate;
import org.entente.engine.changeset.Plan.Loss;
import org.entente.engine.changeset.Plan.Measured;
import org.entente.engine.query.RecordQueries;
import org.entente.metadata.definition.Affected;
import org.entente.metadata.definition.Check;
import org.entente.metadata.definition.DataTouch;
import org.entente.metadata.definition.Effect;
import org.entente.metadata.definition.Effect.Kind;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** Counts what a draft would do to data that is there. */
final class Measuring {

    private final RecordQueries queries;
    private final LiveData data;

    Measuring(RecordQueries queries, LiveData data) {
        this.queries = queries;
        this.data = data;
    }

    Plan plan(Tenant tenant, Draft draft) {
        var problems = new ArrayList<>(draft.difference().problems());
        var measured = new ArrayList<Measured>();
        for (var effect : draft.difference().effects()) {
            var losses = losses(tenant, draft, effect);
            losses.stream()
                    .filter(loss -> loss.fate() == Fate.REFUSED)
                    .map(loss -> refusal(effect, loss.count()))
                    .forEach(problems::add);
            measured.add(new Measured(effect, rows(tenant, draft, effect), losses));
        }
        var affected =
                Affected.by(
                        draft.before().model(),
                        draft.next().model(),
                        draft.difference().effects(),
                        Check.of(draft.next().own()));
        return new Plan(problems, measured, affected);
    }

    private List<Loss> losses(Tenant tenant, Draft draft, Effect effect) {
        return touch(draft, effect)
                .map(touch -> loss(tenant, draft, touch))
                .filter(loss -> loss.count().number() > 0 || !loss.count().exact())
                .stream()
                .toList();
    }

    private static Optional<DataTouch> touch(Draft draft, Effect effect) {
        return draft.difference().touches().stream()
                .filter(touch -> touch.path().equals(effect.path()) && kind(touch) == effect.kind())
                .findFirst();
    }

    private static Kind kind(DataTouch touch) {
        return switch (touch) {
            case DataTouch.EntityRemoved _ -> Kind.ENTITY_REMOVED;
            case DataTouch.FieldRemoved _ -> Kind.FIELD_REMOVED;
            case DataTouch.OptionRemoved _ -> Kind.OPTION_REMOVED;
            case DataTouch.Reshaped _ -> Kind.TYPE_CHANGED;
            case DataTouch.MadeRequired _ -> Kind.MADE_REQUIRED;
            case DataTouch.MadeUnique _ -> Kind.MADE_UNIQUE;
        };
    }

    private Loss loss(Tenant tenant, Draft draft, DataTouch touch) {
        var before = draft.before().model();
        return switch (touch) {
            case DataTouch.Reshaped reshaped ->
                    new Loss(
                            draft.empties(reshaped) ? Fate.EMPTIED : Fate.REFUSED,
                            data.unfit(tenant, before, Reshaping.conversion(draft, reshaped)));
            case DataTouch.OptionRemoved _ ->
                    new Loss(Fate.REFUSED, data.count(tenant, before, touch));
            case DataTouch.EntityRemoved _, DataTouch.FieldRemoved _ ->
                    new Loss(Fate.KEPT, data.count(tenant, before, touch));
            case DataTouch.MadeRequired _, DataTouch.MadeUnique _ ->
                    new Loss(Fate.STAYING, data.count(tenant, before, touch));
        };
    }

    /** What stands in the way: options that records hold, values that do not fit. */
    static Problem refusal(Effect effect, Count count) {
        var code =
                effect.kind() == Kind.OPTION_REMOVED
                        ? ProblemCode.OPTION_IN_USE
                        : ProblemCode.VALUES_UNFIT;
        var samples = count.samples().stream().map(LiveData.Sample::value).distinct().toList();
        return Problem.of(code, effect.path(), Map.of("count", count.number(), "samples", samples));
    }

    /** The options that records hold and that go; they cannot. */
    static List<Problem> optionsInUse(LiveData data, Tenant tenant, Draft draft) {
        var problems = new ArrayList<Problem>();
        for (var touch : draft.difference().touches()) {
            if (touch instanceof DataTouch.OptionRemoved) {
                var count = data.count(tenant, draft.before().model(), touch);
                if (count.number() > 0) {
                    problems.add(refusal(new Effect(Kind.OPTION_REMOVED, touch.path(), ""), count));
                }
            }
        }
        return problems;
    }

    private long rows(Tenant tenant, Draft draft, Effect effect) {
        var path = effect.path().split("/", -1);
        var model = draft.before().model();
        return path.length > 1 && path[0].equals("entities")
                ? model.entity(path[1])
                        .map(entity -> queries.count(tenant, model, entity))
                        .orElse(0L)
                : 0;
    }
}
