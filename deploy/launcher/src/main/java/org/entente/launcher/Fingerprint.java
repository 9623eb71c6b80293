package org.entente.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A digest of names and contents: a checkout changes times without changing a source. */
final class Fingerprint {
    private static final Set<String> PRODUCED =
            Set.of("target", "node_modules", "dist", ".git", ".vite");
    private static final int SHOWN = 32;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LaunchFailure("This JDK has no SHA-256.", e);
        }
    }

    Fingerprint text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /**
     * Adds a file, or a folder with all in it but what a build produced; nothing when it is absent.
     */
    Fingerprint tree(Path base, String relative) throws IOException {
        var start = base.resolve(relative);
        for (var file : files(start)) {
            text(base.relativize(file).toString());
            digest.update(Files.readAllBytes(file));
            digest.update((byte) 0);
        }
        return this;
    }

    /** Adds the content of one file; nothing when it is absent. */
    Fingerprint file(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            digest.update(Files.readAllBytes(file));
        }
        digest.update((byte) 0);
        return this;
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    }

    private static List<Path> files(Path start) throws IOException {
        var found = new ArrayList<Path>();
        if (!Files.exists(start)) {
            return found;
        }
        Files.walkFileTree(
                start,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return PRODUCED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        found.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }
}
