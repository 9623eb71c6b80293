package org.entente.store.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.TenantEntry.NewTenant;
import org.entente.engine.tenancy.TenantEntry.State;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class JpaTenantCatalogTest {

    private static final Instant AT = Instant.parse("2026-05-01T10:00:00.123456Z");

    private final JpaTenantCatalog catalog = new JpaTenantCatalog(Cell.fresh().unit());

    private static NewTenant request(String name) {
        return new NewTenant(
                name, "L’Été " + name, List.of("xrm", "b"), "a@b.fr", "{\"a\": \"é\"}");
    }

    private TenantEntry begin(String name) {
        return switch (catalog.begin(request(name), UUID.randomUUID(), AT)) {
            case Outcome.Done<TenantEntry>(var entry) -> entry;
            case Outcome.Refused<TenantEntry>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void keepsATenantAsItWasAskedFor() {
        var entry = begin("alpha");

        assertEquals(Optional.of(entry), catalog.named("alpha"));
        assertEquals(request("alpha"), entry.request());
        assertEquals(State.CREATING, entry.state());
        assertEquals(AT, entry.createdAt());
        assertEquals(List.of(entry), catalog.unfinished());
        assertEquals(Optional.empty(), catalog.named("beta"));
    }

    @Test
    void refusesANameThatIsTakenAndNeverReusesANumber() {
        var first = begin("alpha");
        var refused = catalog.begin(request("alpha"), UUID.randomUUID(), AT);
        var next = begin("beta");

        assertEquals(
                Outcome.refused(
                        Problem.of(
                                ProblemCode.NAME_TAKEN,
                                "/name",
                                java.util.Map.of("name", "alpha"))),
                refused);
        assertTrue(next.tenant().number() > first.tenant().number());
    }

    @Test
    void letsOneOfManyTakeAName() throws Exception {
        try (var executor = Executors.newFixedThreadPool(8)) {
            Callable<Outcome<TenantEntry>> begin =
                    () -> catalog.begin(request("gamma"), UUID.randomUUID(), AT);
            var tasks = new ArrayList<Callable<Outcome<TenantEntry>>>();
            for (var i = 0; i < 8; i++) {
                tasks.add(begin);
            }
            var done = 0;
            for (var future : executor.invokeAll(tasks)) {
                if (future.get() instanceof Outcome.Done<TenantEntry>) {
                    done++;
                }
            }
            assertEquals(1, done);
        }
    }

    @Test
    void listsTheActiveTenantsOfAPersonByName() {
        var beta = begin("beta");
        var alpha = begin("alpha");
        var sleeping = begin("sleeping");
        var user = UUID.randomUUID();
        for (var entry : List.of(beta, alpha, sleeping)) {
            catalog.addMember(entry.tenant().id(), "subject", user);
            catalog.addMember(entry.tenant().id(), "subject", user);
        }
        catalog.activate(beta.tenant().id());
        catalog.activate(alpha.tenant().id());

        assertEquals(
                List.of("alpha", "beta"),
                catalog.tenantsOf("subject").stream().map(e -> e.tenant().name()).toList());
        assertEquals(Optional.of(user), catalog.member(alpha.tenant().id(), "subject"));
        assertEquals(Optional.empty(), catalog.member(alpha.tenant().id(), "other"));
        assertEquals(List.of(), catalog.tenantsOf("other"));
        assertEquals(3, catalog.all().size());
        assertEquals(1, catalog.unfinished().size());
    }
}
