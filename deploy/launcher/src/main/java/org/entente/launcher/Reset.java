package org.entente.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Ends a house and deletes all it holds. */
final class Reset {
    private final Household household;

    Reset(Household household) {
        this.household = household;
    }

    void run(boolean agreed) throws IOException {
        var folder = household.house().folder();
        if (!agreed && !confirm("Delete all data in " + folder + "? [y/N] ")) {
            throw new LaunchFailure("Nothing was deleted. (--yes answers beforehand.)");
        }
        try (var _ = household.lock()) {
            new Down(household).end();
            household.steps().run("data deleted", () -> Trees.delete(folder));
        }
    }

    private boolean confirm(String question) throws IOException {
        household.steps().say(question);
        var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        @Nullable String answer = input.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
