package org.entente.server.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request as the routes of a tenant's API see it: {@code /t/<tenant>/api/v1/…} is {@code
 * /t/api/v1/…}. Routes that all begin with a variable would be tried one after the other; those
 * that begin with a word are found by it.
 */
final class InsideTenant extends HttpServletRequestWrapper {

    private static final String BEFORE = "/t";

    private final int length;

    /**
     * @param tenant as it is in the path
     */
    InsideTenant(HttpServletRequest request, String tenant) {
        super(request);
        this.length = tenant.length() + 1;
    }

    @Override
    public String getRequestURI() {
        var whole = super.getRequestURI();
        return BEFORE + whole.substring(BEFORE.length() + length);
    }

    @Override
    public StringBuffer getRequestURL() {
        var whole = super.getRequestURL();
        var at = whole.indexOf(super.getRequestURI()) + BEFORE.length();
        return whole.delete(at, at + length);
    }

    @Override
    public String getPathInfo() {
        return super.getPathInfo().substring(length);
    }
}
