package org.entente.metadata.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.spi.Outcome;
import org.entente.spi.StoredFile;

/**
 * Reads and writes what is said of files. Reading is for what the platform itself has told before:
 * nobody else may say which bytes a record has, and the engine lets nobody.
 */
final class Attachments {

    private static final String FILE = "file";

    private Attachments() {}

    static Outcome<StoredFile> read(Object wire) {
        if (wire instanceof StoredFile file) {
            return Outcome.done(file);
        }
        if (wire instanceof Map<?, ?> parts
                && parts.get("id") instanceof String id
                && parts.get("name") instanceof String name
                && parts.get("type") instanceof String type
                && parts.get("size") instanceof Number size
                && parts.get("sha256") instanceof String digest) {
            try {
                return Outcome.done(
                        new StoredFile(UUID.fromString(id), name, type, size.longValue(), digest));
            } catch (IllegalArgumentException unfit) {
                return Refusals.wrongType(FILE);
            }
        }
        return Refusals.wrongType(FILE);
    }

    static Map<String, Object> write(StoredFile file) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", file.id().toString());
        written.put("name", file.name());
        written.put("type", file.type());
        written.put("size", file.size());
        written.put("sha256", file.sha256());
        return Collections.unmodifiableMap(written);
    }
}
