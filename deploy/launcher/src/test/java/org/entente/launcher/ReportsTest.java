package org.entente.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="a.BTest" tests="4">
              <testcase name="works" classname="a.BTest" time="0.1"/>
              <testcase name="breaks" classname="a.BTest"><failure message="no">at a.B</failure></testcase>
              <testcase name="explodes" classname="a.BTest"><error message="no"/></testcase>
              <testcase name="waits" classname="a.BTest"><skipped/></testcase>
            </testsuite>
            """;

    @TempDir Path root;

    @Test
    void countsWhatPassedAndNamesWhatDidNotWithItsReason() throws IOException {
        var report = write("platform/spi/target/surefire-reports/TEST-a.BTest.xml");

        var reason = System.lineSeparator() + "        no";
        assertEquals(
                new Reports.Count(
                        1, List.of("a.BTest.breaks" + reason, "a.BTest.explodes" + reason)),
                Reports.read(report));
    }

    @Test
    void anOlderReportDoesNotCount() throws IOException {
        for (var room : List.of("platform", "plugins", "deploy")) {
            Files.createDirectories(root.resolve(room));
        }
        var report = write("platform/spi/target/surefire-reports/TEST-a.BTest.xml");
        var written = Files.getLastModifiedTime(report).toInstant();

        assertEquals(1, Reports.since(root, "surefire-reports", written.minusSeconds(1)).passed());
        assertEquals(
                Reports.Count.none(),
                Reports.since(root, "surefire-reports", written.plusSeconds(1)));
        assertEquals(Reports.Count.none(), Reports.since(root, "failsafe-reports", Instant.EPOCH));
    }

    @Test
    void storiesCountThemselvesOrAreOne() {
        assertEquals(
                new Reports.Count(7, List.of()),
                Reports.stories(List.of("3 passed", "7 passed, 0 failed"), 0));
        assertEquals(2, Reports.stories(List.of("5 passed, 2 failed"), 1).failures().size());
        assertEquals(1, Reports.stories(List.of("5 passed"), 1).failures().size());
        assertEquals(new Reports.Count(1, List.of()), Reports.stories(List.of("fine"), 0));
        assertEquals(1, Reports.stories(List.of("boom"), 2).failures().size());
    }

    @Test
    void failedStoriesAreNamedOnceWithTheFirstLinesOfTheirReason() {
        var failed =
                List.of(
                        "FAILED  a list is 3 passed, 2 failed (20.1 s)",
                        "        the page is 400 wide in 360",
                        "        ",
                        "        found [",
                        "          1",
                        "        ]",
                        "            at play (run.mjs:60)",
                        "FAILED  an import ends (0.3 s)",
                        "        Timeout");
        var output = new ArrayList<>(List.of("passed  a record (1.0 s)"));
        output.addAll(failed);
        output.add("12.0 s in all");
        output.addAll(failed);
        output.add("1 passed, 3 failed");

        var end = System.lineSeparator();
        assertEquals(
                new Reports.Count(
                        1,
                        List.of(
                                String.join(
                                        end,
                                        "browser story: a list is 3 passed, 2 failed",
                                        "        the page is 400 wide in 360",
                                        "        found [",
                                        "          1",
                                        "        ]"),
                                "browser story: an import ends" + end + "        Timeout",
                                "browser story (see the log), 3 of 3")),
                Reports.stories(output, 1));
    }

    private Path write(String name) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, REPORT);
    }
}
