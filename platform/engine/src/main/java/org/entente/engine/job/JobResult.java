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

    /** In which form they are written, such as {@code csv}. */
    default String form() {
        return "csv";
    }

    void writeTo(OutputStream out) throws IOException;

    /** The same rows, in another form. */
    default JobResult in(String form) {
        var rows = this;
        return new JobResult() {
            @Override
            public String form() {
                return form;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                rows.writeTo(out);
            }
        };
    }
}
