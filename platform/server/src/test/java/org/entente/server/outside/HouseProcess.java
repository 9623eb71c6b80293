package org.entente.server.outside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process of a house, which can be killed and begun again as it was. */
record HouseProcess(ProcessHandle handle, List<String> words, List<String> variables, Path folder) {

    HouseProcess {
        words = List.copyOf(words);
        variables = List.copyOf(variables);
    }

    /** The application server, known by the mark that the launcher gives it. */
    static HouseProcess liberty(House house) {
        var mark = "-Dentente.part=" + house.folder().resolve("liberty");
        return ProcessHandle.allProcesses()
                .filter(process -> parts(process.pid(), "cmdline").contains(mark))
                .findFirst()
                .map(HouseProcess::of)
                .orElseThrow(() -> new AssertionError("no application server runs: " + mark));
    }

    private static HouseProcess of(ProcessHandle handle) {
        var pid = handle.pid();
        try {
            return new HouseProcess(
                    handle,
                    parts(pid, "cmdline"),
                    parts(pid, "environ"),
                    Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> parts(long pid, String file) {
        try {
            var text = Files.readString(Path.of("/proc/" + pid, file), StandardCharsets.UTF_8);
            return Stream.of(text.split("\0")).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    void kill() throws InterruptedException {
        handle.destroyForcibly();
        while (handle.isAlive()) {
            Thread.sleep(20);
        }
    }

    void beginAgain(File log) throws IOException {
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().clear();
        for (var variable : variables) {
            var at = variable.indexOf('=');
            if (at > 0) {
                builder.environment().put(variable.substring(0, at), variable.substring(at + 1));
            }
        }
        builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
