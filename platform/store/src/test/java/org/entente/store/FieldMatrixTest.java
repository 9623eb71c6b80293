package org.entente.store;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.engine.job.Lane;
import org.entente.engine.query.AggregateRequest;
import org.entente.engine.query.RecordView;
import org.entente.engine.query.StoryRequest;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.model.FieldType;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.store.fixture.Cell;
import org.entente.store.fixture.RealHouse;
import org.entente.store.fixture.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of field through everything that is done with values. */
class FieldMatrixTest {

    /**
     * Kinds that are given by nobody, need records to point at, or come as bytes; each has its own
     * tests.
     */
    private static final Set<Class<?>> ELSEWHERE =
            Set.of(
                    FieldType.AutoNumberType.class,
                    FieldType.ReferenceType.class,
                    FieldType.MultiReferenceType.class,
                    FieldType.TraitReferenceType.class,
                    FieldType.FormulaType.class,
                    FieldType.RollUpType.class,
                    FieldType.FileType.class,
                    FieldType.ImageType.class);

    private static final Cell CELL = Cell.fresh();

    private final RealHouse house = new RealHouse(CELL);

    @Test
    void leavesNoKindOut() {
        var tested =
                Stream.concat(KindRow.ALL.stream().map(KindRow::kind), ELSEWHERE.stream())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        var known =
                kinds(FieldType.class)
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, tested);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FieldMatrixTest::kinds)
                : Stream.of(type);
    }

    @TestFactory
    Stream<DynamicTest> doesEverythingWithEveryKind() {
        var admin = house.administrator(done(house.begin("matrix")).tenant());
        house.define(
                admin,
                KindRow.ALL.stream()
                        .map(row ->
                                "entity: e_%s\nfields: {title: {type: text}, x: {type: %s}}\n"
                                        .formatted(row.word(), row.definition()))
                        .collect(Collectors.joining("---\n")));
        return KindRow.ALL.stream()
                .map(row -> DynamicTest.dynamicTest(row.word(), () -> new Trial(admin, row).run()));
    }

    /** What is done with one kind. */
    private class Trial {

        private final Caller admin;
        private final KindRow row;
        private final String entity;

        Trial(Caller admin, KindRow row) {
            this.admin = admin;
            this.row = row;
            this.entity = "e_" + row.word();
        }

        void run() {
            var one = create("one", row.given());
            create("two", row.other());
            create("none", null);
            assertEquals(row.kept(), one.values().get("x"));
            finds();
            sorts();
            groups();
            refuses(one);
            changes(one);
            batches();
            imports();
        }

        private RecordView create(String title, @Nullable Object value) {
            return done(house.create(admin, entity, Values.of("title", title, "x", value)));
        }

        private Outcome<RecordView> patch(RecordView record, @Nullable Object value) {
            var target = new Target(record.id(), new IfMatch.Any());
            return house.commands
                    .update(
                            admin,
                            entity,
                            target,
                            Map.of("values", Values.of("x", value)),
                            Ending.COMMIT)
                    .map(RecordCommands.Saved::record);
        }

        private List<Object> titles(Map<String, Object> request) {
            return done(house.page(admin, entity, request)).data().stream()
                    .<Object>map(record -> String.valueOf(record.values().get("title")))
                    .toList();
        }

        private void finds() {
            assertEquals(List.of("one"), titles(Map.of("filter", row.filter())));
            assertEquals(List.of("none"), titles(Map.of("filter", "x == null")));
        }

        private void sorts() {
            var request = Map.<String, Object>of("sort", List.of("x"));
            if (row.isOrdered()) {
                assertEquals("none", titles(request).getLast());
                assertEquals(3, titles(Map.of("sort", List.of("-x"), "limit", 3)).size());
            } else {
                var refused = problem(house.page(admin, entity, request));
                assertEquals("not_sortable", refused.details().get("reason"));
            }
        }

        private void groups() {
            var body =
                    Map.<String, Object>of(
                            "group", List.of(Map.of("by", "x")),
                            "measures", List.of(Map.of("as", "n", "fn", "count")));
            var figures =
                    AggregateRequest.fromJson(entity, body)
                            .then(request -> house.queries.aggregate(admin, request));
            if (row.isGrouped()) {
                var keys = done(figures).stream().map(one -> one.get("x")).toList();
                assertTrue(keys.contains(row.kept()), () -> "groups " + keys);
                assertEquals(3, keys.size());
            } else {
                assertEquals("/group/0/by", problem(figures).at());
            }
        }

        private void refuses(RecordView record) {
            var pointer = "/values/x" + row.below();
            var values = Values.of("x", row.bad());
            assertEquals(pointer, problem(house.create(admin, entity, values)).at());
            assertEquals(pointer, problem(patch(record, row.bad())).at());
        }

        private void changes(RecordView record) {
            assertNull(done(patch(record, null)).values().get("x"));
            assertEquals(row.kept(), done(patch(record, row.given())).values().get("x"));
            var request = new StoryRequest(entity, record.id(), 50, Optional.empty());
            var told = done(house.stories.history(admin, request)).data();
            var change = told.getFirst().changes().get("x");
            assertEquals(said(row.kept()), change == null ? "" : said(change.after()));
        }

        private static String said(@Nullable Object value) {
            return value instanceof Map<?, ?> parts
                    ? new TreeMap<Object, Object>(parts).toString()
                    : String.valueOf(value);
        }

        private void batches() {
            var values = Map.of("title", "batch", "x", row.given());
            var operations =
                    List.of(
                            Map.of("op", "create", "values", values),
                            Map.of("op", "create", "values", values));
            done(
                    house.commands.batch(
                            admin,
                            entity,
                            Map.of("atomic", true, "operations", operations),
                            Ending.COMMIT));
            var kept =
                    done(house.page(admin, entity, Map.of("filter", "title == \"batch\""))).data();
            assertEquals(2, kept.size());
            kept.forEach(record -> assertEquals(row.kept(), record.values().get("x")));
        }

        private void imports() {
            var address = row.word().equals("address");
            var mapping = Map.of("title", "title", "x", address ? "x.city" : "x");
            var body = Map.of("kind", "import", "entity", entity, "mapping", mapping);
            var id = done(house.jobs.create(admin, body));
            var cell = address ? "Lyon" : row.cell();
            var file = "title,x\nfile,\"" + cell.replace("\"", "\"\"") + "\"\n";
            done(
                    house.imports.part(
                            admin,
                            id,
                            1,
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
            done(house.jobs.begin(admin, id));
            var again = true;
            while (again) {
                again =
                        house.jobs
                                .work(admin.tenant(), Lane.WORK, (_, _, _) -> Optional.of(admin))
                                .isPresent();
            }
            var kept =
                    done(house.page(admin, entity, Map.of("filter", "title == \"file\""))).data();
            assertEquals(1, kept.size(), () -> "imported " + cell);
            assertEquals(row.kept(), kept.getFirst().values().get("x"));
        }
    }
}
