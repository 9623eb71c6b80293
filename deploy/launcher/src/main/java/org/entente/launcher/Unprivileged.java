package org.entente.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;

/**
 * How to run a program that refuses root, which PostgreSQL does.
 *
 * @param prefix the words before the command
 * @param otherUser true when the command runs under another user, who must own its files
 */
record Unprivileged(List<String> prefix, boolean otherUser) {
    private static final String NOBODY = "65534";

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    static Unprivileged here() {
        if (new UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of(), false);
        }
        var namespace = List.of("unshare", "-U");
        if (Tools.succeeds(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(namespace, false);
        }
        // Many containers forbid user namespaces; then root steps down to a user without rights.
        var stepDown =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (Tools.find("setpriv").isPresent()) {
            return new Unprivileged(stepDown, true);
        }
        throw new LaunchFailure(
                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: use an ordinary user.");
    }

    /** Gives the folder to the user that the command will run under. */
    void own(Path folder) {
        if (otherUser
                && !Tools.succeeds(
                        List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new LaunchFailure(folder + " cannot be given to another user.");
        }
    }
}
