package org.entente.engine.record;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.entente.engine.fake.House.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final UUID ID = new UUID(1, 1);

    @Test
    void readsEveryOperationAndIsAtomicUnlessToldOtherwise() {
        var batch =
                done(
                        Batch.fromJson(
                                Map.of(
                                        "operations",
                                        List.of(
                                                Map.of("op", "create", "values", Map.of("a", 1)),
                                                Map.of("op", "update", "id", ID + "", "version", 2),
                                                Map.of("op", "upsert", "by", Map.of("code", "x")),
                                                Map.of("op", "delete", "id", ID + "")))));
        assertTrue(batch.atomic());
        assertEquals(
                List.of(
                        new RecordOperation.Create(Map.of("a", 1)),
                        new RecordOperation.Update(ID, new IfMatch.Exactly(2), Map.of()),
                        new RecordOperation.Upsert("code", "x", Map.of()),
                        new RecordOperation.Delete(ID, new IfMatch.Any())),
                batch.operations());
    }

    @Test
    void namesEveryBadOperation() {
        var refused =
                Batch.fromJson(
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("op", "destroy"),
                                        Map.of("op", "update", "id", "nonsense"),
                                        Map.of("op", "upsert", "by", Map.of()),
                                        Map.of("op", "create", "value", 1))));
        assertEquals(
                List.of(
                        "/operations/0/op",
                        "/operations/1/id",
                        "/operations/2/by",
                        "/operations/3/value"),
                problems(refused).stream().map(Problem::at).toList());
    }

    @Test
    void takesAThousandAtMost() {
        var many = Collections.nCopies(1001, Map.of("op", "create"));
        assertEquals(
                ProblemCode.TOO_MANY, problem(Batch.fromJson(Map.of("operations", many))).code());
    }
}
