package org.entente.engine.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What kind of file some bytes are, by their own account. */
public final class MediaTypes {

    /** Nothing is known of the bytes. */
    public static final String UNKNOWN = "application/octet-stream";

    /** Many formats share these; the name says which one is meant. */
    private static final Set<String> SHARED =
            Set.of(
                    "text/plain",
                    "application/xml",
                    "application/zip",
                    "application/x-tika-ooxml",
                    "application/x-tika-msoffice");

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private MediaTypes() {}

    /**
     * The media type of a file that begins with some bytes. The name counts only where it narrows
     * what the bytes say.
     */
    public static String of(byte[] head, String name) {
        var bare = detected(head, new Metadata());
        if (!SHARED.contains(bare.toString())) {
            return bare.getBaseType().toString();
        }
        var named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return external(detected(head, named).getBaseType().toString());
    }

    private static MediaType detected(byte[] head, Metadata metadata) {
        try (var in = new ByteArrayInputStream(head)) {
            return KNOWN.detect(in, metadata);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Words of the detector's own are nothing to tell others. */
    private static String external(String type) {
        return switch (type) {
            case "application/x-tika-ooxml" -> "application/zip";
            case "application/x-tika-msoffice" -> UNKNOWN;
            case String other -> other;
        };
    }

    /** Whether a type is one of those that are accepted; all are where none is named. */
    public static boolean accepts(List<String> accepted, String type) {
        return accepted.isEmpty()
                || accepted.stream()
                        .anyMatch(kind ->
                                kind.equals(type)
                                        || (kind.endsWith("/*")
                                                && type.startsWith(
                                                        kind.substring(0, kind.length() - 1))));
    }
}
