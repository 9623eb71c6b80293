package org.entente.server.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Whoever shows a token that is not good gets in nowhere, and is never taken for somebody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TokensIT {

    private static final int FEWEST = 30;
    private static final List<String> SCOPES = List.of("basic", "profile", "email", "roles", "acr");

    private final House house = House.running();
    private final KeyPair stranger = Forge.newKeys();
    private final KeyPair published = Forge.newKeys();
    private KeycloakAdmin keycloak;
    private FreshTenant tenant;
    private String good;
    private String other;
    private String kid;
    private String cookie;
    private Map<String, String> unfit;

    @BeforeAll
    void prepare() throws InterruptedException {
        keycloak = new KeycloakAdmin(house);
        tenant = house.freshTenant("tokens", "xrm");
        good = house.tokens().of(tenant.administrator());
        other = house.tokens().of(tenant.addUser("reader"));
        keycloak.publish(published.getPrivate());
        kid = Forge.nameOf((RSAPublicKey) published.getPublic(), keycloak.keys());
        var browser = new Browser(house);
        browser.signIn(tenant.administrator(), "/");
        cookie = browser.cookie();
        unfit = unfit();
    }

    @AfterAll
    void takeBack() {
        keycloak.close();
    }

    private Map<String, String> unfit() throws InterruptedException {
        var issuer = house.tokens().realm().toString();
        var tokens =
                new UnfitTokens(good)
                        .unsigned()
                        .authenticatedWith(
                                keycloak.keys(), house.secret("ENTENTE_WEB_CLIENT_SECRET"))
                        .signedWith(stranger, issuer)
                        .trusted(published, kid, issuer)
                        .damaged(other);
        var granted = grant("entente-cli");
        tokens.add("an ID token", granted.path("id_token").asString());
        tokens.add("an administrator of the identity provider", keycloak.ownToken());
        tokens.add("a refresh token", granted.path("refresh_token").asString());
        keycloak.client("outside-other", SCOPES, 300);
        tokens.add(
                "another client's token", grant("outside-other").path("access_token").asString());
        var ours = Stream.concat(SCOPES.stream(), Stream.of("entente-api")).toList();
        keycloak.client("outside-brief", ours, 1);
        var brief = grant("outside-brief").path("access_token").asString();
        Thread.sleep(2_500);
        return tokens.add("expired, as issued", brief).all();
    }

    private JsonNode grant(String client) {
        var user = tenant.administrator();
        return house.tokens()
                .grant(Map.of("client_id", client, "username", user, "password", user));
    }

    @Test
    void triesEnoughTokens() {
        assertTrue(unfit.size() >= FEWEST, () -> "only " + unfit.keySet());
    }

    /**
     * Without these, every refusal below could have another reason than the one it is named for.
     */
    @Test
    void takesAGoodTokenAgainAndAgain() {
        for (var i = 0; i < 5; i++) {
            assertEquals(
                    tenant.administrator(),
                    get(bearer(good)).expect(200).at("/user/email").asString());
        }
    }

    @Test
    void takesATokenOfOurOwnMakingOnceTheRealmVouchesForItsKey() {
        var forge = new Forge(good);
        var content = Forge.content(forge.header(Map.of("kid", kid)), forge.claims(Map.of()));
        var token = Forge.signed(content, published.getPrivate(), "SHA256withRSA");
        assertEquals(
                tenant.administrator(),
                get(bearer(token)).expect(200).at("/user/email").asString());
    }

    @Test
    void takesTheCookieOfASignedInBrowser() {
        get(me().header("Cookie", cookie)).expect(200);
    }

    @TestFactory
    Stream<DynamicTest> refusesEveryUnfitToken() {
        return unfit.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(token ->
                        DynamicTest.dynamicTest(token.getKey(), () -> refuses(token.getValue())));
    }

    /**
     * Alone, beside a good cookie, on a write, and on a page that would send a stranger to sign in.
     */
    private void refuses(String token) {
        assertRefused(get(bearer(token)));
        assertRefused(get(bearer(token).header("Cookie", cookie)));
        var write =
                Call.of("POST", path("/data/organization"))
                        .json("{\"values\": {\"name\": \"Forged\"}}");
        assertRefused(get(write.header("Authorization", "Bearer " + token)));
        var page = Call.of("GET", "/t/" + tenant.name() + "/").header("Accept", "text/html");
        assertRefused(
                get(page.header("Authorization", "Bearer " + token).header("Cookie", cookie)));
    }

    @TestFactory
    Stream<DynamicTest> refusesAGoodTokenThatIsShownWrongly() {
        var calls = new LinkedHashMap<String, Call>();
        calls.put("no token", me());
        calls.put("an empty token", me().header("Authorization", "Bearer "));
        calls.put("the scheme alone", me().header("Authorization", "Bearer"));
        calls.put("an empty header", me().header("Authorization", ""));
        calls.put("the scheme in small letters", me().header("Authorization", "bearer " + good));
        calls.put("no scheme", me().header("Authorization", good));
        calls.put("another scheme", me().header("Authorization", "Token " + good));
        calls.put("name and password", me().header("Authorization", basic()));
        calls.put("two headers", bearer(good).header("Authorization", "Bearer " + good));
        calls.put(
                "a bad header first", bearer("garbage").header("Authorization", "Bearer " + good));
        calls.put("a bad header last", bearer(good).header("Authorization", "Bearer garbage"));
        calls.put("in the query", Call.of("GET", path("/me?access_token=" + good)));
        calls.put("as a cookie", me().header("Cookie", "entente=" + good));
        calls.put("in a form", form());
        return calls.entrySet().stream()
                .map(call ->
                        DynamicTest.dynamicTest(
                                call.getKey(), () -> assertRefused(get(call.getValue()))));
    }

    @Test
    void doesNotFallBackToTheCookieWhenTheSchemeIsUnknown() {
        assertRefused(get(me().header("Authorization", basic()).header("Cookie", cookie)));
        assertRefused(get(me().header("Authorization", "bearer " + good).header("Cookie", cookie)));
    }

    @Test
    void hasLeftNothingBehind() {
        assertEquals(
                0, tenant.admin().get("/data/organization?total=exact").at("/total/value").asInt());
    }

    private void assertRefused(Answer answer) {
        answer.expect(401);
        assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
        assertFalse(answer.text().contains(tenant.administrator()), answer::text);
        assertTrue(answer.header("Location").isEmpty());
        assertTrue(answer.header("WWW-Authenticate").orElse("none").startsWith("Bearer"));
    }

    private Answer get(Call call) {
        return house.stranger().send(call);
    }

    private Call bearer(String token) {
        return me().header("Authorization", "Bearer " + token);
    }

    private Call me() {
        return Call.of("GET", path("/me"));
    }

    private String path(String path) {
        return "/t/" + tenant.name() + "/api/v1" + path;
    }

    private Call form() {
        return Call.of("POST", path("/data/organization/query"))
                .body(
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("access_token=" + good));
    }

    private String basic() {
        var pair = tenant.administrator() + ":" + tenant.administrator();
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
