package org.entente.engine.record;

import java.util.function.Consumer;
import org.entente.spi.StoredFile;

/**
 * Bytes that were taken in for a record. Closing it lets go of those that no record came to hold;
 * where that is not known, they stay until somebody sweeps.
 */
public final class Received implements AutoCloseable {

    private final StoredFile file;
    private final Consumer<StoredFile> remove;
    private boolean letGo = true;

    Received(StoredFile file, Consumer<StoredFile> remove) {
        this.file = file;
        this.remove = remove;
    }

    /** What a record would say of them. */
    public StoredFile file() {
        return file;
    }

    /** Until it is known what comes of it, they are nobody's to remove. */
    void hold() {
        letGo = false;
    }

    /** No record holds them. */
    void refused() {
        letGo = true;
    }

    @Override
    public void close() {
        if (letGo) {
            remove.accept(file);
        }
    }
}
