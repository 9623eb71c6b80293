package org.entente.metadata.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.entente.metadata.model.Rank;

/** The definitions that every tenant has: users, their roles, teams, the administrator. */
public final class PlatformLayer {

    private static final List<String> FILES =
            List.of("user.yaml", "user_role.yaml", "team.yaml", "administrator.yaml");

    private PlatformLayer() {}

    /** Read from the class path; the same every time. */
    public static Layer layer() {
        var files = FILES.stream().map(PlatformLayer::file).toList();
        var read = LayerReader.read(Rank.PLATFORM, "platform", files);
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException(read.problems().toString());
        }
        return read.layer();
    }

    private static SourceFile file(String name) {
        try (var in = PlatformLayer.class.getResourceAsStream("platform/" + name)) {
            var bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new SourceFile("platform/" + name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
