package org.entente.server.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.engine.access.Session;
import org.entente.engine.access.Sessions;
import org.entente.server.gate.Askers;
import org.entente.server.installation.Installation;

/** Ends the session here, then leads the browser to the identity provider to end it there. */
@WebServlet("/logout")
public final class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient Sessions sessions;
    @Inject private transient Askers askers;
    @Inject private transient Installation installation;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (!fromOurPage(request)) {
            response.setStatus(403);
            return;
        }
        var secret = askers.secret(request.getCookies());
        var session = secret.flatMap(sessions::find);
        secret.ifPresent(sessions::end);
        new SessionCookie(installation).take(response);
        response.setStatus(303);
        response.setHeader("Location", session.map(this::atProvider).orElse("/bye"));
    }

    /** A form of ours cannot set a header, but the browser says where it came from. */
    private boolean fromOurPage(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || installation.publicUrl().toString().equals(request.getHeader("Origin"))
                || "entente".equals(request.getHeader("X-Requested-With"));
    }

    private String atProvider(Session session) {
        return installation.issuer()
                + "/protocol/openid-connect/logout?client_id="
                + Installation.WEB_CLIENT
                + "&post_logout_redirect_uri="
                + URLEncoder.encode(installation.publicUrl() + "/bye", StandardCharsets.UTF_8)
                + "&id_token_hint="
                + URLEncoder.encode(session.idToken(), StandardCharsets.UTF_8);
    }
}
