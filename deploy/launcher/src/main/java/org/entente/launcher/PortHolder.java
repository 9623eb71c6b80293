package org.entente.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says whether a loopback port is free and, where the system tells, who listens on it. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int SHOWN = 120;

    private PortHolder() {}

    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The listener in words, such as "process 4711 (java -jar other.jar)". */
    static Optional<String> describe(int port) {
        return process(port)
                .map(holder -> {
                    var words = String.join(" ", Marks.commandLine(holder)).strip();
                    var shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
                    return "process " + holder.pid() + " (" + shown + ")";
                });
    }

    private static Optional<ProcessHandle> process(int port) {
        var sockets = new HashSet<String>();
        for (var table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listeners(lines(PROC.resolve(table)), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The socket numbers that listen on the port, from the lines of {@code /proc/net/tcp}. */
    static Set<String> listeners(List<String> table, int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        var found = new HashSet<String>();
        for (var line : table) {
            var columns = line.strip().split("\\s+", -1);
            if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
                found.add("socket:[" + columns[9] + "]");
            }
        }
        return found;
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(PROC.resolve(process.pid() + "/fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, sockets));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return false;
        }
    }
}
