package org.entente.engine.job;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.entente.engine.job.JobFiles.Name;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/** The two files of a job's results; how much of them counts is noted with its progress. */
final class ResultFiles {

    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private final JobFiles files;
    private final Wording wording;
    private final Tenant tenant;
    private final java.util.UUID job;

    ResultFiles(JobPorts ports, Tenant tenant, java.util.UUID job) {
        this.files = ports.files();
        this.wording = ports.wording();
        this.tenant = tenant;
        this.job = job;
    }

    /** What a portion adds to both. */
    static final class Lines {
        private final ByteArrayOutputStream ok = new ByteArrayOutputStream();
        private final ByteArrayOutputStream failed = new ByteArrayOutputStream();
        private long rows;
        private long taken;

        void ok(byte[] line) {
            rows++;
            taken++;
            ok.writeBytes(line);
        }

        void failed(byte[] line) {
            rows++;
            failed.writeBytes(line);
        }
    }

    /** New lines; with the headings when nothing was written before. */
    Lines after(Progress before, ResultRows rows) {
        var lines = new Lines();
        if (before.okBytes() == 0) {
            lines.ok.writeBytes(rows.okHeader());
            lines.failed.writeBytes(rows.failedHeader());
        }
        return lines;
    }

    /** Adds lines where a job had come to; how far it has come with them. */
    Progress append(Progress before, Lines lines) {
        return before.plus(
                lines.rows,
                lines.taken,
                files.append(name(OK), before.okBytes(), lines.ok.toByteArray()),
                files.append(name(FAILED), before.failedBytes(), lines.failed.toByteArray()));
    }

    List<String> reasons(List<Problem> problems, Locale language) {
        return problems.stream().map(problem -> wording.of(problem, language)).toList();
    }

    JobResult ok(Progress progress) {
        return written(OK, progress.okBytes());
    }

    JobResult failed(Progress progress) {
        return written(FAILED, progress.failedBytes());
    }

    private JobResult written(String file, long length) {
        return out -> {
            try (var in = files.read(name(file), length)) {
                in.transferTo(out);
            }
        };
    }

    private Name name(String file) {
        return new Name(tenant, job, file);
    }
}
