package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person with a browser signs in, works by cookie, signs out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SessionsIT {

    private static final String BODY = "{\"values\": {\"name\": \"By cookie\"}}";

    private final House house = House.running();
    private FreshTenant tenant;

    @BeforeAll
    void make() {
        tenant = house.freshTenant("sessions", "xrm");
    }

    private String signedIn() {
        var browser = new Browser(house);
        browser.signIn(tenant.administrator(), "/");
        return browser.cookie();
    }

    private Call call(String method, String path, String cookie) {
        return Call.of(method, "/t/" + tenant.name() + "/api/v1" + path).header("Cookie", cookie);
    }

    private Answer send(Call call) {
        return house.stranger().send(call);
    }

    @Test
    void leavesABrowserOneCookieAndLeadsItWhereItWanted() {
        var browser = new Browser(house);
        var page = browser.signIn(tenant.administrator(), "/t/" + tenant.name() + "/");
        page.expect(200);
        assertTrue(page.header("Content-Type").orElse("none").startsWith("text/html"));
        assertEquals(Set.of("entente"), browser.cookieNames());
    }

    @Test
    void knowsWhoeverHasTheCookie() {
        var me = send(call("GET", "/me", signedIn())).expect(200);
        assertEquals(tenant.administrator(), me.at("/user/email").asString());
    }

    @Test
    void makesASecretOfItsOwnForEverySession() {
        assertNotEquals(signedIn(), signedIn());
    }

    @Test
    void asksForAHeaderThatOtherSitesCannotSendBeforeItWrites() {
        var cookie = signedIn();
        var write = call("POST", "/data/organization?dry_run=true", cookie).json(BODY);
        send(write).refused(403, "cross_site");
        send(write.header("X-Requested-With", "XMLHttpRequest")).refused(403, "cross_site");
        var ours = write.header("X-Requested-With", "entente");
        send(ours).expect(201);
        send(ours.header("Sec-Fetch-Site", "same-origin")).expect(201);
        send(ours.header("Sec-Fetch-Site", "cross-site")).refused(403, "cross_site");
        send(ours.header("Sec-Fetch-Site", "same-site")).refused(403, "cross_site");
        send(call("GET", "/me", cookie).header("Sec-Fetch-Site", "cross-site")).expect(200);
    }

    @Test
    void knowsNobodyByAForgedCookie() {
        var cookie = signedIn();
        for (var forged :
                Set.of(
                        "entente=",
                        "entente=x",
                        "entente=" + "A".repeat(5_000),
                        cookie + "A",
                        cookie.substring(0, cookie.length() - 1),
                        cookie + "; entente=other",
                        cookie.replace("entente=", "Entente="),
                        cookie.replace("entente=", "JSESSIONID="))) {
            send(call("GET", "/me", forged)).expect(401);
        }
    }

    @Test
    void forgetsWhoeverSignsOut() {
        var cookie = signedIn();
        var other = signedIn();
        send(Call.of("POST", "/logout").header("Cookie", cookie)).expect(403);
        send(call("GET", "/me", cookie)).expect(200);
        var out =
                send(
                        Call.of("POST", "/logout")
                                .header("Cookie", cookie)
                                .header("X-Requested-With", "entente"));
        out.expect(303);
        assertTrue(out.header("Location").orElse("none").startsWith(house.keycloakUrl()));
        send(call("GET", "/me", cookie)).expect(401);
        send(call("GET", "/me", other)).expect(200);
    }

    @Test
    void asksAPersonToSignInAndAProgramNot() {
        var page = "/t/" + tenant.name() + "/";
        var person = send(Call.of("GET", page).header("Accept", "text/html,*/*"));
        person.expect(302);
        assertTrue(person.header("Location").orElse("none").contains("/login?next="));
        send(Call.of("GET", page + "api/v1/me").header("Accept", "text/html")).expect(401);
        send(Call.of("POST", page).header("Accept", "text/html")).expect(401);
    }

    /** An address elsewhere would make our sign-in page the bait of somebody else's. */
    @Test
    void leadsNobodyElsewhereAfterSigningIn() {
        for (var next :
                Set.of(
                        "https://evil.example/",
                        "//evil.example",
                        "/\\evil.example",
                        "/t/a/../../x")) {
            var browser = new Browser(house);
            var page = browser.signIn(tenant.administrator(), next);
            page.expect(200);
            assertEquals(Set.of("entente"), browser.cookieNames());
        }
    }
}
