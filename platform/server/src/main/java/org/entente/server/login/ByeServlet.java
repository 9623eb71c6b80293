package org.entente.server.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.server.console.ConsolePages;
import org.entente.server.problem.Languages;

/** Where the identity provider leads a browser that has signed out. */
@WebServlet("/bye")
public final class ByeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient ConsolePages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pages.signedOut(response, Languages.of(request.getHeader("Accept-Language")));
    }
}
