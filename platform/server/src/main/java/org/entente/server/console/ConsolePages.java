package org.entente.server.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.entente.server.installation.Installation;

/** Writes the console's page and the few of the server's own. */
@Dependent
public final class ConsolePages {

    private final ConsoleFiles files;
    private final Installation installation;
    private final OwnPages own = new OwnPages();
    private final SecureRandom random = new SecureRandom();

    @Inject
    public ConsolePages(ConsoleFiles files, Installation installation) {
        this.files = files;
        this.installation = installation;
    }

    /**
     * The console, where relative addresses begin at {@code base}; false when no console was built.
     */
    public boolean console(HttpServletResponse response, String base) throws IOException {
        var index = files.index();
        if (index.isEmpty()) {
            return false;
        }
        var nonce = nonce();
        response.setHeader("Content-Security-Policy", policy(nonce));
        send(response, 200, index.get().replace("__BASE__", base).replace("__NONCE__", nonce));
        return true;
    }

    /** What a person sees where there is nothing for them. */
    public void notFound(HttpServletResponse response, Locale language) throws IOException {
        own(response, 404, own.notFound(language));
    }

    /** What a person sees after signing out. */
    public void signedOut(HttpServletResponse response, Locale language) throws IOException {
        own(response, 200, own.signedOut(language));
    }

    private void own(HttpServletResponse response, int status, String page) throws IOException {
        var nonce = nonce();
        response.setHeader("Content-Security-Policy", policy(nonce));
        send(response, status, page.replace("__NONCE__", nonce));
    }

    private static void send(HttpServletResponse response, int status, String page)
            throws IOException {
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Signing out leads a form through us to the identity provider, so both may receive forms. */
    private String policy(String nonce) {
        return "default-src 'none'"
                + ("; script-src 'nonce-" + nonce + "' 'strict-dynamic'")
                + ("; style-src 'self' 'nonce-" + nonce + "'")
                + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'"
                + ("; base-uri 'self'; form-action 'self' " + installation.issuerOrigin())
                + "; frame-ancestors 'none'";
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
