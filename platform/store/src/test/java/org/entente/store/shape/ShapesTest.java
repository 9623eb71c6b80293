package org.entente.store.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.entente.engine.model.ModelStore;
import org.entente.engine.model.Readiness;
import org.entente.engine.model.StoredModel;
import org.entente.metadata.model.Model;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Reference;
import org.entente.spi.Tenant;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.Desk;
import org.entente.store.fixture.TestModels;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private static final String ENTITIES =
            """
            entity: hen
            key: khen00001
            name: title
            fields:
              title: {key: kfld00001, type: text, unique: true, filterable: true}
              nest: {key: kfld00002, type: reference, to: nest}
            ---
            entity: nest
            key: knest0001
            name: title
            fields:
              title: {key: kfld00003, type: text}
              best: {key: kfld00004, type: reference, to: hen}
            ---
            entity: lonely
            key: klonely01
            name: title
            fields: {title: {key: kfld00005, type: text}}
            """;

    private final Desk desk = Desk.of(ENTITIES);

    private Model next(long version, String more) {
        return TestModels.of(version, ENTITIES.replace("nest: {key: kfld00002", more));
    }

    private static void contract(ModelStore models, Tenant tenant, Model model, Instant at) {
        while (models.contract(tenant, model, at).isPresent()) {
            // there is more
        }
    }

    /** The same tenant once the next model is published. */
    private Desk published(Desk before, Model next) {
        before.cell().models().expand(before.tenant(), next);
        Desk.done(
                before.write(
                        "",
                        t -> {
                            t.models()
                                    .publish(
                                            new StoredModel(
                                                    next.version(), "{}", "", Cell.USER, Cell.AT),
                                            next);
                            return Outcome.done(true);
                        }));
        contract(before.cell().models(), before.tenant(), next, Cell.AT);
        return new Desk(before.cell(), before.tenant(), next);
    }

    private List<String> tables() {
        return desk.cell()
                .look()
                .texts(
                        "select tablename from pg_tables where schemaname = '%s' and tablename like 'e\\_%%' order by 1"
                                .formatted(desk.schema()));
    }

    @Test
    void makesTheTablesOfAnEntityAndOfWhatItRefersToAndNoOthers() {
        desk.create("hen", Values.of("title", "Cocotte"));

        var shape = desk.cell().shapes().of(desk.tenant());
        assertEquals(2, tables().size());
        assertTrue(shape.covers(desk.model(), desk.entity("hen")));
        assertTrue(shape.covers(desk.model(), desk.entity("nest")));
        assertFalse(shape.covers(desk.model(), desk.entity("lonely")));
    }

    @Test
    void makesTablesOnceHoweverManyNodesAskForThem() throws Exception {
        var nodes =
                IntStream.range(0, 4)
                        .mapToObj(_ ->
                                desk.cell()
                                        .node(
                                                desk.cell().databases().app(),
                                                desk.cell().databases().read()))
                        .toList();
        try (var executor = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var node : nodes) {
                tasks.add(() -> {
                    new Desk(node, desk.tenant(), desk.model())
                            .create("hen", Values.of("title", null));
                    return true;
                });
            }
            for (var future : executor.invokeAll(tasks)) {
                assertTrue(future.get());
            }
        }
        assertEquals(2, tables().size());
        assertEquals(4, desk.rows(desk.ask("hen")).size());
    }

    @Test
    void keepsWhatEveryWriteChangesOutOfAllIndexes() {
        desk.create("hen", Values.of("title", "Cocotte"));

        assertEquals(
                List.of("created_at", "owner_id"),
                desk.cell()
                        .look()
                        .texts(
                                """
                                select distinct a.attname from pg_index i
                                join pg_attribute a on a.attrelid = i.indexrelid
                                where i.indrelid = '%s.%s'::regclass and a.attname !~ '^(f_|r_|id$)' order by 1
                                """
                                        .formatted(desk.schema(), tables().getFirst())));
    }

    @Test
    void keepsReferencesRealWithinATenant() {
        var missing = new Reference(java.util.UUID.randomUUID(), "nest");

        assertThrows(EntenteException.class, () -> desk.create("hen", Values.of("nest", missing)));
    }

    @Test
    void addsWhatAFilledTableLacksAndValidatesIt() {
        desk.create("hen", List.of(Values.of("title", "A"), Values.of("title", "B")));
        var later =
                published(
                        desk,
                        next(
                                2,
                                """
                                weight: {key: kfld00006, type: decimal, filterable: true, unique: true}
                                  friend: {key: kfld00007, type: reference, to: lonely}
                                  code: {key: kfld00008, type: text, unique: true}
                                  nest: {key: kfld00002\
                                """));

        var shape = desk.cell().shapes().reload(desk.tenant());
        assertTrue(shape.covers(later.model(), later.entity("hen")));
        assertEquals(3, tables().size());
        assertEquals(
                List.of(),
                desk.cell()
                        .look()
                        .texts(
                                "select conname from pg_constraint where not convalidated and connamespace = '%s'::regnamespace"
                                        .formatted(desk.schema())));
        assertEquals(
                List.of(),
                desk.cell()
                        .look()
                        .texts(
                                "select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid and c.relnamespace = '%s'::regnamespace"
                                        .formatted(desk.schema())));
        later.create("hen", Values.of("code", "x"));
        assertThrows(AssertionError.class, () -> later.create("hen", Values.of("code", "x")));
    }

    @Test
    void mendsAnIndexWhoseMakingWasBrokenOff() {
        desk.create("hen", List.of(Values.of("title", "A"), Values.of("nest", null)));
        var later =
                published(
                        desk,
                        next(
                                2,
                                "code: {key: kfld00008, type: text, unique: true}\n"
                                        + "  nest: {key: kfld00002"));
        var entity = later.entity("hen");
        var column =
                desk.cell()
                        .shapes()
                        .reload(desk.tenant())
                        .table(entity)
                        .flatMap(table ->
                                table.column(later.model(), entity.field("code").orElseThrow()))
                        .orElseThrow();
        var index = Parts.unique(column);
        var look = desk.cell().look();
        look.run(
                "update pg_index set indisvalid = false where indexrelid = '%s.%s'::regclass"
                        .formatted(desk.schema(), index));
        look.run("delete from %s.physical where name = '%s'".formatted(desk.schema(), index));
        assertEquals(
                Set.of("entities/hen/fields/code"),
                desk.cell().models().unready(desk.tenant(), later.model()).keySet());

        contract(desk.cell().models(), desk.tenant(), later.model(), Cell.AT);

        assertEquals(Map.of(), desk.cell().models().unready(desk.tenant(), later.model()));
        assertEquals(
                List.of("t"),
                look.texts(
                        "select indisvalid from pg_index where indexrelid = '%s.%s'::regclass"
                                .formatted(desk.schema(), index)));
    }

    @Test
    void allowsDoublesOnceAFieldIsNoLongerUnique() {
        desk.create("hen", Values.of("title", "A"));
        var later = published(desk, TestModels.of(2, ENTITIES.replace("unique: true, ", "")));

        later.create("hen", Values.of("title", "A"));

        assertEquals(2, later.rows(later.ask("hen", "title")).size());
    }

    @Test
    void keepsAFieldsColumnThroughARenameAndGivesAnotherStorageANewOne() {
        desk.create("hen", Values.of("title", "A"));
        var renamed =
                published(
                        desk,
                        TestModels.of(
                                2,
                                ENTITIES.replace(
                                                "title: {key: kfld00001", "called: {key: kfld00001")
                                        .replace(
                                                "name: title\nfields:\n  called",
                                                "name: called\nfields:\n  called")));
        assertEquals(List.of(List.of("A")), renamed.rows(renamed.ask("hen", "called")));

        var retyped =
                published(
                        renamed,
                        TestModels.of(
                                3,
                                ENTITIES.replace(
                                                "title: {key: kfld00001, type: text",
                                                "title: {key: kfld00001, type: integer")
                                        .replace(
                                                "khen00001\nname: title",
                                                "khen00001\nname: text(title)")));
        retyped.create("hen", Values.of("title", 7L));
        assertEquals(1, retyped.rows(retyped.ask("hen").filter("title == 7")).size());
    }

    @Test
    void givesWayToAReaderWhoHoldsTheTable() throws Exception {
        desk.create("hen", List.of(Values.of("title", "A")));
        var next = next(2, "weight: {key: kfld00006, type: decimal}\n  nest: {key: kfld00002");
        var table = desk.cell().shapes().of(desk.tenant()).table(desk.entity("hen")).orElseThrow();
        try (var executor = Executors.newSingleThreadExecutor();
                var holder = desk.cell().databases().owner().getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select * from %s.%s".formatted(desk.schema(), table.name()));
            var expansion =
                    executor.submit(() -> {
                        desk.cell().models().expand(desk.tenant(), next);
                        return true;
                    });
            for (var i = 0; i < 10; i++) {
                var before = System.nanoTime();
                assertEquals(1, desk.rows(desk.ask("hen")).size());
                assertTrue(System.nanoTime() - before < 2_000_000_000L, "readers queued");
            }
            assertFalse(expansion.isDone());
            holder.rollback();
            assertTrue(expansion.get());
        }
    }

    @Test
    void tellsWhichRecordsHinderAUniqueFieldAndTriesAgainWhenAsked() {
        var doubles =
                desk.create(
                        "nest",
                        List.<Map<String, @Nullable Object>>of(
                                Values.of("title", "A"), Values.of("title", "A")));
        var later =
                published(
                        desk,
                        TestModels.of(
                                2,
                                ENTITIES.replace(
                                        "kfld00003, type: text",
                                        "kfld00003, type: text, unique: true")));
        var models = desk.cell().models();

        var failed =
                Objects.requireNonNull(
                        models.unready(desk.tenant(), later.model())
                                .get("entities/nest/fields/title"));
        assertEquals(Readiness.State.FAILED, failed.state());
        assertEquals(
                List.of(doubles.stream().map(UUID::toString).sorted().toList()),
                failed.trouble().get("records"));
        later.create("nest", Values.of("title", "B"));

        later.cell()
                .look()
                .run(
                        "update %s set %s = 'C' where id = '%s'"
                                .formatted(table(later, "nest"), column(later), doubles.getLast()));
        contract(models, desk.tenant(), later.model(), Cell.AT);
        assertEquals(1, models.unready(desk.tenant(), later.model()).size());
        models.retry(desk.tenant());
        contract(models, desk.tenant(), later.model(), Cell.AT);

        assertEquals(Map.of(), models.unready(desk.tenant(), later.model()));
        assertThrows(AssertionError.class, () -> later.create("nest", Values.of("title", "A")));
    }

    private static String table(Desk desk, String entity) {
        var shape = desk.cell().shapes().reload(desk.tenant());
        return desk.schema() + "." + shape.table(desk.entity(entity)).orElseThrow().name();
    }

    private static String column(Desk desk) {
        var entity = desk.entity("nest");
        return desk.cell()
                .shapes()
                .reload(desk.tenant())
                .table(entity)
                .flatMap(table -> table.column(desk.model(), entity.field("title").orElseThrow()))
                .orElseThrow()
                .name();
    }

    private List<String> columns() {
        return desk.cell()
                .look()
                .texts(
                        "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attname like '%%\\_%%' and attname ~ '^[fr]_'"
                                .formatted(table(desk, "hen")));
    }

    @Test
    void keepsWhatWasDroppedForThirtyDaysAndThenNoLonger() {
        desk.create("hen", Values.of("title", "A"));
        var without = ENTITIES.replace("  nest: {key: kfld00002, type: reference, to: nest}\n", "");
        var later = published(desk, TestModels.of(2, without));
        assertEquals(2, columns().size());

        var models = desk.cell().models();
        contract(models, desk.tenant(), later.model(), Cell.AT.plus(Duration.ofDays(29)));
        assertEquals(2, columns().size());
        contract(models, desk.tenant(), later.model(), Cell.AT.plus(Duration.ofDays(31)));
        assertEquals(1, columns().size());
        assertEquals(List.of(List.of("A")), later.rows(later.ask("hen", "title")));
    }

    @Test
    void sweepsWhatWasMadeForAModelThatNeverCame() {
        desk.create("hen", Values.of("title", "A"));
        var models = desk.cell().models();
        models.expand(desk.tenant(), next(2, "weight: {type: decimal}\n  nest: {key: kfld00002"));
        assertEquals(3, columns().size());

        contract(models, desk.tenant(), desk.model(), Instant.now());
        assertEquals(3, columns().size());
        contract(models, desk.tenant(), desk.model(), Instant.now().plus(Duration.ofHours(2)));

        assertEquals(2, columns().size());
        assertEquals(List.of(List.of("A")), desk.rows(desk.ask("hen", "title")));
    }
}
