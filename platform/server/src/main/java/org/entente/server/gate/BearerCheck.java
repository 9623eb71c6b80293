package org.entente.server.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Checks the signature of the token that a request carries. */
public interface BearerCheck {

    /** The token, if it is genuine; nothing is answered to the client. */
    Optional<String> verified(HttpServletRequest request, HttpServletResponse response);
}
