package org.entente.server.login;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.auth.WSSubject;
import com.ibm.websphere.security.openidconnect.PropagationHelper;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Liberty knows of the person whom it has just signed in. */
final class LibertySignIn {

    /**
     * A person.
     *
     * @param claims of the ID token, which Liberty has verified
     * @param idToken the token itself
     */
    record SignedIn(JsonNode claims, String idToken) {}

    private LibertySignIn() {}

    static Optional<SignedIn> current() {
        var token = PropagationHelper.getIdToken();
        if (token == null) {
            return Optional.empty();
        }
        var claims = JsonMapper.shared().readTree(token.getAllClaimsAsJson());
        return idToken()
                .filter(text -> claims.path("sub").isString())
                .map(text -> new SignedIn(claims, text));
    }

    private static Optional<String> idToken() {
        try {
            var subject = WSSubject.getRunAsSubject();
            return subject == null
                    ? Optional.empty()
                    : subject.getPrivateCredentials(Map.class).stream()
                            .map(credentials -> credentials.get("id_token"))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .findFirst();
        } catch (WSSecurityException unknown) {
            return Optional.empty();
        }
    }
}
