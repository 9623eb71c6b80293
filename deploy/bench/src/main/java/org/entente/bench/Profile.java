package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What the server was seen doing while it was sampled. */
final class Profile {
    private static final int SHOWN = 40;

    private final Map<Cause, Long> time = new HashMap<>();
    private final Map<Cause, Long> bytes = new HashMap<>();
    private final Map<String, Long> ours = new HashMap<>();
    private final Map<String, Long> innermost = new HashMap<>();

    private Profile() {}

    static Profile read(Path file) {
        var profile = new Profile();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                profile.count(recording.readEvent());
            }
        } catch (IOException e) {
            throw new BenchFailure("the profile cannot be read", e);
        }
        return profile;
    }

    private void count(RecordedEvent event) {
        var stack = event.getStackTrace();
        if (stack == null) {
            return;
        }
        var cause = Cause.of(stack.getFrames().stream().map(Profile::type).toList());
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> {
                time.merge(cause, 1L, Long::sum);
                innermost.merge(name(stack.getFrames().getFirst()), 1L, Long::sum);
                var seen = new LinkedHashSet<String>();
                stack.getFrames().forEach(frame -> seen.add(name(frame)));
                seen.stream()
                        .filter(name -> name.startsWith("org.entente."))
                        .forEach(name -> ours.merge(name, 1L, Long::sum));
            }
            case "jdk.ObjectAllocationSample" ->
                    bytes.merge(cause, event.getLong("weight"), Long::sum);
            default -> {}
        }
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String name(RecordedFrame frame) {
        return type(frame) + "." + frame.getMethod().getName();
    }

    /** Hundredths of the time that the server was seen computing. */
    double time(Cause cause) {
        return part(time, cause);
    }

    /** Hundredths of the bytes that were allocated. */
    double bytes(Cause cause) {
        return part(bytes, cause);
    }

    private static double part(Map<Cause, Long> counts, Cause cause) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : 100.0 * counts.getOrDefault(cause, 0L) / all;
    }

    /** The causes that took most, the first first. */
    List<Cause> first(int most) {
        return time.entrySet().stream()
                .sorted(Map.Entry.<Cause, Long>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    /** Method by method, for whoever looks further. */
    void write(Path file) {
        var text =
                list("our methods, with all that they call", ours)
                        + list("where the processor was", innermost);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BenchFailure(file + " cannot be written", e);
        }
    }

    private String list(String title, Map<String, Long> counts) {
        var samples = time.values().stream().mapToLong(Long::longValue).sum();
        var out = new StringBuilder(title).append(" (" + samples + " samples)\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry ->
                        out.append(
                                String.format(
                                        Locale.ROOT,
                                        "  %5.1f %%  %s%n",
                                        100.0 * entry.getValue() / Math.max(1, samples),
                                        entry.getKey())));
        return out.toString();
    }
}
