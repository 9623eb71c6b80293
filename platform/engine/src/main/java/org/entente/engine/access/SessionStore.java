package org.entente.engine.access;

import java.time.Instant;
import java.util.Optional;

/** Port: sessions, found by a digest, so that reading the store lets nobody in. */
public interface SessionStore {

    void begin(String digest, Session session);

    /**
     * The session, if it was used since {@code usedAfter} and started since {@code startedAfter}.
     */
    Optional<Session> find(String digest, Instant usedAfter, Instant startedAfter);

    void touch(String digest, Instant at);

    void end(String digest);
}
