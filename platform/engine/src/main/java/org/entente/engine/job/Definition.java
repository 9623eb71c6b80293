package org.entente.engine.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.spi.Caller;
import org.jspecify.annotations.Nullable;

/** What a job was asked to do, as it is kept; what the platform notes itself stands beside. */
record Definition(Map<String, @Nullable Object> tree) {

    private static final String KIND = "kind";
    private static final String UNDONE_BY = "undone_by";
    private static final String LANGUAGE = "language";
    private static final String RUN_AT = "run_at";
    private static final String SWEPT = "swept";

    static Definition of(Job job) {
        return new Definition(JobText.read(job.definition()));
    }

    String kind() {
        return String.valueOf(tree.get(KIND));
    }

    /** As clients see it. */
    Map<String, @Nullable Object> shown() {
        var shown = new LinkedHashMap<String, @Nullable Object>(tree);
        shown.remove(LANGUAGE);
        return shown;
    }

    /** Without what nobody asked for. */
    Map<String, @Nullable Object> asked() {
        var asked = new LinkedHashMap<String, @Nullable Object>(tree);
        asked.remove(UNDONE_BY);
        asked.remove(LANGUAGE);
        asked.remove(RUN_AT);
        asked.remove(SWEPT);
        return asked;
    }

    /** Not to be begun before; the beginning of time when it may begin at once. */
    Instant runAt() {
        return tree.get(RUN_AT) instanceof String at ? Instant.parse(at) : Instant.EPOCH;
    }

    /** What is asked for, to be begun at a moment. */
    static Map<String, @Nullable Object> at(Map<String, ?> asked, Optional<Instant> moment) {
        var noted = new LinkedHashMap<String, @Nullable Object>(asked);
        moment.ifPresent(at -> noted.put(RUN_AT, at.toString()));
        return noted;
    }

    /** Whether its files are gone. */
    boolean isSwept() {
        return Boolean.TRUE.equals(tree.get(SWEPT));
    }

    String swept() {
        var noted = new LinkedHashMap<String, @Nullable Object>(tree);
        noted.put(SWEPT, true);
        return JobText.write(noted);
    }

    /** In which language its member is told of it. */
    Locale language() {
        return tree.get(LANGUAGE) instanceof String tag
                ? Locale.forLanguageTag(tag)
                : Locale.ENGLISH;
    }

    /** What a member asks for. */
    static String of(Map<String, ?> asked, Caller caller) {
        var noted = new LinkedHashMap<String, @Nullable Object>(asked);
        noted.put(LANGUAGE, caller.language().toLanguageTag());
        return JobText.write(noted);
    }

    /** The job that takes this one back. */
    Optional<UUID> undoneBy() {
        return tree.get(UNDONE_BY) instanceof String id
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    String undoneBy(UUID job) {
        var noted = new LinkedHashMap<String, @Nullable Object>(tree);
        noted.put(UNDONE_BY, job.toString());
        return JobText.write(noted);
    }
}
