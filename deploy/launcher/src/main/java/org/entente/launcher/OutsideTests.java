package org.entente.launcher;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests that see a running house from outside. */
final class OutsideTests {
    private static final List<String> WORDS =
            List.of(
                    "-pl",
                    "platform/server",
                    "-am",
                    "verify",
                    "-DskipUnitTests",
                    "-DskipITs=false",
                    "-Dspotless.check.skip=true",
                    "-Dcheckstyle.skip=true",
                    "-Denforcer.skip=true",
                    "-Dmaven.test.failure.ignore=true");

    private final Household household;
    private final House house;

    OutsideTests(Household household) {
        this.household = household;
        this.house = household.house();
    }

    /** What was counted, and the log when Maven itself failed. */
    record Result(Reports.Count count, Optional<String> brokenLog) {}

    /**
     * @param stage names the log
     */
    Result run(String stage, List<String> choosing) throws IOException {
        var begun = Instant.now();
        var words = new ArrayList<>(WORDS);
        words.addAll(choosing);
        words.addAll(
                List.of(
                        "-Dentente.url=" + house.url(),
                        "-Dentente.keycloak=" + house.keycloakUrl(),
                        "-Dentente.db.host=localhost",
                        "-Dentente.db.port=" + house.ports().postgres(),
                        "-Dentente.house=" + house.folder(),
                        "-Dentente.liberty=" + household.installer().programs().liberty()));
        var log = house.log("test-" + stage);
        var status = new Watched(household).maven(words, log);
        return new Result(
                Reports.since(house.root(), "failsafe-reports", begun),
                status == 0 ? Optional.empty() : Optional.of(log.toString()));
    }
}
