package org.entente.engine.job;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.entente.engine.job.JobFiles.Name;
import org.entente.spi.Tenant;

/** The file of a job, sent in parts that are one after the other. */
final class Parts {

    static final int MOST = 100;
    private static final String PREFIX = "part-";

    private final JobFiles files;

    Parts(JobFiles files) {
        this.files = files;
    }

    static Name name(Tenant tenant, UUID job, int number) {
        return new Name(tenant, job, "%s%05d".formatted(PREFIX, number));
    }

    /** The whole file. */
    InputStream open(Tenant tenant, UUID job) {
        List<String> names =
                files.names(tenant, job).stream().filter(n -> n.startsWith(PREFIX)).toList();
        var opened =
                names.stream()
                        .map(name -> files.read(new Name(tenant, job, name), Long.MAX_VALUE))
                        .toList();
        return new SequenceInputStream(Collections.enumeration(opened));
    }

    boolean none(Tenant tenant, UUID job) {
        return files.names(tenant, job).stream().noneMatch(name -> name.startsWith(PREFIX));
    }
}
