package org.entente.server.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.server.gate.Asker.Known;
import org.entente.server.gate.Askers;

/** Where signing in begins. Somebody who is signed in already goes on at once. */
@WebServlet("/login")
public final class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient Askers askers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var next = Next.of(request.getParameter("next"));
        var known = askers.of(request, response) instanceof Known;
        response.setStatus(303);
        response.setHeader("Location", known ? next.address() : protectedPage(next));
    }

    /** The container leads whoever asks for this page to the identity provider and back. */
    private static String protectedPage(Next next) {
        return "/oidc-start?next=" + URLEncoder.encode(next.address(), StandardCharsets.UTF_8);
    }
}
