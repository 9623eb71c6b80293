package org.entente.server.problem;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.metadata.expression.ExpressionCompiler;

/**
 * The reasons for which an expression is refused, as they stand in the class files of its room:
 * every constant text of two words or more that is not known to be something else.
 */
final class ExpressionReasons {

    private static final Pattern WORDS = Pattern.compile("[a-z]+(_[a-z]+)+");
    private static final Set<String> OTHERS =
            Set.of("date_time", "expected_entity", "found_entity", "left_entity", "right_entity");
    private static final Set<String> OF_ONE_WORD =
            Set.of("empty", "malformed", "missing", "unexpected");
    private static final String FOLDER = "/org/entente/metadata/expression";

    private ExpressionReasons() {}

    static Set<String> all() throws IOException {
        var reasons = new TreeSet<>(OF_ONE_WORD);
        try (var room = room()) {
            var folder = room.getPath(FOLDER);
            try (var files = Files.list(folder)) {
                for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    collect(file, reasons);
                }
            }
        }
        reasons.removeAll(OTHERS);
        if (reasons.size() < 30) {
            throw new AssertionError("too few reasons were found: " + reasons);
        }
        return reasons;
    }

    private static FileSystem room() throws IOException {
        try {
            var source = ExpressionCompiler.class.getProtectionDomain().getCodeSource();
            return FileSystems.newFileSystem(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException odd) {
            throw new IOException(odd);
        }
    }

    private static void collect(Path file, Set<String> reasons) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (var entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry text
                        && WORDS.matcher(text.stringValue()).matches()) {
                    reasons.add(text.stringValue());
                }
            }
        }
    }
}
