package org.entente.server.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.model.FieldType.ImageType;
import org.entente.spi.StoredFile;

/** Files as they travel to a browser, which is to show images and to run nothing. */
final class FileAnswers {

    private static final String UNKNOWN = "application/octet-stream";

    /** What no browser runs, even if a page asks it to. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "application/pdf",
                    "application/zip",
                    "application/gzip",
                    "application/msword",
                    "application/rtf",
                    "text/plain",
                    "text/csv");

    private static final String NOTHING_RUNS =
            "default-src 'none'; img-src 'self'; style-src 'none'; sandbox; frame-ancestors 'none'";

    private FileAnswers() {}

    /** What the client has already, and which part it wants. */
    record Wanted(Optional<String> known, Optional<String> range) {}

    /** Opens the bytes. */
    interface Opening {
        InputStream open(long from, long length);
    }

    static Response of(StoredFile file, Wanted wanted, Opening bytes) {
        if (wanted.known().filter(known -> knows(known, file)).isPresent()) {
            return Response.notModified().header("ETag", tag(file)).build();
        }
        return switch (ByteRange.of(wanted.range(), file.size())) {
            case ByteRange.Whole() -> whole(file, bytes);
            case ByteRange.Part(var from, var to) ->
                    body(Response.status(206), file, from, to - from + 1, bytes)
                            .header(
                                    "Content-Range",
                                    "bytes %d-%d/%d".formatted(from, to, file.size()))
                            .build();
            case ByteRange.Beyond() ->
                    Response.status(416).header("Content-Range", "bytes */" + file.size()).build();
        };
    }

    private static Response whole(StoredFile file, Opening bytes) {
        return body(Response.ok(), file, 0, file.size(), bytes).build();
    }

    /** They are opened before a header is sent, so that whoever has lost them can say so. */
    private static ResponseBuilder body(
            ResponseBuilder response, StoredFile file, long from, long length, Opening bytes) {
        var content = bytes.open(from, length);
        StreamingOutput output =
                out -> {
                    try (content) {
                        content.transferTo(out);
                    }
                };
        return response.entity(output)
                .type(servedType(file.type()))
                .header("Content-Length", length)
                .header(Disposition.HEADER, disposition(file))
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Accept-Ranges", "bytes")
                .header("ETag", tag(file));
    }

    private static boolean knows(String known, StoredFile file) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("*") || one.equals(tag(file)));
    }

    private static String tag(StoredFile file) {
        return '"' + file.sha256() + '"';
    }

    private static String disposition(StoredFile file) {
        var kind = ImageType.KINDS.contains(file.type()) ? "inline" : "attachment";
        return Disposition.of(kind, file.name());
    }

    static String servedType(String type) {
        var harmless =
                HARMLESS.contains(type)
                        || ImageType.KINDS.contains(type)
                        || type.startsWith("audio/")
                        || type.startsWith("video/")
                        || (type.startsWith("application/vnd.") && !type.endsWith("+xml"));
        return harmless ? type : UNKNOWN;
    }
}
