package org.entente.server.gate;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.server.gate.Asker.Known;
import org.entente.spi.Caller;

/** What the gate has found out about a request that it let pass. */
public final class Admitted {

    private static final String ID = "org.entente.request";
    private static final String KNOWN = "org.entente.known";
    private static final String CALLER = "org.entente.caller";

    private Admitted() {}

    static void note(HttpServletRequest request, String id) {
        request.setAttribute(ID, id);
    }

    static void note(HttpServletRequest request, Known known) {
        request.setAttribute(KNOWN, known);
    }

    static void note(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    /** What the request is called in logs and in its answer's header. */
    public static String id(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ID));
    }

    /** The person. */
    public static Known known(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Known known) {
            return known;
        }
        throw new IllegalStateException("a request that did not come through the gate");
    }

    /** The member, in the tenant that the gate read from the path. */
    public static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a request that did not come through the gate");
    }
}
