package org.entente.launcher;

import java.io.IOException;
import java.util.List;

/** Ends a house, in the order in which its parts depend on each other. */
final class Down {
    private final Household household;

    Down(Household household) {
        this.household = household;
    }

    void run() throws IOException {
        try (var _ = household.lock()) {
            end();
        }
    }

    /** As {@link #run}, for a caller who holds the lock. */
    void end() throws IOException {
        var together = new Together();
        var liberty = together.after(List.of(), () -> end(household.parts().get(0)));
        var keycloak = together.after(List.of(), () -> end(household.parts().get(1)));
        together.after(List.of(liberty, keycloak), () -> end(household.parts().get(2)));
        together.join();
    }

    private void end(Part part) {
        if (part.process().isPresent()) {
            household.steps().run(part.title() + " ended", part::stop);
        }
        if (part.process().isPresent()) {
            throw new LaunchFailure(
                    part.title()
                            + " does not end; its process is "
                            + part.process().get().pid()
                            + ".");
        }
    }
}
