package org.entente.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds a house's processes by the words on their command line.
 *
 * <p>Nothing is remembered: a process id that was written down may belong to somebody else by now.
 */
final class Marks {
    private static final Path PROC = Path.of("/proc");

    private Marks() {}

    /** The process whose command line holds these words one after the other. */
    static Optional<ProcessHandle> find(List<String> mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> carries(commandLine(process), mark))
                .min((a, b) -> Long.compare(a.pid(), b.pid()));
    }

    static boolean carries(List<String> commandLine, List<String> mark) {
        return Collections.indexOfSubList(commandLine, mark) >= 0;
    }

    /** The words a process was started with; empty when it has gone or belongs to the kernel. */
    static List<String> commandLine(ProcessHandle process) {
        var file = PROC.resolve(process.pid() + "/cmdline");
        if (Files.isDirectory(PROC)) {
            try {
                return words(Files.readAllBytes(file));
            } catch (IOException e) {
                return List.of();
            }
        }
        var words = new ArrayList<String>();
        process.info().command().ifPresent(words::add);
        process.info().arguments().ifPresent(arguments -> words.addAll(Arrays.asList(arguments)));
        return words;
    }

    private static List<String> words(byte[] raw) {
        var text = new String(raw, StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\0", -1));
    }

    /** True when this system shows the folders that processes work in. */
    static boolean seesFolders() {
        return Files.isDirectory(PROC);
    }

    /**
     * Processes that work inside the folder, such as the backends of a PostgreSQL that has gone.
     */
    static List<ProcessHandle> workingIn(Path folder) {
        return ProcessHandle.allProcesses().filter(process -> worksIn(process, folder)).toList();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd")).equals(folder);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
