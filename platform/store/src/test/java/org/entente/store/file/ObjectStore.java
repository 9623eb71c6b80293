package org.entente.store.file;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.store.file.S3Settings.AccessKeys;
import org.jspecify.annotations.Nullable;

/** A server that speaks S3, in a process of its own, which ends with the tests. */
final class ObjectStore {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BUCKET = "entente";

    private static @Nullable ObjectStore running;

    private final int port;

    private ObjectStore(int port) {
        this.port = port;
    }

    static synchronized ObjectStore running() throws IOException {
        if (running == null) {
            running = start();
        }
        return running;
    }

    S3Settings settings() {
        return new S3Settings(
                BUCKET,
                "house/",
                "eu-west-3",
                Optional.of(URI.create("http://localhost:" + port)),
                Optional.of(new AccessKeys("nobody", "nothing")));
    }

    private static ObjectStore start() throws IOException {
        var port = freePort();
        var log = Path.of("target", "object-store.log").toFile();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                program())
                        .redirectErrorStream(true)
                        .redirectOutput(log);
        process.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIALBUCKETS", BUCKET);
        process.environment().put("SERVER_PORT", "0");
        process.environment().put("COM_ADOBE_TESTING_S3MOCK_HTTPPORT", String.valueOf(port));
        var started = process.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await(started, port, log);
        return new ObjectStore(port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String program() {
        return Arrays.stream(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> entry.contains("s3mock"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no server among the libraries of tests"));
    }

    private static void await(Process process, int port, File log) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try (var socket = new Socket("localhost", port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                sleep();
            }
        }
        throw new AssertionError("the object store did not start: see " + List.of(log));
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
