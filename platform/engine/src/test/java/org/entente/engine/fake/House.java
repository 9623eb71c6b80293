package org.entente.engine.fake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.access.SystemUser;
import org.entente.engine.changeset.ChangeSets;
import org.entente.engine.changeset.Later;
import org.entente.engine.changeset.Publication;
import org.entente.engine.changeset.Upgrades;
import org.entente.engine.model.ChangeSet;
import org.entente.engine.model.Models;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.Expressions;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordStories;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.tenancy.Callers;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.Tenants;
import org.entente.engine.tenancy.Users;
import org.entente.spi.Caller;
import org.entente.spi.Operator;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** All use cases on the ports in memory. */
public final class House {

    public static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");

    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final MemoryStore store;
    public final MemoryCatalog catalog;
    public final MemoryDirectory directory;
    public final NewestPacks packs = new NewestPacks(List.of());
    public final Models models;
    public final RecordQueries queries;
    public final RecordStories stories;
    public final RecordCommands commands;
    public final ChangeSets changeSets;
    public final Upgrades upgrades;
    public final Users users;
    public final Callers callers;
    public final Tenants tenants;
    public final Operator operator = new Operator("operator", NOW);

    public House() {
        this(new MemoryStore(), new MemoryCatalog(), new MemoryDirectory());
    }

    private House(MemoryStore store, MemoryCatalog catalog, MemoryDirectory directory) {
        this.store = store;
        this.catalog = catalog;
        this.directory = directory;
        var expressions = new Expressions();
        models = new Models(store, packs);
        queries = new RecordQueries(models, store, expressions, new CursorCodec(new byte[32]));
        stories =
                new RecordStories(models, store, store, expressions, new CursorCodec(new byte[32]));
        commands = new RecordCommands(models, store, queries, expressions);
        var publication = new Publication(models, store, store, store);
        changeSets =
                new ChangeSets(
                        models,
                        store,
                        publication,
                        new ChangeSets.Counting(queries, store),
                        new Nothing());
        upgrades = new Upgrades(models, packs, publication, clock);
        var membership = new Users.Membership(directory, catalog, person -> Optional.empty());
        users = new Users(models, queries, commands, membership);
        callers = new Callers(catalog, queries, users, clock);
        tenants = new Tenants(catalog, store, directory, models, users, clock);
    }

    /** No store in memory has anything to do later. */
    private static final class Nothing implements Later {
        @Override
        public void contract(Tenant tenant) {}

        @Override
        public UUID apply(Caller caller, ChangeSet changeSet, Amount amount) {
            throw new AssertionError("nothing in memory takes long");
        }

        @Override
        public List<Applying> applying(Tenant tenant) {
            return List.of();
        }
    }

    /** Another node: the same data, memories of its own. */
    public House otherNode() {
        return new House(store, catalog, directory);
    }

    /** A tenant with an administrator {@code admin@<name>.example}. */
    public Tenant tenant(String name) {
        var request =
                Map.of(
                        "name",
                        name,
                        "title",
                        name,
                        "admin",
                        Map.of("email", "admin@" + name + ".example"));
        return done(tenants.create(operator, request).map(TenantEntry::tenant));
    }

    /** The tenant's first administrator. */
    public Caller administrator(Tenant tenant) {
        var system = SystemUser.caller(tenant, NOW);
        var user = done(page(system, "user", "email == \"admin@" + tenant.name() + ".example\""));
        var subject = "subject-" + (directory.people() - 1);
        return callers.caller(subject, tenant.name(), Locale.FRENCH)
                .orElseThrow(() -> new AssertionError("no caller for " + user.data()));
    }

    /** Applies one definition: the value put at the path. */
    public long define(Caller caller, String path, Map<String, Object> value) {
        var edit = Map.of("op", "put", "path", path, "value", value);
        var changeSet =
                done(changeSets.create(caller, Map.of("title", path, "edits", List.of(edit))));
        return done(changeSets.apply(caller, changeSet.id()));
    }

    /** Applies a folder of definitions; the tenant's own settings are added. */
    public long define(Caller caller, Map<String, String> files) {
        var all = new LinkedHashMap<>(files);
        all.put(
                "tenant.yaml",
                """
                tenant: %s
                title: Test
                languages: [fr, en]
                time_zone: Europe/Paris
                country: FR
                currency: EUR
                """
                        .formatted(caller.tenant().name()));
        var changeSet = done(changeSets.createFromFiles(caller, "files", all));
        return done(changeSets.apply(caller, changeSet.id()));
    }

    /** A change set of edits, written down. */
    public ChangeSet changeSet(Caller caller, Map<?, ?>... edits) {
        return done(changeSets.create(caller, Map.of("title", "test", "edits", List.of(edits))));
    }

    public Outcome<RecordView> create(
            Caller caller, String entity, Map<String, @Nullable Object> values) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("values", values);
        return commands.create(caller, entity, body, Ending.COMMIT)
                .map(RecordCommands.Saved::record);
    }

    public Outcome<RecordPage> page(Caller caller, String entity, String filter) {
        var request = PageRequest.fromJson(entity, Map.of("filter", filter));
        return request.then(asked -> queries.page(caller, asked));
    }

    /** The value of an outcome that must be done. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var problems) ->
                    throw new AssertionError("refused: " + problems);
        };
    }

    /** The only problem of an outcome that must be refused. */
    public static <T> Problem problem(Outcome<T> outcome) {
        var problems = problems(outcome);
        if (problems.size() != 1) {
            throw new AssertionError("one problem expected: " + problems);
        }
        return problems.getFirst();
    }

    /** The problems of an outcome that must be refused. */
    public static <T> List<Problem> problems(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> throw new AssertionError("done: " + value);
            case Outcome.Refused<T>(var problems) -> problems;
        };
    }
}
