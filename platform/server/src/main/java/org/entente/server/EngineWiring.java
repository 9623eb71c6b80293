package org.entente.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.entente.engine.changeset.Application;
import org.entente.engine.changeset.ChangeSets;
import org.entente.engine.changeset.Contraction;
import org.entente.engine.changeset.LiveData;
import org.entente.engine.changeset.ModelExports;
import org.entente.engine.changeset.Publication;
import org.entente.engine.changeset.QueuedLater;
import org.entente.engine.changeset.Upgrades;
import org.entente.engine.changeset.Versions;
import org.entente.engine.feed.Consumers;
import org.entente.engine.feed.Feeding;
import org.entente.engine.feed.Listener;
import org.entente.engine.feed.Wakes;
import org.entente.engine.file.Contents;
import org.entente.engine.file.FileStore;
import org.entente.engine.file.FileUses;
import org.entente.engine.file.Leftovers;
import org.entente.engine.job.Chores;
import org.entente.engine.job.Imports;
import org.entente.engine.job.JobChanges;
import org.entente.engine.job.JobDesk;
import org.entente.engine.job.JobFiles;
import org.entente.engine.job.JobPorts;
import org.entente.engine.job.JobStore;
import org.entente.engine.job.Jobs;
import org.entente.engine.job.Sweeping;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Models;
import org.entente.engine.model.PackShelf;
import org.entente.engine.model.PackStore;
import org.entente.engine.query.ChangeFeed;
import org.entente.engine.query.ChangeReads;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.Expressions;
import org.entente.engine.query.FeedReads;
import org.entente.engine.query.RecordPast;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordReads;
import org.entente.engine.query.RecordStories;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordFiles;
import org.entente.engine.record.TenantTransactions;
import org.entente.engine.tenancy.Callers;
import org.entente.engine.tenancy.Directory;
import org.entente.engine.tenancy.TenantCatalog;
import org.entente.engine.tenancy.TenantSpace;
import org.entente.engine.tenancy.Tenants;
import org.entente.engine.tenancy.Users;
import org.entente.engine.tenancy.Users.FirstPasswords;
import org.entente.engine.tenancy.Users.Membership;
import org.entente.server.problem.ProblemTexts;

/** Makes the use cases out of the ports. */
@ApplicationScoped
public class EngineWiring {

    /** Threads of the container that may stand still. */
    private static final int MOST_WAITING = 40;

    @Inject private Directory directory;
    @Inject private Clock clock;

    @Produces
    @Singleton
    PackShelf packs(PackStore store) {
        return new PackShelf(store);
    }

    @Produces
    @Singleton
    Models models(ModelStore store, PackShelf packs) {
        return new Models(store, packs);
    }

    @Produces
    @Singleton
    Expressions expressions() {
        return new Expressions();
    }

    @Produces
    @Singleton
    CursorCodec cursors(Config config) {
        var key = config.getValue("ENTENTE_CURSOR_KEY", String.class);
        return new CursorCodec(Base64.getDecoder().decode(key));
    }

    @Produces
    @Singleton
    RecordQueries queries(
            Models models, RecordReads reads, Expressions expressions, CursorCodec cursors) {
        return new RecordQueries(models, reads, expressions, cursors);
    }

    @Produces
    @Singleton
    RecordStories stories(
            Models models,
            RecordReads records,
            ChangeReads reads,
            Expressions expressions,
            CursorCodec cursors) {
        return new RecordStories(models, records, reads, expressions, cursors);
    }

    @Produces
    @Singleton
    RecordPast past(
            Models models,
            RecordReads records,
            ChangeReads reads,
            Expressions expressions,
            CursorCodec cursors) {
        return new RecordPast(models, records, reads, expressions, cursors);
    }

    @Produces
    @Singleton
    ChangeFeed changeFeed(
            Models models,
            FeedReads feed,
            RecordReads records,
            Expressions expressions,
            CursorCodec cursors) {
        return new ChangeFeed(models, feed, records, expressions, cursors);
    }

    @Produces
    @Singleton
    Feeding feeding(
            Models models, FeedReads reads, Consumers consumers, Instance<Listener> listeners) {
        return new Feeding(models, reads, consumers, listeners.stream().toList());
    }

    @Produces
    @Singleton
    Wakes wakes() {
        return new Wakes(MOST_WAITING);
    }

    @Produces
    @Singleton
    RecordCommands commands(
            Models models,
            TenantTransactions transactions,
            RecordQueries queries,
            Expressions expressions) {
        return new RecordCommands(models, transactions, queries, expressions);
    }

    @Produces
    @Singleton
    Contents contents(FileStore files) {
        return new Contents(files);
    }

    @Produces
    @Singleton
    RecordFiles recordFiles(
            Models models, RecordQueries queries, RecordCommands commands, Contents contents) {
        return new RecordFiles(models, queries, commands, contents);
    }

    @Produces
    @Singleton
    ChangeSets changeSets(
            Models models,
            ModelStore store,
            Publication publication,
            ChangeSets.Counting counting,
            Chores chores) {
        return new ChangeSets(models, store, publication, counting, new QueuedLater(chores));
    }

    @Produces
    @Singleton
    Publication publication(
            Models models, ModelStore store, TenantTransactions transactions, LiveData data) {
        return new Publication(models, store, transactions, data);
    }

    @Produces
    @Singleton
    ChangeSets.Counting counting(RecordQueries queries, LiveData data) {
        return new ChangeSets.Counting(queries, data);
    }

    @Produces
    @Singleton
    Versions versions(Models models, ModelStore store, ChangeSets changeSets) {
        return new Versions(models, store, changeSets);
    }

    @Produces
    @Singleton
    Contraction contraction(Models models, ModelStore store) {
        return new Contraction(models, store, clock);
    }

    @Produces
    @Singleton
    Upgrades upgrades(Models models, PackShelf packs, Publication publication) {
        return new Upgrades(models, packs, publication, clock);
    }

    @Produces
    @Singleton
    ModelExports modelExports(Models models, ModelStore store, ChangeSets changeSets) {
        return new ModelExports(models, store, changeSets);
    }

    @Produces
    @Singleton
    JobPorts jobPorts(JobStore store, FileStore files, JobChanges changes) {
        return new JobPorts(
                store, new JobFiles(files), changes, new ProblemTexts()::message, clock);
    }

    @Produces
    @Singleton
    Imports imports(Models models, RecordCommands commands, JobPorts ports) {
        return new Imports(models, commands, ports);
    }

    @Produces
    @Singleton
    JobDesk jobDesk(Models models, RecordQueries queries, RecordCommands commands, JobPorts ports) {
        return new JobDesk(models, queries, commands, ports);
    }

    @Produces
    @Singleton
    Chores chores(JobPorts ports) {
        return new Chores(ports);
    }

    @Produces
    @Singleton
    Sweeping sweeping(JobPorts ports, Contents contents, FileUses uses) {
        var leftovers = new Leftovers(contents, uses, clock);
        return new Sweeping(ports, leftovers, Set.of(Contraction.KIND));
    }

    @Produces
    @Singleton
    Jobs jobs(
            JobDesk desk,
            CursorCodec cursors,
            Contraction contraction,
            Sweeping sweeping,
            ChangeSets changeSets) {
        return new Jobs(desk, cursors, List.of(contraction, sweeping, new Application(changeSets)));
    }

    @Produces
    @Singleton
    Membership membership(TenantCatalog catalog, FirstPasswords passwords) {
        return new Membership(directory, catalog, passwords);
    }

    @Produces
    @Singleton
    Users users(
            Models models, RecordQueries queries, RecordCommands commands, Membership membership) {
        return new Users(models, queries, commands, membership);
    }

    @Produces
    @Singleton
    Callers callers(TenantCatalog catalog, RecordQueries queries, Users users) {
        return new Callers(catalog, queries, users, clock);
    }

    @Produces
    @Singleton
    Tenants tenants(TenantCatalog catalog, TenantSpace space, Users users, Models models) {
        return new Tenants(catalog, space, directory, models, users, clock);
    }
}
