package org.entente.server.outside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Makes JSON Web Tokens that look like a good one. */
final class Forge {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final String good;
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    /**
     * @param good a token to start from
     */
    Forge(String good) {
        this.good = good;
        this.header = part(0);
        this.claims = part(1);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> part(int index) {
        var text =
                new String(
                        Base64.getUrlDecoder().decode(good.split("\\.", -1)[index]),
                        StandardCharsets.UTF_8);
        return tools.jackson.databind.json.JsonMapper.shared().readValue(text, LinkedHashMap.class);
    }

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The good header with some members changed; an empty text takes one out. */
    Map<String, Object> header(Map<String, Object> changes) {
        return changed(header, changes);
    }

    /** The good claims with some changed; an empty text takes one out. */
    Map<String, Object> claims(Map<String, Object> changes) {
        return changed(claims, changes);
    }

    private static Map<String, Object> changed(
            Map<String, Object> all, Map<String, Object> changes) {
        var changed = new LinkedHashMap<>(all);
        changed.putAll(changes);
        changed.values().removeIf(""::equals);
        return changed;
    }

    String signature() {
        return good.substring(good.lastIndexOf('.') + 1);
    }

    /** What a signature is made over. */
    static String content(Map<String, Object> header, Map<String, Object> claims) {
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(Map<String, Object> part) {
        return URL.encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
    }

    /** Signed with RSA; {@code algorithm} as Java calls it. */
    static String signed(String content, PrivateKey key, String algorithm) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Authenticated with a shared secret. */
    static String authenticated(String content, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var code = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(code);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A public key as a header may carry it. */
    static Map<String, Object> jwk(RSAPublicKey key) {
        return Map.of(
                "kty", "RSA",
                "alg", "RS256",
                "use", "sig",
                "n", URL.encodeToString(unsigned(key.getModulus().toByteArray())),
                "e", URL.encodeToString(key.getPublicExponent().toByteArray()));
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** The name that the realm gave to a key of ours. */
    static String nameOf(RSAPublicKey key, JsonNode published) {
        var modulus = String.valueOf(jwk(key).get("n"));
        return published
                .valueStream()
                .filter(one -> one.path("n").asString("").equals(modulus))
                .map(one -> one.path("kid").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the realm does not publish our key"));
    }
}
