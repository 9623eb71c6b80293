package org.entente.engine.file;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.entente.spi.Tenant;

/**
 * Port: files of tenants, by names that the platform makes. Nothing is ever held whole in memory.
 * Where the place that keeps them is away, an {@link org.entente.spi.EntenteException} of code
 * UNAVAILABLE says so.
 */
public interface FileStore {

    /**
     * A folder of a tenant, which is there as soon as a file is in it.
     *
     * @param path words of small letters, figures and dashes, joined by slashes
     */
    record Folder(Tenant tenant, String path) {
        public Folder {
            if (!path.matches("[a-z0-9-]{1,40}(/[a-z0-9-]{1,40}){0,3}")) {
                throw new IllegalArgumentException("not a folder: " + path);
            }
        }

        /** A file in it. */
        public Name file(String name) {
            return new Name(this, name);
        }

        /** A folder in it. */
        public Folder folder(String name) {
            return new Folder(tenant, path + "/" + name);
        }
    }

    /** A file; its name is made of small letters, figures and dashes. */
    record Name(Folder folder, String file) {
        public Name {
            if (!file.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("not a file's name: " + file);
            }
        }
    }

    /**
     * Writes a file whole, in place of an older one; the number of its bytes. At most {@code most}
     * are taken: −1 when there are more, and nothing is kept. Nobody ever reads half of it.
     */
    long write(Name name, InputStream content, long most);

    /** Cuts a file to its first bytes and goes on with these; its length then. */
    long append(Name name, long length, byte[] content);

    /** At most {@code length} bytes of a file from one on; empty when there is no such file. */
    Optional<InputStream> read(Name name, long from, long length);

    /** Removes a file, if it is there. */
    void remove(Name name);

    /** Removes all files of a folder, but no folder in it. */
    void remove(Folder folder);

    /** Names of a folder's files, in order. */
    List<String> names(Folder folder);

    /** Names of the folders in a folder, in order. */
    List<String> folders(Folder folder);
}
