package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param total rows of the file; 0 before it was counted
 * @param done rows that were taken or refused, from the first on
 * @param okBytes how much of the file of taken rows counts
 * @param failedBytes how much of the file of refused rows counts
 * @param startedAt when the last run began, in milliseconds since 1970
 * @param startedDone the rows done before that
 * @param place the last change that was taken back, where that is the work; 0 before the first
 * @param cursor where the page ended of which the last portion was; empty before the first
 * @param met records behind that place that are done all the same, since a stop came among them
 * @param attempts how often in a row it has failed
 * @param retryAt when it is tried again, in milliseconds since 1970
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
        String cursor,
        List<String> met,
        long attempts,
        long retryAt,
        Optional<String> problem) {

    Progress {
        met = List.copyOf(met);
    }

    static Progress none() {
        return fromJson("{}");
    }

    long failed() {
        return done - ok;
    }

    /** Begun anew, with nothing held against it. */
    Progress started(long rows, long now) {
        var tree = tree();
        tree.put("total", rows);
        tree.put("started_at", now);
        tree.put("started_done", done);
        return forgiven(tree);
    }

    /** Come further: what failed before is forgotten. */
    Progress plus(long rows, long taken, long okLength, long failedLength) {
        var tree = tree();
        tree.put("done", done + rows);
        tree.put("ok", ok + taken);
        tree.put("ok_bytes", okLength);
        tree.put("failed_bytes", failedLength);
        return forgiven(tree);
    }

    private static Progress forgiven(Map<String, @Nullable Object> tree) {
        tree.put("attempts", 0L);
        tree.put("retry_at", 0L);
        tree.remove("problem");
        return of(tree);
    }

    Progress at(long reached) {
        var tree = tree();
        tree.put("place", reached);
        return of(tree);
    }

    Progress at(String reached) {
        var tree = tree();
        tree.put("cursor", reached);
        tree.remove("met");
        return of(tree);
    }

    /** Still at the same page, of which these are done. */
    Progress having(List<String> records) {
        var tree = tree();
        tree.put("met", records);
        return of(tree);
    }

    /** Of so many things so many are done; only who has come further is forgiven. */
    Progress reached(long things, long ofThem) {
        var tree = tree();
        tree.put("total", ofThem);
        tree.put("done", things);
        tree.put("ok", things);
        return things > done ? forgiven(tree) : of(tree);
    }

    /** Begun now, if it was not; what it waited for is over. */
    Progress taken(long now) {
        var tree = tree();
        tree.put("started_at", startedAt == 0 || done == startedDone ? now : startedAt);
        tree.put("retry_at", 0L);
        return of(tree);
    }

    /** Not to be begun before. */
    Progress waiting(long until) {
        var tree = tree();
        tree.put("retry_at", until);
        return of(tree);
    }

    Progress broken(String why) {
        var tree = tree();
        tree.put("problem", why);
        return of(tree);
    }

    Progress failedOnce(long retry) {
        var tree = tree();
        tree.put("attempts", attempts + 1);
        tree.put("retry_at", retry);
        return of(tree);
    }

    /** Rows a second of the run, as of a moment. */
    long rate(long now) {
        return startedAt == 0 ? 0 : (done - startedDone) * 1000 / Math.max(1, now - startedAt);
    }

    String toJson() {
        return JobText.write(tree());
    }

    private Map<String, @Nullable Object> tree() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("total", total);
        tree.put("done", done);
        tree.put("ok", ok);
        tree.put("ok_bytes", okBytes);
        tree.put("failed_bytes", failedBytes);
        tree.put("started_at", startedAt);
        tree.put("started_done", startedDone);
        tree.put("place", place);
        if (!cursor.isEmpty()) {
            tree.put("cursor", cursor);
        }
        if (!met.isEmpty()) {
            tree.put("met", met);
        }
        tree.put("attempts", attempts);
        tree.put("retry_at", retryAt);
        problem.ifPresent(why -> tree.put("problem", why));
        return tree;
    }

    static Progress fromJson(String json) {
        return of(JobText.read(json));
    }

    private static Progress of(Map<String, @Nullable Object> tree) {
        return new Progress(
                number(tree, "total"),
                number(tree, "done"),
                number(tree, "ok"),
                number(tree, "ok_bytes"),
                number(tree, "failed_bytes"),
                number(tree, "started_at"),
                number(tree, "started_done"),
                number(tree, "place"),
                tree.get("cursor") instanceof String text ? text : "",
                tree.get("met") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                number(tree, "attempts"),
                number(tree, "retry_at"),
                Optional.ofNullable((String) tree.get("problem")));
    }

    private static long number(Map<String, @Nullable Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
