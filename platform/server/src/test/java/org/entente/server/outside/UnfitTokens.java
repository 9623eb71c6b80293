package org.entente.server.outside;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tokens that nobody may get in with, by what is wrong with them. */
final class UnfitTokens {

    private final Forge forge;
    private final String good;
    private final Map<String, String> all = new LinkedHashMap<>();

    UnfitTokens(String good) {
        this.good = good;
        this.forge = new Forge(good);
    }

    /** Name and token, in order. */
    Map<String, String> all() {
        return Map.copyOf(all);
    }

    /** No signature at all, or one that was made for another header. */
    UnfitTokens unsigned() {
        for (var word : List.of("none", "None", "NONE", "nOnE")) {
            var content = Forge.content(forge.header(Map.of("alg", word)), forge.claims(Map.of()));
            all.put("alg " + word + ", no signature", content + ".");
            all.put("alg " + word + ", old signature", content + "." + forge.signature());
        }
        var without = Forge.content(forge.header(Map.of("alg", "")), forge.claims(Map.of()));
        all.put("no alg", without + "." + forge.signature());
        all.put(
                "alg none, no kid",
                Forge.content(Map.of("alg", "none"), forge.claims(Map.of())) + ".");
        return this;
    }

    /** The realm's public key, which everybody knows, taken for a shared secret. */
    UnfitTokens authenticatedWith(JsonNode realmKeys, String clientSecret) {
        var content = Forge.content(forge.header(Map.of("alg", "HS256")), forge.claims(Map.of()));
        for (var key : realmKeys) {
            if (key.path("alg").asString("").equals("RS256")) {
                var der = publicKey(key).getEncoded();
                var modulus = key.path("n").asString();
                all.put("HS256 with the public key as DER", Forge.authenticated(content, der));
                all.put(
                        "HS256 with the public key as PEM",
                        Forge.authenticated(content, bytes(pem(der))));
                all.put("HS256 with the modulus", Forge.authenticated(content, bytes(modulus)));
                all.put(
                        "HS256 with the certificate",
                        Forge.authenticated(content, bytes(key.at("/x5c/0").asString())));
            }
        }
        all.put(
                "HS256 with the client's secret",
                Forge.authenticated(content, bytes(clientSecret)));
        all.put("HS256 with a guess", Forge.authenticated(content, bytes("secret")));
        return this;
    }

    /** A key of our own that nobody trusts. */
    UnfitTokens signedWith(KeyPair stranger, String issuer) {
        var jwk = Forge.jwk((RSAPublicKey) stranger.getPublic());
        var kid = String.valueOf(forge.header(Map.of()).get("kid"));
        var withKid = new LinkedHashMap<>(jwk);
        withKid.put("kid", kid);
        strange("own key, same kid", Map.of(), stranger);
        strange("own key, unknown kid", Map.of("kid", "unknown"), stranger);
        strange("own key, no kid", Map.of("kid", ""), stranger);
        strange("own key in the header", Map.of("jwk", withKid), stranger);
        strange(
                "own key at an address",
                Map.of("jku", issuer + "/nowhere", "kid", "mine"),
                stranger);
        strange("own certificate at an address", Map.of("x5u", issuer + "/nowhere"), stranger);
        strange("kid that leads elsewhere", Map.of("kid", "../../../../dev/null"), stranger);
        return this;
    }

    private void strange(String name, Map<String, Object> header, KeyPair stranger) {
        var content = Forge.content(forge.header(header), forge.claims(Map.of()));
        all.put(name, Forge.signed(content, stranger.getPrivate(), "SHA256withRSA"));
    }

    /** A signature that the realm vouches for, under claims or headers that are not for us. */
    UnfitTokens trusted(KeyPair trusted, String kid, String issuer) {
        var key = trusted.getPrivate();
        var header = forge.header(Map.of("kid", kid));
        foreign(issuer)
                .forEach((name, changes) -> {
                    var content = Forge.content(header, forge.claims(changes));
                    all.put(name, Forge.signed(content, key, "SHA256withRSA"));
                });
        var critical = Map.<String, Object>of("kid", kid, "crit", List.of("own"), "own", true);
        var strange = Forge.content(forge.header(critical), forge.claims(Map.of()));
        all.put(
                "an extension that must be understood",
                Forge.signed(strange, key, "SHA256withRSA"));
        var other = forge.header(Map.of("kid", kid, "alg", "RS512"));
        var strong = Forge.content(other, forge.claims(Map.of()));
        all.put("another algorithm than agreed", Forge.signed(strong, key, "SHA512withRSA"));
        return this;
    }

    private static Map<String, Map<String, Object>> foreign(String issuer) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Map<String, Object>>();
        claims.put("issuer elsewhere", Map.of("iss", "https://elsewhere.example/realms/entente"));
        claims.put("issuer is another realm", Map.of("iss", issuer.replace("/entente", "/master")));
        claims.put("issuer with a slash", Map.of("iss", issuer + "/"));
        claims.put("no issuer", Map.of("iss", ""));
        claims.put("audience elsewhere", Map.of("aud", "account"));
        claims.put("audience almost ours", Map.of("aud", List.of("entente-api-2", "ENTENTE-API")));
        claims.put("no audience", Map.of("aud", ""));
        claims.put("an ID token by type", Map.of("typ", "ID"));
        claims.put("a refresh token by type", Map.of("typ", "Refresh"));
        claims.put("a type in small letters", Map.of("typ", "bearer"));
        claims.put("no type", Map.of("typ", ""));
        claims.put("expired an hour ago", Map.of("iat", now - 7_200, "exp", now - 3_600));
        claims.put("expired a few seconds ago", Map.of("iat", now - 300, "exp", now - 3));
        claims.put("not yet valid", Map.of("nbf", now + 3_600));
        claims.put("no end", Map.of("exp", ""));
        claims.put("an end that is no number", Map.of("exp", "tomorrow"));
        claims.put("no subject", Map.of("sub", ""));
        claims.put("a blank subject", Map.of("sub", " "));
        return claims;
    }

    /** The good token, damaged. */
    UnfitTokens damaged(String otherGood) {
        var parts = List.of(good.split("\\.", -1));
        var content = parts.get(0) + "." + parts.get(1);
        var operator = Map.<String, Object>of("groups", List.of("operator"));
        all.put(
                "tampered payload",
                Forge.content(forge.header(Map.of()), forge.claims(operator)) + "." + parts.get(2));
        all.put(
                "tampered header",
                Forge.content(forge.header(Map.of("cty", "x")), forge.claims(Map.of()))
                        + "."
                        + parts.get(2));
        all.put("tampered signature", content + "." + flipped(parts.get(2)));
        all.put("another token's signature", content + "." + new Forge(otherGood).signature());
        all.put(
                "another token's payload",
                parts.get(0) + "." + otherGood.split("\\.", -1)[1] + "." + parts.get(2));
        all.put("no signature", content);
        all.put("an empty signature", content + ".");
        all.put("truncated", good.substring(0, good.length() - 20));
        all.put("one part more", good + ".e30");
        all.put("as if encrypted", good + ".e30.e30");
        all.put("something behind it", good + "AAAA");
        all.put("a blank in it", good.substring(0, 40) + " " + good.substring(40));
        all.put("two tokens", good + "," + otherGood);
        all.put("two tokens with a blank", good + " " + otherGood);
        all.put("garbage", "garbage");
        all.put("points alone", "..");
        all.put("no JSON", "AAAA.BBBB.CCCC");
        all.put("an empty payload", parts.get(0) + ".." + parts.get(2));
        all.put("null as payload", parts.get(0) + ".bnVsbA." + parts.get(2));
        all.put("a very long one", "A".repeat(6_000));
        return this;
    }

    /** What was issued for another purpose. */
    UnfitTokens add(String name, String token) {
        all.put(name, token);
        return this;
    }

    private static String flipped(String signature) {
        var middle = signature.length() / 2;
        var other = signature.charAt(middle) == 'A' ? 'B' : 'A';
        return signature.substring(0, middle) + other + signature.substring(middle + 1);
    }

    private static RSAPublicKey publicKey(JsonNode jwk) {
        try {
            var modulus =
                    new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("n").asString()));
            var exponent =
                    new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("e").asString()));
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
