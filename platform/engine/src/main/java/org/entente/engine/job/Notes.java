package org.entente.engine.job;

import java.util.UUID;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Tenant;

/** Notes how far a job has come whose work is not written by a transaction of records. */
record Notes(JobPorts ports, Tenant tenant, UUID job) {

    /** Throws STALE when it had not come just so far: somebody else works at it. */
    void write(Progress before, Progress after) {
        write(before, after, () -> {});
    }

    /**
     * The same.
     *
     * @param along what is done while nobody else can note anything
     */
    void write(Progress before, Progress after, Runnable along) {
        ports.store()
                .change(
                        tenant,
                        job,
                        found -> {
                            var moved = moved(found, before, after);
                            along.run();
                            return moved;
                        });
    }

    private Job moved(Job found, Progress before, Progress after) {
        if (!Progress.fromJson(found.progress()).equals(before)) {
            throw new EntenteException(Problem.of(ProblemCode.STALE));
        }
        return found.in(found.state(), after.toJson(), ports.now());
    }
}
