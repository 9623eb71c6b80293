package org.entente.engine.job;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.entente.engine.job.JobFiles.Name;
import org.entente.engine.record.TenantTransaction;
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

        void heading(byte[] line) {
            ok.writeBytes(line);
        }

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

    /** How far a job comes with lines. */
    static Progress with(Progress before, Lines lines) {
        return before.plus(
                lines.rows,
                lines.taken,
                before.okBytes() + lines.ok.size(),
                before.failedBytes() + lines.failed.size());
    }

    /**
     * Notes how far a job has come, then adds lines where it had come to. In this order, since who
     * is no longer the one to work at the job is told so by the noting, and must not touch files.
     */
    void append(TenantTransaction transaction, Noted noted, Lines lines) {
        transaction.mark(job, noted.before().toJson(), noted.after().toJson());
        append(noted.before(), lines);
    }

    /** From where to where. */
    record Noted(Progress before, Progress after) {}

    void append(Progress before, Lines lines) {
        files.append(name(OK), before.okBytes(), lines.ok.toByteArray());
        files.append(name(FAILED), before.failedBytes(), lines.failed.toByteArray());
    }

    List<String> reasons(List<Problem> problems, Locale language) {
        return problems.stream().map(problem -> wording.of(problem, language)).toList();
    }

    JobResult ok(Progress progress) {
        return written(OK, progress.okBytes());
    }

    /** What {@link #ok(Progress)} writes, to be read. */
    BufferedReader okLines(Progress progress) {
        var in = files.read(name(OK), progress.okBytes());
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
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
