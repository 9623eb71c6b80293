package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands.Manner;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.RecordFiles;
import org.entente.engine.record.RecordFiles.Place;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.ProblemCode;
import org.entente.spi.StoredFile;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.entente.store.records.PostgresFileUses;
import org.entente.store.records.PostgresJobChanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files of records, in the database and beside it. */
class FilesTest {

    private static final Cell CELL = Cell.fresh();
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private static int tenants;

    private final RealHouse house = new RealHouse(CELL);
    private final Caller admin = admin(house);
    private final RecordFiles files =
            new RecordFiles(house.models, house.queries, house.commands, RealHouse.contents());
    private final PostgresFileUses uses = new PostgresFileUses(CELL.databases());

    private static Caller admin(RealHouse house) {
        tenants++;
        return house.administrator(done(house.begin("files-" + tenants)).tenant());
    }

    private RecordView deed() {
        house.define(
                admin,
                """
                entity: deed
                fields:
                  title: {type: text}
                  paper: {type: file}
                  shown: {type: formula, as: text, formula: 'paper.name + " " + text(paper.size)'}
                """);
        return done(house.create(admin, "deed", Map.of("title", "Deed")));
    }

    private RecordView put(UUID id, String text) {
        var place = new Place("deed", id, "paper");
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var received = done(files.receive(admin, place, text + ".txt", bytes))) {
            return done(files.put(admin, place, new IfMatch.Any(), received, Ending.COMMIT))
                    .record();
        }
    }

    private StoredFile file(UUID id) {
        return done(files.get(admin, new Place("deed", id, "paper")));
    }

    private String text(StoredFile file) throws IOException {
        try (var in = files.open(admin, file, 0, file.size())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Set<UUID> used(Instant since, StoredFile... asked) {
        return uses.used(
                admin.tenant(), List.of(asked).stream().map(StoredFile::id).toList(), since);
    }

    private void sweep(Duration later) {
        var clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        var leftovers = RealHouse.leftovers(CELL, clock);
        leftovers
                .folders(admin.tenant())
                .forEach(folder -> leftovers.remove(admin.tenant(), folder));
    }

    private void clear(UUID id) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("paper", null);
        done(
                house.commands.update(
                        admin,
                        "deed",
                        new Target(id, new IfMatch.Any()),
                        Map.of("values", values),
                        Ending.COMMIT));
    }

    @Test
    void keepsWhatIsSaidOfThem() throws IOException {
        var id = deed().id();
        var view = put(id, "one");
        assertEquals("one.txt 3", view.values().get("shown"));
        var file = file(id);
        assertEquals("one.txt", file.name());
        assertEquals("text/plain", file.type());
        assertEquals("one", text(file));
        var found =
                Map.<String, Object>of(
                        "filter", "paper.size == 3 && paper.name.startsWith(\"one\")");
        assertEquals(1, done(house.page(admin, "deed", found)).data().size());
    }

    @Test
    void areNotReachedByNamingWhatOthersHave() {
        var id = deed().id();
        put(id, "one");
        var told = done(house.queries.get(admin, "deed", id, Optional.empty()));
        var stolen =
                Map.<String, @Nullable Object>of(
                        "paper", Objects.requireNonNull(told.values().get("paper")));
        assertEquals(ProblemCode.READ_ONLY, problem(house.create(admin, "deed", stolen)).code());
    }

    @Test
    void areLetGoOfWhenTheRecordRefuses() {
        var id = deed().id();
        var place = new Place("deed", id, "paper");
        var bytes = new ByteArrayInputStream(new byte[] {'a'});
        StoredFile file;
        try (var received = done(files.receive(admin, place, "a.txt", bytes))) {
            file = received.file();
            var stale = new IfMatch.Exactly(9);
            assertEquals(
                    ProblemCode.STALE,
                    problem(files.put(admin, place, stale, received, Ending.COMMIT)).code());
        }
        var gone = assertThrows(EntenteException.class, () -> files.open(admin, file, 0, 1));
        assertEquals(ProblemCode.UNAVAILABLE, gone.problem().code());
    }

    @Test
    void comeBackWhenAJobIsUndone() throws IOException {
        var id = deed().id();
        put(id, "one");
        var job = UUID.randomUUID();
        var cleared = new HashMap<String, @Nullable Object>();
        cleared.put("paper", null);
        perform(job, new RecordOperation.Update(id, new IfMatch.Any(), cleared));
        assertEquals(
                ProblemCode.NOT_FOUND,
                problem(files.get(admin, new Place("deed", id, "paper"))).code());

        var model = house.models.of(admin.tenant());
        var told = new PostgresJobChanges(CELL.databases(), Limits.usual());
        var changes = told.before(admin.tenant(), model, job, 0, 10);
        perform(
                UUID.randomUUID(),
                new RecordOperation.Revert(changes.getFirst().change().orElseThrow()));
        assertEquals("one", text(file(id)));
    }

    private void perform(UUID job, RecordOperation operation) {
        var manner = new Manner(false, Ending.COMMIT, Optional.of(job));
        var results =
                house.commands.portion(
                        admin, "deed", List.of(operation), manner, (transaction, all) -> {});
        done(done(results).getFirst());
    }

    @Test
    void areKeptAsLongAsSomebodySpeaksOfThem() throws IOException {
        var id = deed().id();
        put(id, "one");
        var one = file(id);
        put(id, "two");
        var two = file(id);
        assertEquals(Set.of(one.id(), two.id()), used(LONG_AGO, one, two));
        assertEquals(Set.of(two.id()), used(Instant.now(), one, two));

        done(
                house.commands.delete(
                        admin, "deed", new Target(id, new IfMatch.Any()), Ending.COMMIT));
        assertEquals(Set.of(two.id()), used(Instant.now(), one, two));
        sweep(Duration.ofDays(100));
        assertEquals("two", text(two));
        assertThrows(EntenteException.class, () -> files.open(admin, one, 0, 1));
    }

    @Test
    void areKeptForAFieldThatWasDropped() throws IOException {
        var id = deed().id();
        put(id, "one");
        var one = file(id);
        house.define(admin, "entity: deed\nfields: {title: {type: text}}\n");
        assertEquals(Set.of(one.id()), used(Instant.now(), one));
        sweep(Duration.ofDays(100));
        assertEquals("one", text(one));
    }

    @Test
    void goWithTheLastWhoSpeaksOfThem() {
        var id = deed().id();
        put(id, "one");
        var one = file(id);
        clear(id);
        assertEquals(Set.of(), used(Instant.now(), one));
        sweep(Duration.ofDays(100));
        assertThrows(EntenteException.class, () -> files.open(admin, one, 0, 1));
    }

    @Test
    void ofOneTenantAreNothingToAnother() {
        var id = deed().id();
        put(id, "one");
        var one = file(id);
        var other = admin(house);
        assertEquals(Set.of(), uses.used(other.tenant(), List.of(one.id()), LONG_AGO));
        assertThrows(EntenteException.class, () -> files.open(other, one, 0, 1));
    }
}
