package org.entente.server.gate;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own host name from others. A page under a foreign name could make a browser talk to us
 * as if we were that name.
 */
final class Hosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String authority;

    /** How a request calls us. */
    enum Verdict {
        OURS,
        /** Another name of this very machine, which a name server cannot forge. */
        ALIAS,
        FOREIGN
    }

    Hosts(URI publicUrl) {
        this.authority = publicUrl.getAuthority().toLowerCase(Locale.ROOT);
    }

    Verdict judge(@Nullable String host) {
        if (host == null) {
            return Verdict.FOREIGN;
        }
        var asked = host.toLowerCase(Locale.ROOT);
        if (asked.equals(authority)) {
            return Verdict.OURS;
        }
        var alias = port(asked).equals(port(authority)) && loopback(asked) && loopback(authority);
        return alias ? Verdict.ALIAS : Verdict.FOREIGN;
    }

    private static boolean loopback(String authority) {
        return LOOPBACK.contains(
                authority.substring(0, authority.length() - port(authority).length()));
    }

    /** The port with its colon; empty when there is none. */
    private static String port(String authority) {
        var colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(colon) : "";
    }
}
