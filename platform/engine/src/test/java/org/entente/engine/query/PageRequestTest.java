package org.entente.engine.query;

import static org.entente.engine.fake.House.done;
import static org.entente.engine.fake.House.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.spi.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void readsParametersAndJsonAlike() {
        var parameters =
                Map.of(
                        "filter", List.of("n > params.least"),
                        "params.least", List.of("3"),
                        "fields", List.of("name, n"),
                        "sort", List.of("-n,name"),
                        "limit", List.of("20"),
                        "total", List.of("exact"));
        var json =
                Map.of(
                        "filter",
                        "n > params.least",
                        "params",
                        Map.of("least", "3"),
                        "fields",
                        List.of("name", "n"),
                        "sort",
                        "-n,name",
                        "limit",
                        20,
                        "total",
                        "exact");
        var request = done(PageRequest.fromParameters("thing", parameters));
        assertEquals(request, done(PageRequest.fromJson("thing", json)));
        assertEquals(Total.EXACT, request.total());
        assertEquals(Optional.of(List.of("name", "n")), request.fields());
    }

    @Test
    void hasFiftyRowsAndNoTotalByDefault() {
        var request = done(PageRequest.fromParameters("thing", Map.of()));
        assertEquals(50, request.limit());
        assertEquals(Total.NONE, request.total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "999999999"})
    void refusesALimitOutOfBounds(String limit) {
        var refused = PageRequest.fromParameters("thing", Map.of("limit", List.of(limit)));
        assertEquals(ProblemCode.LIMIT_INVALID, problem(refused).code());
    }

    @Test
    void refusesAnUnknownParameterByName() {
        var refused = problem(PageRequest.fromParameters("thing", Map.of("limti", List.of("5"))));
        assertEquals(ProblemCode.UNKNOWN_PARAMETER, refused.code());
        assertEquals("/limti", refused.at());
    }

    @Test
    void refusesAParameterThatStandsTwice() {
        var refused = PageRequest.fromParameters("thing", Map.of("sort", List.of("a", "b")));
        assertEquals(ProblemCode.TOO_MANY, problem(refused).code());
    }

    @Test
    void refusesAWordThatIsNoTotal() {
        var refused = problem(PageRequest.fromJson("thing", Map.of("total", "all")));
        assertEquals(ProblemCode.UNKNOWN_OPTION, refused.code());
        assertEquals(List.of("none", "estimate", "exact"), refused.details().get("options"));
    }

    @Test
    void refusesAnythingButAnObject() {
        assertEquals(
                ProblemCode.WRONG_TYPE, problem(PageRequest.fromJson("thing", List.of())).code());
    }
}
