package org.entente.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has the server's own virtual machine record what it does (JDK Flight Recorder). */
final class Recorder {
    private final Settings.House house;

    Recorder(Settings.House house) {
        this.house = house;
        // A request is deeper than the usual 64 frames; can be said before the first recording
        // only.
        attempt("JFR.configure", "stackdepth=256");
    }

    Profile during(String name, Runnable work) {
        var file = house.folder().resolve("bench-" + name + ".jfr");
        command(
                "JFR.start",
                "name=bench",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=2ms");
        try {
            work.run();
        } finally {
            command("JFR.stop", "name=bench", "filename=" + file);
        }
        var profile = Profile.read(file);
        profile.write(house.folder().resolve("bench-" + name + ".txt"));
        return profile;
    }

    private void command(String... words) {
        if (!attempt(words)) {
            throw new BenchFailure("jcmd refused " + words[0]);
        }
    }

    private boolean attempt(String... words) {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(String.valueOf(house.liberty()));
        all.addAll(List.of(words));
        try {
            var process =
                    new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new BenchFailure("jcmd does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
