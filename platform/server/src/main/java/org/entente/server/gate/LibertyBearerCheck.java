package org.entente.server.gate;

import com.ibm.websphere.security.openidconnect.PropagationHelper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Has Liberty's OIDC client check the token. The server is configured to do so only when asked, for
 * left to itself it answers a bad token before any filter runs, in words of its own.
 */
public final class LibertyBearerCheck implements BearerCheck {

    @Override
    public Optional<String> verified(HttpServletRequest request, HttpServletResponse response) {
        try {
            return request.authenticate(new SilentResponse(response))
                            && request.getUserPrincipal() != null
                    ? Optional.ofNullable(PropagationHelper.getAccessToken())
                    : Optional.empty();
        } catch (ServletException | IOException refused) {
            return Optional.empty();
        }
    }
}
