package org.entente.engine.job;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.entente.spi.Tenant;

/** Port: the files of jobs. Nothing is ever held whole in memory. */
public interface JobFiles {

    /** A file of a job; the name is made of small letters, figures and dashes. */
    record Name(Tenant tenant, UUID job, String file) {
        public Name {
            if (!file.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("not a file's name: " + file);
            }
        }
    }

    /**
     * Writes a file whole, in place of an older one; the number of its bytes. At most {@code most}
     * are taken: −1 when there are more, and nothing is kept.
     */
    long write(Name name, InputStream content, long most);

    /** Cuts a file to its first bytes and goes on with these; its length then. */
    long append(Name name, long length, byte[] content);

    /** The first {@code length} bytes of a file; nothing when there is no such file. */
    InputStream read(Name name, long length);

    /** Removes all files of a job. */
    void remove(Tenant tenant, UUID job);

    /** Names of a job's files, in order. */
    List<String> names(Tenant tenant, UUID job);
}
