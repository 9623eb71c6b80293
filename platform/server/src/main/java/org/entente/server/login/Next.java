package org.entente.server.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person goes after signing in: a page of ours, never an address elsewhere. */
record Next(String address) {

    private static final int LONGEST = 2_000;
    private static final Pattern PAGE =
            Pattern.compile(
                    "/(t/[a-z][a-z0-9-]{1,30}(/[A-Za-z0-9._~!$&'()*+,:@%/-]*)?)?(\\?[!-~]*)?");
    private static final Pattern ODD =
            Pattern.compile(
                    "//|/\\.{1,2}(/|\\?|$)|[\\\\<>\"]|%(2e|2f|5c|25|0[0-9a-f]|1[0-9a-f])",
                    Pattern.CASE_INSENSITIVE);
    private static final Next HOME = new Next("/");

    /** What was asked for, if it is fit; the place where one chooses a tenant otherwise. */
    static Next of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || !PAGE.matcher(asked).matches()) {
            return HOME;
        }
        var query = asked.indexOf('?');
        var path = query < 0 ? asked : asked.substring(0, query);
        return ODD.matcher(path).find() || path.contains("/api/") ? HOME : new Next(asked);
    }
}
