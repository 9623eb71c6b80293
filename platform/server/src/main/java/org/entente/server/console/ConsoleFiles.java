package org.entente.server.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files that the console was built to. */
@Dependent
public final class ConsoleFiles {

    private static final String FOLDER = "/console";

    /** Their names carry a digest of their content. */
    private static final String IMMUTABLE = "/assets/";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("js", "text/javascript;charset=UTF-8"),
                    Map.entry("css", "text/css;charset=UTF-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("txt", "text/plain;charset=UTF-8"));

    private final ServletContext context;

    @Inject
    public ConsoleFiles(ServletContext context) {
        this.context = context;
    }

    /** Sends the file of this path; false when there is none that may be sent. */
    public boolean send(String path, HttpServletResponse response) throws IOException {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        var content = type == null ? Optional.<byte[]>empty() : read(path);
        if (content.isEmpty()) {
            return false;
        }
        response.setContentType(type);
        response.setHeader(
                "Cache-Control",
                path.startsWith(IMMUTABLE)
                        ? "public, max-age=31536000, immutable"
                        : "public, max-age=3600");
        response.setContentLength(content.get().length);
        response.getOutputStream().write(content.get());
        return true;
    }

    /** The page that begins the console, if one was built. */
    Optional<String> index() throws IOException {
        return read("/index.html").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> read(String path) throws IOException {
        try (var in = context.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
