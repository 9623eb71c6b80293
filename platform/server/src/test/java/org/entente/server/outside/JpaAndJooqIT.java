package org.entente.server.outside;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.model.ChangeSet;
import org.entente.store.Limits;
import org.entente.store.TenantNames;
import org.entente.store.UnitOfWork.Work;
import org.entente.store.shape.Shape;
import org.entente.store.tenant.JpaModelVersions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside the container: what JPA and jOOQ write in one of its transactions is one, on one
 * connection, and a tenant's role ends with it.
 */
@EnabledIf("hasAServerToRunIn")
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init")
class JpaAndJooqIT {

    private static final int ROUNDS = 100;

    @Inject private TwoTenants tenants;

    /**
     * Here the launcher's test house names its server; in there the launcher has marked the
     * process.
     */
    static boolean hasAServerToRunIn() {
        var possible =
                System.getProperty("entente.liberty") != null
                        || System.getProperty("entente.part") != null;
        if (!possible) {
            System.out.println("NOT TESTED: JPA and jOOQ in the container; ./entente test runs it");
        }
        return possible;
    }

    /** The application's own libraries, without the application. */
    @Deployment
    static WebArchive archive() {
        var application =
                House.projectRoot().resolve("platform/server/target/entente.war").toFile();
        var libraries = ShrinkWrap.createFromZipFile(WebArchive.class, application);
        var archive = ShrinkWrap.create(WebArchive.class, "inside.war");
        libraries
                .getContent(path -> path.get().startsWith("/WEB-INF/lib/"))
                .forEach((path, node) -> archive.add(node.getAsset(), path));
        return archive.addClasses(JpaAndJooqIT.class, TwoTenants.class)
                .addAsWebInfResource(
                        new StringAsset(
                                """
                                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="annotated" version="4.0"/>
                                """),
                        "beans.xml");
    }

    @Test
    void commitsWhatBothHaveWritten() {
        var id = UuidCreator.getTimeOrderedEpoch();
        tenants.transactions().run(work -> writeBoth(work, tenants.names(0), id));
        assertEquals(1, changeSets(tenants.names(0), id));
        assertEquals(1, changes(tenants.names(0), id));
    }

    @Test
    void takesBothBackWhenTheAnswerIsNotKept() {
        var id = UuidCreator.getTimeOrderedEpoch();
        var pid =
                tenants.transactions()
                        .run(_ -> false, work -> writeBoth(work, tenants.names(0), id));
        assertTrue(pid > 0);
        assertEquals(0, changeSets(tenants.names(0), id));
        assertEquals(0, changes(tenants.names(0), id));
    }

    @Test
    void takesBothBackWhenEitherFails() {
        var id = UuidCreator.getTimeOrderedEpoch();
        assertThrows(
                RuntimeException.class,
                () ->
                        tenants.transactions()
                                .run(work -> {
                                    writeBoth(work, tenants.names(0), id);
                                    return writeChange(jooq(work), tenants.names(0), id);
                                }));
        assertEquals(0, changeSets(tenants.names(0), id));
        assertEquals(0, changes(tenants.names(0), id));
    }

    @Test
    void letsEachSeeWhatTheOtherHasWritten() {
        var id = UuidCreator.getTimeOrderedEpoch();
        tenants.transactions()
                .run(work -> {
                    var pid = writeBoth(work, tenants.names(0), id);
                    var ofJpa = "select pg_backend_pid() from change where record = ?1";
                    var seen =
                            work.jpa()
                                    .createNativeQuery(ofJpa)
                                    .setParameter(1, id)
                                    .getSingleResult();
                    assertEquals(pid, ((Number) seen).intValue());
                    assertEquals(1, countOf(jooq(work), "change_set", "id", id));
                    return pid;
                });
    }

    @Test
    void leavesNoRoleAndNoPathOnTheConnection() {
        var outside = state(tenants.transactions().run(work -> stateOf(jooq(work))));
        assertEquals("entente_app", outside.get("role"));
        var inside = new HashSet<String>();
        var again = new HashSet<String>();
        for (var i = 0; i < ROUNDS; i++) {
            var id = UuidCreator.getTimeOrderedEpoch();
            tenants.transactions().run(work -> writeBoth(work, tenants.names(0), id));
            var within = state(tenants.transactions().run(work -> entered(work, tenants.names(0))));
            assertEquals(tenants.names(0).role(), within.get("role"));
            assertEquals(tenants.names(0).schema(), within.get("path"));
            inside.add(within.get("pid"));
            var after = state(tenants.transactions().run(work -> stateOf(jooq(work))));
            assertEquals(outside.get("role"), after.get("role"));
            assertEquals(outside.get("path"), after.get("path"));
            again.add(after.get("pid"));
        }
        assertShared(inside, again);
    }

    @Test
    void neverMixesTwoTenantsThatTakeTurnsOnOneConnection() {
        var id = UuidCreator.getTimeOrderedEpoch();
        var pids = new HashMap<Integer, Set<String>>();
        for (var i = 0; i < ROUNDS; i++) {
            var turn = i % 2;
            var names = tenants.names(turn);
            var title = "Tenant " + turn + ", round " + i;
            var pid = tenants.transactions().run(work -> writeTitle(work, names, id, title));
            pids.computeIfAbsent(turn, _ -> new HashSet<>()).add(pid.toString());
            for (var other = 0; other < Math.min(2, i + 1); other++) {
                var expected = "Tenant " + other + ", round " + (other == turn ? i : i - 1);
                var asked = tenants.names(other);
                assertEquals(
                        expected, tenants.transactions().run(work -> titleByJpa(work, asked, id)));
                assertEquals(
                        expected, tenants.transactions().run(work -> titleByJooq(work, asked, id)));
            }
        }
        assertShared(pids.getOrDefault(0, Set.of()), pids.getOrDefault(1, Set.of()));
    }

    /** Without a connection that both had, nothing would have been proved. */
    private static void assertShared(Set<String> some, Set<String> others) {
        var shared = new HashSet<>(some);
        shared.retainAll(others);
        assertTrue(!shared.isEmpty(), () -> some + " and " + others + " have nothing in common");
    }

    private static Map<String, String> state(org.jooq.Record row) {
        var state = new HashMap<String, String>();
        for (var column : row.fields()) {
            state.put(column.getName(), String.valueOf(row.get(column)));
        }
        return state;
    }

    private static org.jooq.Record entered(Work work, TenantNames names) {
        enter(work, names);
        return stateOf(jooq(work));
    }

    private static org.jooq.Record stateOf(DSLContext jooq) {
        return jooq.fetchSingle(
                "select pg_backend_pid() as pid, current_user as role, current_setting('search_path') as path");
    }

    private static DSLContext jooq(Work work) {
        return DSL.using(work.connection(), SQLDialect.POSTGRES);
    }

    private static void enter(Work work, TenantNames names) {
        jooq(work).fetch(names.entrance(Limits.usual()));
    }

    /** A row by each hand, and the session that did it. */
    private static int writeBoth(Work work, TenantNames names, UUID id) {
        enter(work, names);
        versions(work).save(changeSet(id, "By JPA"));
        return writeChange(jooq(work), names, id);
    }

    private static int writeChange(DSLContext jooq, TenantNames names, UUID id) {
        jooq.insertInto(table(name(names.schema(), "change")))
                .set(field(name("entity_key")), "k00000000")
                .set(field(name("record")), id)
                .set(field(name("version")), 1L)
                .set(field(name("op")), "CREATE")
                .set(field(name("at")), OffsetDateTime.now(ZoneOffset.UTC))
                .set(field(name("by_user")), new UUID(0, 0))
                .set(field(name("values_before")), JSONB.valueOf("{}"))
                .set(field(name("values_after")), JSONB.valueOf("{}"))
                .execute();
        return pid(jooq);
    }

    private static int pid(DSLContext jooq) {
        return Integer.parseInt(state(stateOf(jooq)).getOrDefault("pid", "0"));
    }

    private static JpaModelVersions versions(Work work) {
        return new JpaModelVersions(work.jpa(), new Shape(0, Map.of()));
    }

    private static Integer writeTitle(Work work, TenantNames names, UUID id, String title) {
        enter(work, names);
        versions(work).save(changeSet(id, title));
        return pid(jooq(work));
    }

    private static String titleByJpa(Work work, TenantNames names, UUID id) {
        enter(work, names);
        return versions(work).changeSet(id).map(ChangeSet::title).orElse("none");
    }

    private static String titleByJooq(Work work, TenantNames names, UUID id) {
        enter(work, names);
        return String.valueOf(
                jooq(work).fetchValue("select title from change_set where id = ?", id));
    }

    private static ChangeSet changeSet(UUID id, String title) {
        var now = OffsetDateTime.now(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.MICROS);
        var nobody = new UUID(0, 0);
        return new ChangeSet(
                id, title, 1, ChangeSet.Kind.EDITS, "[]", nobody, now, Optional.empty());
    }

    private static int countOf(DSLContext jooq, String table, String column, UUID id) {
        return jooq.select(count())
                .from(table(name(table)))
                .where(field(name(column), UUID.class).eq(id))
                .fetchSingle()
                .value1();
    }

    private long changeSets(TenantNames names, UUID id) {
        return tenants.number(
                "select count(*) from " + names.schema() + ".change_set where id = '" + id + "'");
    }

    private long changes(TenantNames names, UUID id) {
        return tenants.number(
                "select count(*) from " + names.schema() + ".change where record = '" + id + "'");
    }
}
