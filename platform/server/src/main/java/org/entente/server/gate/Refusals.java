package org.entente.server.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.entente.server.body.JsonText;
import org.entente.server.problem.Languages;
import org.entente.server.problem.ProblemDocument;
import org.entente.server.problem.ProblemWriter;
import org.entente.spi.Problem;

/** Answers requests that do not pass. */
@Dependent
final class Refusals {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemWriter problems;
    private final JsonText json = new JsonText();

    @Inject
    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = Languages.of(request.getHeader("Accept-Language"));
        var document = problems.document(List.of(problem), language);
        var body = json.write(document.body());
        response.resetBuffer();
        response.setStatus(document.status());
        if (document.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"entente\"");
        }
        if (document.status() == 503) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setContentLength(body.length);
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.getOutputStream().write(body);
    }
}
