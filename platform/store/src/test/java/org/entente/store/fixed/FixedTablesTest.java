package org.entente.store.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.entente.engine.model.StoredModel;
import org.entente.spi.Tenant;
import org.entente.store.TenantNames;
import org.entente.store.fixture.Cell;
import org.junit.jupiter.api.Test;

class FixedTablesTest {

    private static final StoredModel FIRST =
            new StoredModel(1, "layer", "first", Cell.USER, Cell.AT);

    private final Cell cell = Cell.shared();

    private static Tenant unprepared() {
        var number = Cell.number();
        return new Tenant(new UUID(8, number), number, "tenant-" + number);
    }

    @Test
    void goesOnWhereverItWasCutOff() throws SQLException {
        for (var done = 0; done <= steps(); done++) {
            var tenant = unprepared();
            take(tenant, done, "");
            cell.space().prepare(tenant, FIRST);

            assertEquals(FIRST, cell.models().head(tenant), "cut off after step " + done);
            assertEquals(marked(), mark(tenant));
        }
    }

    @Test
    void bringsOlderTenantsUpToDateWhenTheyAreTouched() throws SQLException {
        var whole = cell.tenant();
        for (var done = 2; done < steps(); done++) {
            var tenant = unprepared();
            take(tenant, done, "comment on schema %s is 'steps " + done + "'");
            new FixedTables(cell.databases()).bring(tenant);

            assertEquals(tables(whole), tables(tenant), "from step " + done);
            assertEquals(marked(), mark(tenant));
        }
    }

    @Test
    void leavesATenantAloneThatANewerNodeHasTouched() throws SQLException {
        var tenant = unprepared();
        take(tenant, 3, "comment on schema %s is 'steps 999'");
        new FixedTables(cell.databases()).bring(tenant);
        assertEquals("steps 999", mark(tenant));
    }

    @Test
    void makesNothingOfATenantThatIsNotThere() {
        var tenant = unprepared();
        new FixedTables(cell.databases()).bring(tenant);
        assertEquals(List.of(), tables(tenant));
    }

    private static int steps() {
        return TenantSteps.of(TenantNames.of(unprepared())).size();
    }

    private static String marked() {
        return "steps " + steps();
    }

    private void take(Tenant tenant, int steps, String then) throws SQLException {
        var names = TenantNames.of(tenant);
        try (var connection = cell.databases().owner().getConnection();
                var statement = connection.createStatement()) {
            for (var step : TenantSteps.of(names).subList(0, steps)) {
                statement.execute(step);
            }
            if (!then.isEmpty()) {
                statement.execute(then.formatted(names.schema()));
            }
        }
    }

    private String mark(Tenant tenant) {
        return cell.look()
                .texts(
                        "select obj_description('%s'::regnamespace, 'pg_namespace')"
                                .formatted(Cell.schema(tenant)))
                .getFirst();
    }

    private List<String> tables(Tenant tenant) {
        return cell.look()
                .texts(
                        """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = '%s' order by 1
                        """
                                .formatted(Cell.schema(tenant)));
    }
}
