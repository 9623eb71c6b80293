package org.entente.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** How far the start of this node has come. */
@ApplicationScoped
public class Progress {

    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();

    /** Whether requests can be served: the catalog is there. */
    public boolean open() {
        return open.get();
    }

    /** Whether the start is over: no tenant is left half made. */
    public boolean started() {
        return started.get();
    }

    public void opened() {
        open.set(true);
    }

    public void finished() {
        started.set(true);
    }
}
