package org.entente.server.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.entente.engine.tenancy.Callers;
import org.entente.server.gate.Asker.Known;
import org.entente.spi.Caller;
import org.entente.spi.ProblemCode;

/** Lets people into the API. */
@Dependent
final class ApiEntrance {

    private final Callers callers;

    @Inject
    ApiEntrance(Callers callers) {
        this.callers = callers;
    }

    /** A tenant of which the person is no member is the same as one that does not exist. */
    void tenant(Visit visit, String tenant, Known known) throws IOException, ServletException {
        if (crossSite(visit, known)) {
            return;
        }
        var caller = caller(visit, tenant, known);
        if (caller.isEmpty()) {
            visit.refuse(ProblemCode.NOT_FOUND);
            return;
        }
        Admitted.note(visit.request(), caller.get());
        visit.passInto(tenant);
    }

    /** To anybody else the operators' API does not exist. */
    void operator(Visit visit, Known known) throws IOException, ServletException {
        if (!known.operator()) {
            visit.refuse(ProblemCode.NOT_FOUND);
        } else if (!crossSite(visit, known)) {
            visit.pass();
        }
    }

    void own(Visit visit, Known known) throws IOException, ServletException {
        if (!crossSite(visit, known)) {
            visit.pass();
        }
    }

    Optional<Caller> caller(Visit visit, String tenant, Known known) {
        return callers.caller(known.subject(), tenant, visit.language());
    }

    private static boolean crossSite(Visit visit, Known known) throws IOException {
        var request = visit.request();
        var refused =
                known.byCookie()
                        && CrossSite.refuses(
                                request.getMethod(),
                                request.getHeader("X-Requested-With"),
                                request.getHeader("Sec-Fetch-Site"));
        if (refused) {
            visit.refuse(ProblemCode.CROSS_SITE);
        }
        return refused;
    }
}
