package org.entente.server.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.entente.server.body.JsonBody;
import org.entente.server.gate.Admitted;
import org.entente.server.problem.Languages;
import org.entente.server.problem.ProblemDocument;
import org.entente.server.problem.ProblemWriter;
import org.entente.server.problem.Statuses;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;

/** Turns what a use case came to into a response. */
@ApplicationScoped
public class Answers {

    private static final String RETRY_AFTER_SECONDS = "5";

    @Inject private HttpServletRequest request;
    @Inject private ProblemWriter problems;

    /** 200 with a plain tree. */
    public Response ok(@Nullable Object tree) {
        return Response.ok(new JsonBody(tree), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** The response made of the value, or the refusal with the status of its first problem. */
    public <T> Response of(Outcome<T> outcome, Function<T, Response> answer) {
        return of(outcome, answer, found -> Statuses.of(found.getFirst().code()));
    }

    /** The response made of the value, or the refusal with a status of the call's own. */
    public <T> Response of(
            Outcome<T> outcome, Function<T, Response> answer, ToIntFunction<List<Problem>> status) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> answer.apply(value);
            case Outcome.Refused<T>(var found) -> refusal(found, status.applyAsInt(found));
        };
    }

    /** A refusal outside of any use case. */
    public Response refusal(List<Problem> found) {
        return refusal(found, Statuses.of(found.getFirst().code()));
    }

    private Response refusal(List<Problem> found, int status) {
        return response(problems.document(found, status, language())).build();
    }

    private static ResponseBuilder response(ProblemDocument document) {
        var response =
                Response.status(document.status())
                        .type(ProblemDocument.MEDIA_TYPE)
                        .entity(new JsonBody(document.body()));
        return document.status() == 503
                ? response.header("Retry-After", RETRY_AFTER_SECONDS)
                : response;
    }

    /** What this request is called in logs. */
    public String requestId() {
        return Admitted.id(request);
    }

    /** The language of the server's own texts for this request. */
    public Locale language() {
        return Languages.of(request.getHeader("Accept-Language"));
    }

    /** Problems as part of a document that is no refusal. */
    public List<?> listed(List<Problem> found) {
        return problems.errors(found, language());
    }

    /** A refusal as part of a document that is none itself. */
    public ProblemDocument document(List<Problem> found) {
        return problems.document(found, language());
    }
}
