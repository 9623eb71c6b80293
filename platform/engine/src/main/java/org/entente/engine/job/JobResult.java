package org.entente.engine.job;

import java.io.IOException;
import java.io.OutputStream;

/** Rows of a job, written out when they are wanted. */
public interface JobResult {

    /** Which rows. */
    enum Kind {
        OK,
        FAILED,
        UNPROCESSED
    }

    void writeTo(OutputStream out) throws IOException;
}
