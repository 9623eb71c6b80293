package org.entente.server.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/t/acme/",
                "/t/acme",
                "/t/acme/people/42?view=mine&filter=a%20%3D%3D%20%22b%22",
                "/?a=b",
            })
    void aPageOfOursIsReached(String address) {
        assertEquals(address, Next.of(address).address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/t/acme//evil.example",
                "/t/acme/../../evil",
                "/t/acme/%2e%2e/x",
                "/t/acme/api/v1/me",
                "/oidc-start",
                "/logout",
                "/t/acme/\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "t/acme/",
                "",
            })
    void everythingElseLeadsHome(String address) {
        assertEquals("/", Next.of(address).address());
    }

    @Test
    void nothingLeadsHome() {
        assertEquals("/", Next.of(null).address());
        assertEquals("/", Next.of("/t/acme/" + "x".repeat(2_000)).address());
    }
}
