package org.entente.engine.changeset;

import java.util.Map;
import java.util.UUID;
import org.entente.engine.job.Chore;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Applies a change set whose values are too many for whoever asked to wait for: with the rights of
 * the member, who has them still.
 */
public final class Application implements Chore {

    /** The kind of its jobs. */
    public static final String KIND = "apply";

    static final String CHANGE_SET = "change_set";

    private final ChangeSets changeSets;

    public Application(ChangeSets changeSets) {
        this.changeSets = changeSets;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public Outcome<Course> open(Caller caller, Map<String, @Nullable Object> asked) {
        var id = UUID.fromString(String.valueOf(asked.get(CHANGE_SET)));
        return changeSets.opened(caller, id);
    }
}
