package org.entente.server.gate;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Words what the container refuses by itself; reached by its error dispatch alone. */
@WebServlet("/fault")
public final class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient Refusals refusals;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.refuse(request, response, Problem.of(code(request)));
    }

    private static ProblemCode code(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return switch (status) {
            case Integer number when number == 401 -> ProblemCode.UNAUTHENTICATED;
            case Integer number when number == 403 -> ProblemCode.FORBIDDEN;
            case Integer number when number == 404 -> ProblemCode.NOT_FOUND;
            case Integer number when number == 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case Integer number when number == 413 -> ProblemCode.TOO_LARGE;
            case Integer number when number < 500 -> ProblemCode.MALFORMED;
            case null, default -> ProblemCode.INTERNAL;
        };
    }
}
