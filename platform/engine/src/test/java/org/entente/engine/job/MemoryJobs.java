package org.entente.engine.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.entente.engine.fake.House;
import org.entente.spi.Caller;
import org.entente.spi.Tenant;

/** Jobs and their files in memory. */
final class MemoryJobs implements JobStore, JobFiles {

    private final Map<Long, Map<UUID, Job>> tenants = new HashMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

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
                this, this, house.store, (problem, language) -> problem.code().text(), house.clock);
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

    @Override
    public void remove(Tenant tenant, UUID id) {
        files.keySet().removeIf(key -> key.startsWith(id + "/"));
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

    @Override
    public long write(Name name, InputStream content, long most) {
        try {
            var bytes = content.readAllBytes();
            if (bytes.length > most) {
                return -1;
            }
            files.put(key(name), bytes);
            return bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Name name) {
        return name.job() + "/" + name.file();
    }

    @Override
    public long append(Name name, long length, byte[] content) {
        var old = files.getOrDefault(key(name), new byte[0]);
        var all = Arrays.copyOf(old, Math.toIntExact(length) + content.length);
        System.arraycopy(content, 0, all, Math.toIntExact(length), content.length);
        files.put(key(name), all);
        return all.length;
    }

    @Override
    public InputStream read(Name name, long length) {
        var bytes = files.getOrDefault(key(name), new byte[0]);
        return new ByteArrayInputStream(bytes, 0, (int) Math.min(length, bytes.length));
    }

    @Override
    public List<String> names(Tenant tenant, UUID job) {
        return files.keySet().stream()
                .filter(key -> key.startsWith(job + "/"))
                .map(key -> key.substring(job.toString().length() + 1))
                .toList();
    }
}
