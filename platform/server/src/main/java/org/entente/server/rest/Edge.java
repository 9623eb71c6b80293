package org.entente.server.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.server.body.RefusedBody;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Whatever was thrown becomes a problem; what we did not expect is logged and tells nothing. */
@Provider
@ApplicationScoped
public class Edge implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Edge.class.getName());

    @Inject private Answers answers;

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (thrown) {
            case RefusedBody refused -> answers.refusal(refused.problems());
            case WebApplicationException web -> ofContainer(web);
            case EntenteException known -> logged(known, known.problem());
            default -> logged(thrown, Problem.of(ProblemCode.INTERNAL));
        };
    }

    private Response logged(Throwable thrown, Problem problem) {
        var id = answers.requestId();
        LOG.log(Level.WARNING, thrown, () -> "request " + id + ": " + problem.code().text());
        return answers.refusal(List.of(problem));
    }

    private Response ofContainer(WebApplicationException web) {
        var original = web.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        var cause = web.getCause();
        if (cause instanceof RefusedBody refused) {
            return answers.refusal(refused.problems());
        }
        if (original.getStatus() >= 500) {
            return logged(web, Problem.of(ProblemCode.INTERNAL));
        }
        var refusal = answers.refusal(List.of(Problem.of(code(original.getStatus()))));
        var allow = original.getHeaderString("Allow");
        return allow == null
                ? refusal
                : Response.fromResponse(refusal).header("Allow", allow).build();
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.MALFORMED;
        };
    }
}
