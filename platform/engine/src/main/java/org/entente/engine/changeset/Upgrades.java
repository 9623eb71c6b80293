package org.entente.engine.changeset;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.access.Rights;
import org.entente.engine.access.SystemUser;
import org.entente.engine.changeset.Drafts.Draft;
import org.entente.engine.changeset.Publication.Signature;
import org.entente.engine.model.Models;
import org.entente.engine.model.Models.Shaped;
import org.entente.engine.model.Packs;
import org.entente.metadata.definition.ModelDifference;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/**
 * Brings tenants to newer versions of their packs, each by itself: what one tenant refuses leaves
 * it on the version that it had, working, and no other tenant notices.
 */
public final class Upgrades {

    private final Models models;
    private final Packs packs;
    private final Publication publication;
    private final Clock clock;

    public Upgrades(Models models, Packs packs, Publication publication, Clock clock) {
        this.models = models;
        this.packs = packs;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * One pack of a tenant.
     *
     * @param version what it stands on; empty for a version that says none
     * @param newest what it could stand on
     * @param current whether these are the same
     */
    public record Standing(String pack, String version, String newest, boolean current) {}

    /**
     * Where a tenant stands.
     *
     * @param problems what keeps it from the newest versions; empty when nothing does
     */
    public record Standings(List<Standing> packs, List<Problem> problems) {}

    /** The version of the model that came of newer packs; empty when it has the newest. */
    public Outcome<Optional<Long>> upgrade(Tenant tenant) {
        var before = publication.latest(tenant);
        return next(before)
                .then(next ->
                        next.isEmpty()
                                ? Outcome.done(Optional.empty())
                                : publish(tenant, before, next.get()).map(Optional::of));
    }

    /** The same, asked for by somebody who shapes the model. */
    public Outcome<Optional<Long>> upgrade(Caller caller) {
        return allowed(caller).then(rights -> upgrade(caller.tenant()));
    }

    /** Where the tenant stands, and what an upgrade would meet. */
    public Outcome<Standings> standings(Caller caller) {
        return allowed(caller)
                .map(rights -> {
                    var before = publication.latest(caller.tenant());
                    return new Standings(
                            before.pins().entrySet().stream().map(this::standing).toList(),
                            problems(before));
                });
    }

    private Outcome<Rights> allowed(Caller caller) {
        return Rights.of(caller, models.of(caller.tenant())).onTenant(Operation.MODEL);
    }

    private Standing standing(Map.Entry<String, String> pin) {
        var now = packs.kept(pin.getKey(), pin.getValue());
        var newest = packs.newest(pin.getKey());
        return new Standing(
                pin.getKey(),
                now.map(pack -> pack.version()).orElse(""),
                newest.map(pack -> pack.version()).orElse(""),
                newest.filter(pack -> !pack.digest().equals(pin.getValue())).isEmpty());
    }

    private List<Problem> problems(Shaped before) {
        var feasible =
                next(before)
                        .then(next ->
                                next.isEmpty()
                                        ? Outcome.done(before)
                                        : feasible(before, next.get()));
        return feasible instanceof Outcome.Refused<Shaped>(var problems) ? problems : List.of();
    }

    /** The model on the newest packs; empty when it stands on them. */
    private Outcome<Optional<Shaped>> next(Shaped before) {
        return models.lower(before.own(), Map.of())
                .then(newest ->
                        newest.pins().equals(before.pins())
                                ? Outcome.done(Optional.empty())
                                : Models.shape(before.model().version() + 1, before.own(), newest)
                                        .map(Optional::of));
    }

    private static Outcome<Shaped> feasible(Shaped before, Shaped next) {
        var problems = ModelDifference.between(before.model(), next.model()).problems();
        return problems.isEmpty() ? Outcome.done(next) : Outcome.refused(problems);
    }

    private Outcome<Long> publish(Tenant tenant, Shaped before, Shaped next) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var signature = new Signature(title(before, next), SystemUser.ID, now);
        return feasible(before, next)
                .then(shaped ->
                        publication.publish(
                                tenant, Draft.of(before, shaped, Set.of()), signature, _ -> {}));
    }

    /** Such as {@code platform, xrm 1.1.0}. */
    private String title(Shaped before, Shaped next) {
        var moved = new ArrayList<String>();
        next.pins()
                .forEach((name, digest) -> {
                    if (!digest.equals(before.pins().get(name))) {
                        var version = packs.kept(name, digest).map(p -> p.version()).orElse("");
                        moved.add((name + " " + version).strip());
                    }
                });
        return String.join(", ", moved);
    }
}
