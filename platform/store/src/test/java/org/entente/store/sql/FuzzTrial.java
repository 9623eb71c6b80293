package org.entente.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Jazzer on parser, renderer and evaluator for a while: {@code ./entente trial fuzz [--seconds N]}.
 * What it learns stays in the folder, so that a next run goes on from there; each finding stays
 * there as a file, whose text is printed.
 */
@Tag("trial")
class FuzzTrial {

    private static final int SECONDS = 300;
    private static final int RANDOM = 300;
    private static final int LONGEST = 4_096;

    /** The fixtures speak to their own database. */
    private static final String ALLOWED =
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery"
                    + ":com.code_intelligence.jazzer.sanitizers.SqlInjection";

    private static final String INSTRUMENTED =
            "--instrumentation_includes=dev.cel.parser.**:org.entente.metadata.expression.**"
                    + ":org.entente.engine.expression.**:org.entente.store.sql.**";
    private static final Pattern TELLING = Pattern.compile("DONE|cov: \\d+ .*pulse|== Java|ERROR");
    private static final Pattern IN_YAML =
            Pattern.compile(
                    "(?:formula|filter|check|when|of|default|visible|required): *(?:\"(.+?)\"|'(.+?)'|([^{}\\[\\]\"'\\n]+?))\\s*(?:[,}]|$)",
                    Pattern.MULTILINE);

    private final Path folder =
            Path.of(System.getProperty("entente.trial.folder", "target/fuzz")).toAbsolutePath();
    private final Path seeds = folder.resolve("seeds");
    private final Path learned = folder.resolve("learned");
    private final Path findings = folder.resolve("findings");

    @Test
    void answersWhateverIsAsked() throws IOException, InterruptedException {
        for (var place : List.of(seeds, learned, findings)) {
            Files.createDirectories(place);
        }
        say(write(texts()) + " seeds");
        var known = found();
        var status = run();
        var found = found();
        found.removeAll(known);
        for (var file : found) {
            say(
                    "FOUND "
                            + file
                            + ": "
                            + printable(
                                    Files.readString(
                                            file, java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
        assertEquals(List.of(), found);
        assertEquals(0, status);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "·");
    }

    private List<Path> found() throws IOException {
        try (var files = Files.list(findings)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    /** The expressions of the demo tenants, those of the tests, and random ones. */
    private static List<String> texts() throws IOException {
        var random = new Random(1);
        var made = new RandomExpressions(RandomModel.create(random), random);
        var texts = new ArrayList<>(ExpressionFuzz.SEEDS);
        IntStream.range(0, RANDOM).forEach(i -> texts.add(made.any(1 + i % 5)));
        var tenants = Path.of(System.getProperty("entente.trial.root", "../..")).resolve("tenants");
        try (Stream<Path> files = Files.walk(tenants)) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                var matcher = IN_YAML.matcher(Files.readString(file));
                while (matcher.find()) {
                    for (var group = 1; group <= matcher.groupCount(); group++) {
                        if (matcher.group(group) != null) {
                            texts.add(matcher.group(group));
                        }
                    }
                }
            }
        }
        return texts;
    }

    private int write(List<String> texts) throws IOException {
        var number = 0;
        for (var text : texts) {
            Files.writeString(seeds.resolve("seed-" + number++), text);
        }
        var words =
                ExpressionFuzz.WORDS.stream()
                        .map(word -> word.replace("\\", "\\\\").replace("\"", "\\\""))
                        .filter(word -> word.chars().allMatch(letter -> letter < 0x7F))
                        .map(word -> "\"" + word + "\"")
                        .toList();
        Files.write(folder.resolve("words"), words);
        return number;
    }

    private int run() throws IOException, InterruptedException {
        var classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx1g", "-Duser.timezone=UTC"));
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-XX:+EnableDynamicAgentLoading"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", classes, "com.code_intelligence.jazzer.Jazzer"));
        command.add("--target_class=" + ExpressionFuzz.class.getName());
        command.add(INSTRUMENTED);
        command.add(ALLOWED);
        command.add("--reproducer_path=" + findings);
        command.add("-artifact_prefix=" + findings + "/");
        command.add("-dict=" + folder.resolve("words"));
        command.add("-max_len=" + LONGEST);
        command.add("-timeout=120");
        command.add("-max_total_time=" + Integer.getInteger("entente.trial.seconds", SECONDS));
        command.addAll(List.of(learned.toString(), seeds.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(this::tell);
        }
        return process.waitFor();
    }

    private void tell(String line) {
        if (TELLING.matcher(line).find()) {
            say(line);
        } else {
            System.out.println(line);
        }
    }

    private static void say(String what) {
        System.out.println("TRIAL fuzz: " + what);
    }
}
