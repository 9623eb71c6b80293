package org.entente.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the test runners wrote down. */
final class Reports {
    private static final Pattern STORIES = Pattern.compile("(\\d+) passed(?:, (\\d+) failed)?");
    private static final Pattern FAILED = Pattern.compile("FAILED  (.+?)(?: \\([0-9.]+ s\\))?");
    private static final String INDENT = " ".repeat(8);

    private static final int LONGEST = 500;

    /** So many lines of a reason stand in the summary; the log has the rest. */
    private static final int REASON = 4;

    private Reports() {}

    /** How many tests passed, and the names of those that did not. */
    record Count(int passed, List<String> failures) {
        Count {
            failures = List.copyOf(failures);
        }

        static Count none() {
            return new Count(0, List.of());
        }

        Count plus(Count other) {
            var all = new ArrayList<>(failures);
            all.addAll(other.failures);
            return new Count(passed + other.passed, all);
        }
    }

    /** Sums the XML reports under the root that were written since the instant. */
    static Count since(Path root, String folder, Instant begun) throws IOException {
        var count = Count.none();
        for (var place : List.of("platform", "plugins", "deploy")) {
            try (var files = Files.walk(root.resolve(place), 5)) {
                var reports =
                        files.filter(file ->
                                        file.toString().contains("/target/" + folder + "/TEST-"))
                                .filter(file -> file.toString().endsWith(".xml"))
                                .sorted()
                                .toList();
                for (var report : reports) {
                    if (Files.getLastModifiedTime(report).compareTo(FileTime.from(begun)) >= 0) {
                        count = count.plus(read(report));
                    }
                }
            }
        }
        return count;
    }

    static Count read(Path report) throws IOException {
        var passed = 0;
        var failures = new ArrayList<String>();
        for (var test : tests(report)) {
            if (has(test, "failure") || has(test, "error")) {
                var name = test.getAttribute("classname") + "." + test.getAttribute("name");
                failures.add(name + reason(message(test)));
            } else if (!has(test, "skipped")) {
                passed++;
            }
        }
        return new Count(passed, failures);
    }

    private static List<Element> tests(Path report) throws IOException {
        try (var in = Files.newInputStream(report)) {
            var nodes =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getElementsByTagName("testcase");
            var tests = new ArrayList<Element>();
            for (var index = 0; index < nodes.getLength(); index++) {
                if (nodes.item(index) instanceof Element element) {
                    tests.add(element);
                }
            }
            return tests;
        } catch (ParserConfigurationException | SAXException e) {
            throw new LaunchFailure(report + " is not a test report.", e);
        }
    }

    /** What the test said, fit to stand below its name. */
    private static List<String> message(Element test) {
        return Stream.of("failure", "error")
                .map(test::getElementsByTagName)
                .filter(nodes -> nodes.getLength() > 0)
                .map(nodes -> ((Element) nodes.item(0)).getAttribute("message"))
                .flatMap(String::lines)
                .map(line -> INDENT + line.substring(0, Math.min(line.length(), LONGEST)))
                .toList();
    }

    private static boolean has(Element test, String name) {
        return test.getElementsByTagName(name).getLength() > 0;
    }

    /** The last line that counts; a runner that does not count is one test. */
    static Count stories(List<String> output, int status) {
        Count count =
                status == 0 ? new Count(1, List.of()) : new Count(0, List.of("browser stories"));
        for (var line : output) {
            Matcher matcher = STORIES.matcher(line);
            if (matcher.matches()) {
                var failed = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
                count =
                        new Count(
                                Integer.parseInt(matcher.group(1)),
                                stories(told(output), failed, status));
            }
        }
        return count;
    }

    private static List<String> stories(Map<String, String> told, int failed, int status) {
        var failures = new ArrayList<String>();
        told.forEach((name, reason) -> failures.add("browser story: " + name + reason));
        for (var index = failures.size() + 1; index <= failed; index++) {
            failures.add("browser story (see the log), " + index + " of " + failed);
        }
        if (failures.isEmpty() && status != 0) {
            failures.add("browser stories ended with " + status);
        }
        return failures;
    }

    /** Why each story failed that is named as failed, once for each, by its name. */
    private static Map<String, String> told(List<String> output) {
        var reasons = new LinkedHashMap<String, String>();
        for (var index = 0; index < output.size(); index++) {
            Matcher matcher = FAILED.matcher(output.get(index));
            if (matcher.matches()) {
                reasons.put(matcher.group(1), reason(output.subList(index + 1, output.size())));
            }
        }
        return reasons;
    }

    private static String reason(List<String> after) {
        return after.stream()
                .takeWhile(line -> line.startsWith(INDENT))
                .filter(line -> !line.isBlank())
                .limit(REASON)
                .map(line -> System.lineSeparator() + line)
                .collect(Collectors.joining());
    }
}
