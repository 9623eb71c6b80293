package org.entente.server.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps other sites from using the cookie that a browser sends along by itself. */
final class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OURS = "entente";

    private CrossSite() {}

    /**
     * Whether a call that is proved by a cookie must be refused.
     *
     * @param requestedWith a header that no other site can make a browser send
     * @param fetchSite what the browser itself says of the page that calls
     */
    static boolean refuses(
            String method, @Nullable String requestedWith, @Nullable String fetchSite) {
        if (SAFE.contains(method)) {
            return false;
        }
        var foreign = fetchSite != null && !fetchSite.equals("same-origin");
        return foreign || !OURS.equals(requestedWith);
    }
}
