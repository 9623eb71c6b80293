package org.entente.engine.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.entente.engine.fake.House;
import org.entente.engine.fake.MemoryFiles;
import org.entente.engine.file.Contents;
import org.entente.engine.file.Leftovers;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** Jobs in memory. */
final class MemoryJobs implements JobStore {

    private final Map<Long, Map<UUID, Job>> tenants = new HashMap<>();
    private final MemoryFiles files = new MemoryFiles();

    /** Works at jobs until none is running, as whoever the member is. */
    static void work(Jobs jobs, Tenant tenant, Supplier<Optional<Caller>> member) {
        var again = jobs.work(tenant, Lane.WORK, (in, user, language) -> member.get());
        while (again.isPresent()) {
            again = jobs.work(tenant, Lane.WORK, (in, user, language) -> member.get());
        }
    }

    private Map<UUID, Job> of(Tenant tenant) {
        return tenants.computeIfAbsent(tenant.number(), number -> new HashMap<>());
    }

    /** What jobs of a house work with. */
    JobDesk desk(House house) {
        return desk(house, ports(house));
    }

    static JobDesk desk(House house, JobPorts ports) {
        return new JobDesk(house.models, house.queries, house.commands, ports);
    }

    JobPorts ports(House house) {
        return new JobPorts(
                this,
                new JobFiles(files),
                house.store,
                (problem, language) -> problem.code().text(),
                house.clock);
    }

    @Override
    public void save(Tenant tenant, Job job) {
        of(tenant).put(job.id(), job);
    }

    @Override
    public List<Job> list(Tenant tenant, Wanted wanted) {
        return of(tenant).values().stream()
                .filter(job -> wanted.by().map(job.by()::equals).orElse(true))
                .filter(job -> wanted.state().map(job.state()::equals).orElse(true))
                .filter(job ->
                        wanted.kinds().isEmpty()
                                || wanted.kinds().contains(Definition.of(job).kind()))
                .filter(job ->
                        wanted.before()
                                .map(id -> job.id().toString().compareTo(id.toString()) < 0)
                                .orElse(true))
                .sorted(Comparator.comparing((Job job) -> job.id().toString()).reversed())
                .limit(wanted.most())
                .toList();
    }

    @Override
    public List<Job> resting(Tenant tenant, Instant since, int most) {
        return of(tenant).values().stream()
                .filter(job -> !job.state().isWanted() && job.touchedAt().isBefore(since))
                .filter(job -> !Definition.of(job).isSwept())
                .limit(most)
                .toList();
    }

    @Override
    public void forget(Tenant tenant, UUID id) {
        of(tenant).remove(id);
    }

    /** There are no contents. */
    static Leftovers leftovers(Clock clock) {
        return new Leftovers(
                new Contents(new MemoryFiles()), (tenant, ids, since) -> Set.of(), clock);
    }

    /** Names of a job's files. */
    List<String> names(Tenant tenant, UUID job) {
        return new JobFiles(files).names(tenant, job);
    }

    @Override
    public Optional<Job> find(Tenant tenant, UUID id) {
        return Optional.ofNullable(of(tenant).get(id));
    }

    @Override
    public Optional<Job> change(Tenant tenant, UUID id, UnaryOperator<Job> change) {
        return Optional.ofNullable(
                of(tenant).computeIfPresent(id, (key, job) -> change.apply(job)));
    }
}
