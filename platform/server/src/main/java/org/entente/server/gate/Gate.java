package org.entente.server.gate;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/**
 * The one way in. Nothing passes that {@link Doorkeeper} does not let pass, and nothing leaves
 * without its headers.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST)
public final class Gate implements Filter {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());

    @Inject private ResponseHeaders headers;
    @Inject private Refusals refusals;
    @Inject private Doorkeeper doorkeeper;

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) in;
        var response = (HttpServletResponse) out;
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Admitted.note(request, id);
        headers.set(request, response, id);
        try {
            doorkeeper.receive(new Visit(request, response, chain, refusals));
        } catch (EntenteException known) {
            log(id, known, known.problem());
            refusals.refuse(request, response, known.problem());
        } catch (Exception unexpected) {
            log(id, unexpected, Problem.of(ProblemCode.INTERNAL));
            refusals.refuse(request, response, Problem.of(ProblemCode.INTERNAL));
        }
    }

    private static void log(String id, Exception failure, Problem problem) {
        LOG.log(Level.WARNING, failure, () -> "request " + id + ": " + problem.code().text());
    }
}
