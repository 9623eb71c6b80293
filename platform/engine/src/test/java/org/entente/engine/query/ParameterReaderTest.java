package org.entente.engine.query;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterReaderTest {

    private static final UUID ID = new UUID(1, 1);

    private static @Nullable Object read(Object raw, ValueType type) {
        return done(ParameterReader.read(raw, type, "/params/x")).value();
    }

    @Test
    void readsTextsOfAnAddressAsWhatTheExpressionNeeds() {
        assertEquals(new BigDecimal("3"), read("3", Simple.INTEGER));
        assertEquals(new BigDecimal("0.10"), read("0.10", Simple.DECIMAL));
        assertEquals(true, read("true", Simple.BOOLEAN));
        assertEquals(LocalDate.of(2026, 5, 1), read("2026-05-01", Simple.DATE));
    }

    @Test
    void readsAReferenceByItsIdOrAsItTravels() {
        var expected = new Reference(ID, "party");
        assertEquals(expected, read(ID.toString(), new ToEntity("party")));
        var wire = Map.of("id", ID.toString(), "entity", "party");
        assertEquals(expected, read(wire, new ToEntity("party")));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,INTEGER",
        "x,DECIMAL",
        "1e999999,DECIMAL",
        "yes,BOOLEAN",
        "2026-02-30,DATE",
        "10000-01-01,DATE",
        "2026-05-01,DATE_TIME",
        "3 days,DURATION",
        "x,MONEY"
    })
    void refusesWhatIsNoneOfItsType(String raw, Simple type) {
        var refused = problem(ParameterReader.read(raw, type, "/params/x"));
        assertEquals(ProblemCode.WRONG_TYPE, refused.code());
        assertEquals("/params/x", refused.at());
    }

    @Test
    void refusesAReferenceThatHasNoId() {
        var refused = ParameterReader.read(Map.of("id", 3), new ToEntity("party"), "/params/x");
        assertEquals(ProblemCode.WRONG_TYPE, problem(refused).code());
    }
}
