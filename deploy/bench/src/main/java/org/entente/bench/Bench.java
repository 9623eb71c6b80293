package org.entente.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One run: prepares, measures shape by shape, tells. */
final class Bench {
    private static final int ROUNDS = 3;
    private static final int FIRST_CAUSES = 3;
    private static final int MANY = 16;
    private static final Duration WARM = Duration.ofSeconds(1);

    private final Settings settings;
    private final PrintStream out;
    private final Ground ground;

    Bench(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.ground = new Ground(settings);
    }

    void run() throws SQLException {
        try (ground) {
            say("preparing %,d accounts on both sides".formatted(settings.rows()));
            ground.prepare();
            var shapes = ground.shapes().stream().filter(it -> settings.wants(it.name())).toList();
            warmUp(shapes);
            var comparisons = new ArrayList<Comparison>();
            for (var shape : shapes) {
                comparisons.addAll(measure(shape));
            }
            var profiles = profiles(shapes);
            out.println(report(comparisons));
            out.println(causes(profiles));
        }
    }

    private void say(String text) {
        out.println("     ...  " + text);
    }

    private void warmUp(List<Shape> shapes) throws SQLException {
        say("warming up");
        for (var shape : shapes.stream().filter(it -> !it.alone()).toList()) {
            WarmUp.of(shape.ours(), MANY);
            WarmUp.of(shape.reference(), MANY);
            ground.takeBack();
        }
    }

    private List<Comparison> measure(Shape shape) throws SQLException {
        var all = new ArrayList<Comparison>();
        for (var connections : settings.connections()) {
            if (shape.alone() && !all.isEmpty()) {
                break;
            }
            var comparison = compare(shape, shape.alone() ? 1 : connections);
            say(String.join("  ", comparison.cells()));
            all.add(comparison);
            ground.takeBack();
        }
        return all;
    }

    /** The sides take turns, so that what else the machine does meets both alike. */
    private Comparison compare(Shape shape, int connections) {
        shape.ours().run(connections, WARM);
        shape.reference().run(connections, WARM);
        var time = Duration.ofMillis(settings.seconds() * 1_000L / ROUNDS);
        var ours = new ArrayList<Sample>();
        var reference = new ArrayList<Sample>();
        for (var round = 0; round < ROUNDS; round++) {
            ours.add(shape.ours().run(connections, time));
            reference.add(shape.reference().run(connections, time));
        }
        return new Comparison(shape, connections, ours, reference);
    }

    /** The platform alone, apart from the measured rounds, which a recording would slow. */
    private Map<Shape, Profile> profiles(List<Shape> shapes) throws SQLException {
        Map<Shape, Profile> profiles = new LinkedHashMap<>();
        if (settings.house().profile()) {
            say("recording where the time goes");
            var recorder = new Recorder(settings.house());
            for (var shape : shapes.stream().filter(it -> !it.alone()).toList()) {
                var time = Duration.ofSeconds(settings.seconds());
                profiles.put(
                        shape, recorder.during(shape.name(), () -> shape.ours().run(MANY, time)));
                ground.takeBack();
            }
        }
        return profiles;
    }

    private String report(List<Comparison> comparisons) {
        var table = new TextTable(Comparison.HEAD);
        comparisons.forEach(comparison -> table.add(comparison.cells()));
        var generator =
                comparisons.stream()
                        .filter(it -> !it.shape().alone())
                        .mapToDouble(it -> Comparison.all(it.ours()).generatorPerRequest())
                        .average()
                        .orElse(0);
        return "\n"
                + table
                + """

                %1$,d accounts and %2$,d contacts on both sides; %3$d processors for server, database and generator together;
                %4$d rounds of %5$.1f s a side in turns; ratio is the median of the rounds' ratios. CPU is milliseconds a request,
                Liberty + PostgreSQL; the generator took another %6$.2f. Ours: a user with one role by bearer token, rights on
                entities and fields (rules on rows are not built yet), audit in each write's transaction. The reference: a servlet in the
                same Liberty, hand-made tables and indexes, JDBC through the container's pool, one known token, no model, no rights,
                no audit. Both answer the same JSON, but ours also names the people in owner, created_by and updated_by, makes a cursor,
                and has an API that any field can be filtered by.
                """
                        .formatted(
                                settings.rows(),
                                settings.rows() * 2,
                                Runtime.getRuntime().availableProcessors(),
                                ROUNDS,
                                settings.seconds() * 1.0 / ROUNDS,
                                generator);
    }

    private String causes(Map<Shape, Profile> profiles) {
        if (profiles.isEmpty()) {
            return "";
        }
        var head = new ArrayList<>(List.of("% of Liberty's time (of its bytes)"));
        profiles.keySet().forEach(shape -> head.add(shape.name()));
        var table = new TextTable(head);
        for (var cause : Cause.values()) {
            var row = new ArrayList<>(List.of(cause.title()));
            profiles.values()
                    .forEach(it ->
                            row.add("%.0f (%.0f)".formatted(it.time(cause), it.bytes(cause))));
            table.add(row);
        }
        var first =
                profiles.entrySet().stream()
                        .map(it -> it.getKey().name() + ": " + first(it.getValue()))
                        .collect(Collectors.joining("\n"));
        return "%s\nFirst causes\n%s\n\nMethod by method: %s/bench-R*.txt, and .jfr beside."
                .formatted(table, first, settings.house().folder());
    }

    private static String first(Profile profile) {
        return profile.first(FIRST_CAUSES).stream()
                .map(cause -> "%s %.0f %%".formatted(cause.title(), profile.time(cause)))
                .collect(Collectors.joining(", "));
    }
}
