package org.entente.server.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.entente.server.installation.Installation;

/** The one cookie that a signed-in browser keeps. */
final class SessionCookie {

    private final Installation installation;

    SessionCookie(Installation installation) {
        this.installation = installation;
    }

    void give(HttpServletResponse response, String secret) {
        response.addCookie(cookie(installation.cookieName(), secret));
    }

    void take(HttpServletResponse response) {
        forget(response, installation.cookieName());
    }

    /** Makes the browser forget a cookie that is not ours alone to name. */
    void forget(HttpServletResponse response, String name) {
        var cookie = cookie(name, "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(installation.secure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
