package org.entente.engine.job;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.entente.engine.file.FileStore;
import org.entente.engine.file.FileStore.Folder;
import org.entente.spi.Tenant;

/** The files of jobs, each job's in a folder of its own. */
public final class JobFiles {

    private static final String FOLDER = "jobs";

    private final FileStore store;

    public JobFiles(FileStore store) {
        this.store = store;
    }

    /** A file of a job; the name is made of small letters, figures and dashes. */
    record Name(Tenant tenant, UUID job, String file) {}

    private static Folder folder(Tenant tenant, UUID job) {
        return new Folder(tenant, FOLDER).folder(job.toString());
    }

    private static FileStore.Name stored(Name name) {
        return folder(name.tenant(), name.job()).file(name.file());
    }

    /**
     * Writes a file whole, in place of an older one; the number of its bytes. At most {@code most}
     * are taken: −1 when there are more, and nothing is kept.
     */
    long write(Name name, InputStream content, long most) {
        return store.write(stored(name), content, most);
    }

    /** Cuts a file to its first bytes and goes on with these; its length then. */
    long append(Name name, long length, byte[] content) {
        return store.append(stored(name), length, content);
    }

    /** The first {@code length} bytes of a file; nothing when there is no such file. */
    InputStream read(Name name, long length) {
        return store.read(stored(name), 0, length).orElseGet(InputStream::nullInputStream);
    }

    /** Removes all files of a job. */
    void remove(Tenant tenant, UUID job) {
        store.remove(folder(tenant, job));
    }

    /** Names of a job's files, in order. */
    List<String> names(Tenant tenant, UUID job) {
        return store.names(folder(tenant, job));
    }
}
