package org.entente.spi;

import java.util.UUID;

/**
 * What a record knows of a file that is kept for it; the bytes are elsewhere.
 *
 * @param id of these very bytes; another file has another id
 * @param name as people see it, never a path
 * @param type media type, as the bytes say themselves
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal
 */
public record StoredFile(UUID id, String name, String type, long size, String sha256) {

    private static final int DIGITS = 64;

    public StoredFile {
        if (name.isBlank() || type.isBlank() || size < 1 || sha256.length() != DIGITS) {
            throw new IllegalArgumentException("no file has such a description");
        }
    }
}
