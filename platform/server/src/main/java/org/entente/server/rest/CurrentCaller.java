package org.entente.server.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.entente.server.gate.Admitted;
import org.entente.spi.Caller;
import org.entente.spi.Operator;

/**
 * Who asks. A resource is made once and serves everybody, so it asks anew in each call; neither a
 * caller nor an operator can be injected.
 */
@ApplicationScoped
public class CurrentCaller {

    @Inject private HttpServletRequest request;
    @Inject private Clock clock;

    /** The member of the tenant that the gate read from the path. */
    Caller caller() {
        return Admitted.caller(request);
    }

    /** The person, as the gate let it into the API of operators. */
    Operator operator() {
        return new Operator(
                Admitted.known(request).subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
