package org.entente.server.rest;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.engine.tenancy.Callers;
import org.entente.server.gate.Admitted;
import org.entente.spi.Caller;

/** Runs long work on threads of the container, as the member who asked for it. */
@RequestScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    @Inject private HttpServletRequest request;
    @Inject private Callers callers;
    @Inject private Caller caller;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    /** The member as of now, whenever it is asked; empty once they are none. */
    Supplier<Optional<Caller>> member() {
        var subject = Admitted.known(request).subject();
        var tenant = caller.tenant().name();
        var language = caller.language();
        var known = callers;
        return () -> known.caller(subject, tenant, language);
    }

    void run(Runnable work) {
        executor.execute(() -> guarded(work));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unexpected) {
            LOG.log(Level.WARNING, "a job was interrupted", unexpected);
        }
    }
}
