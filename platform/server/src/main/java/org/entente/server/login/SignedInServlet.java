package org.entente.server.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.entente.engine.access.Sessions;
import org.entente.server.gate.PersonClaims;
import org.entente.server.installation.Installation;
import org.entente.server.login.LibertySignIn.SignedIn;

/**
 * Reached only by somebody whom the container has just signed in: begins our own session and drops
 * all that the container kept of its own.
 */
@WebServlet("/oidc-start")
public final class SignedInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> CONTAINERS_OWN =
            Set.of("WASOidcSession", "entente-signing-in", "LtpaToken2");

    @Inject private transient Sessions sessions;
    @Inject private transient Installation installation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var signedIn = LibertySignIn.current();
        if (signedIn.isEmpty()
                || request.getUserPrincipal() == null
                || request.getHeader("Authorization") != null) {
            response.setStatus(401);
            return;
        }
        var cookie = new SessionCookie(installation);
        CONTAINERS_OWN.forEach(name -> cookie.forget(response, name));
        endContainersSession(request);
        cookie.give(response, begin(signedIn.get()));
        response.setStatus(303);
        response.setHeader("Location", Next.of(request.getParameter("next")).address());
    }

    private String begin(SignedIn signedIn) {
        var claims = signedIn.claims();
        return sessions.begin(
                claims.path("sub").asString(),
                PersonClaims.name(claims),
                signedIn.idToken(),
                PersonClaims.isOperator(claims));
    }

    private static void endContainersSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
