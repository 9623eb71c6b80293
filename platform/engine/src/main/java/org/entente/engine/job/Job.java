package org.entente.engine.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Work that a member set going.
 *
 * @param definition what was asked for, as JSON
 * @param progress how far it has come, as JSON
 * @param by whose work and whose rights
 * @param touchedAt when it was last worked on
 */
public record Job(
        UUID id,
        State state,
        String definition,
        String progress,
        UUID by,
        Instant createdAt,
        Instant touchedAt) {

    /** What becomes of a job. */
    public enum State {
        /** Waits for its file, or to be run. */
        WAITING,
        /** Given to the runner, who begins at the moment that was asked for. */
        SCHEDULED,
        /** Given to the runner, who works at it or will. */
        RUNNING,
        /** Ended; every row was taken or refused. */
        DONE,
        /** Ended at the first refused row, as was asked for. */
        STOPPED,
        CANCELLED,
        /** Ended by what can be mended; can be run again from where it was. */
        INTERRUPTED,
        /** Failed again and again without a reason that its member could mend. */
        DEAD;

        private static final Set<State> OVER = Set.of(DONE);

        /** As clients see it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether running it, or running it on, makes sense. */
        boolean canRun() {
            return !OVER.contains(this);
        }

        /** Whether the runner has it. */
        public boolean isWanted() {
            return this == RUNNING || this == SCHEDULED;
        }
    }

    Job defined(String nextDefinition) {
        return new Job(id, state, nextDefinition, progress, by, createdAt, touchedAt);
    }

    Job in(State next, String nextProgress, Instant now) {
        return new Job(id, next, definition, nextProgress, by, createdAt, now);
    }
}
