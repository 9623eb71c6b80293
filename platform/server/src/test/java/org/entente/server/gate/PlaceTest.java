package org.entente.server.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void aTenantsApiIsToldFromItsPages() {
        assertEquals(new Place.TenantApi("acme"), Place.of("/t/acme/api/v1/data/person"));
        assertEquals(new Place.TenantPage("acme"), Place.of("/t/acme/"));
        assertEquals(new Place.TenantPage("acme"), Place.of("/t/acme/people/42"));
        assertEquals(new Place.TenantWithoutSlash("acme"), Place.of("/t/acme"));
    }

    @Test
    void theConsolesFilesAreTheSameForEveryTenant() {
        assertEquals(
                new Place.Asset("/assets/main-1a2b.js"), Place.of("/t/acme/assets/main-1a2b.js"));
        assertEquals(new Place.Asset("/assets/main-1a2b.js"), Place.of("/assets/main-1a2b.js"));
        assertEquals(new Place.Asset("/sign.svg"), Place.of("/sign.svg"));
    }

    @Test
    void theApisOutsideOfTenantsHavePlacesOfTheirOwn() {
        assertEquals(new Place.OperatorApi(), Place.of("/api/v1/platform/tenants"));
        assertEquals(new Place.OwnApi(), Place.of("/api/v1/me"));
        assertEquals(new Place.RootPage(), Place.of("/"));
        assertEquals(new Place.Door(), Place.of("/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t/acme/api/v1/data/../../../other/api/v1/me",
                "/t/acme/api/v1/./me",
                "/t/acme/api/v1/data/..",
                "/t/acme//api/v1/me",
                "/t/acme;x=1/api/v1/me",
                "/t/acme/api/v1/%2e%2e/me",
                "/t/acme%2Fapi/v1/me",
                "/t/acme/api/v1/data/person%00",
                "/t/acme/api/v1/data/%255c",
                "/t/acme\\..\\other/api/v1/me",
            })
    void aPathThatCanBeReadInTwoWaysIsOdd(String path) {
        assertEquals(new Place.Odd(), Place.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/index.html/x",
                "/WEB-INF",
                "/t/ACME/api/v1/me",
                "/t/%61cme/api/v1/me",
                "/t/acme/api/v2/me",
                "/t/acme/api/v1",
                "/t/1/api/v1/me",
                "/t/",
                "/t",
                "/api/v1/other",
                "/api/v1/platform",
                "/oidc-start/x",
                "/loginx",
                "/.env",
                "/t/acme/.git/config",
            })
    void whatWeDoNotServeIsNowhere(String path) {
        assertEquals(new Place.Nowhere(), Place.of(path));
    }
}
