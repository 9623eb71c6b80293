package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param total rows of the file; 0 before it was counted
 * @param done rows that were taken or refused, from the first on
 * @param okBytes how much of the file of taken rows counts
 * @param failedBytes how much of the file of refused rows counts
 * @param startedAt when the last run began, in milliseconds since 1970
 * @param startedDone the rows done before that
 * @param place the last change that was taken back, where that is the work; 0 before the first
 * @param problem why it was interrupted
 */
record Progress(
        long total,
        long done,
        long ok,
        long okBytes,
        long failedBytes,
        long startedAt,
        long startedDone,
        long place,
        Optional<String> problem) {

    static Progress none() {
        return new Progress(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());
    }

    long failed() {
        return done - ok;
    }

    Progress started(long rows, long now) {
        return new Progress(
                rows, done, ok, okBytes, failedBytes, now, done, place, Optional.empty());
    }

    Progress plus(long rows, long taken, long okLength, long failedLength) {
        return new Progress(
                total,
                done + rows,
                ok + taken,
                okLength,
                failedLength,
                startedAt,
                startedDone,
                place,
                problem);
    }

    Progress at(long reached) {
        return new Progress(
                total, done, ok, okBytes, failedBytes, startedAt, startedDone, reached, problem);
    }

    Progress broken(String why) {
        return new Progress(
                total,
                done,
                ok,
                okBytes,
                failedBytes,
                startedAt,
                startedDone,
                place,
                Optional.of(why));
    }

    /** Rows a second of the run, as of a moment. */
    long rate(long now) {
        return startedAt == 0 ? 0 : (done - startedDone) * 1000 / Math.max(1, now - startedAt);
    }

    String toJson() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("total", total);
        tree.put("done", done);
        tree.put("ok", ok);
        tree.put("ok_bytes", okBytes);
        tree.put("failed_bytes", failedBytes);
        tree.put("started_at", startedAt);
        tree.put("started_done", startedDone);
        tree.put("place", place);
        problem.ifPresent(why -> tree.put("problem", why));
        return JobText.write(tree);
    }

    static Progress fromJson(String json) {
        var tree = JobText.read(json);
        return new Progress(
                number(tree, "total"),
                number(tree, "done"),
                number(tree, "ok"),
                number(tree, "ok_bytes"),
                number(tree, "failed_bytes"),
                number(tree, "started_at"),
                number(tree, "started_done"),
                number(tree, "place"),
                Optional.ofNullable((String) tree.get("problem")));
    }

    private static long number(Map<String, @Nullable Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
