package org.entente.server.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import org.entente.server.console.ConsoleFiles;
import org.entente.server.console.ConsolePages;
import org.entente.server.installation.Installation;
import org.entente.spi.ProblemCode;

/** Shows pages. */
@Dependent
final class PageEntrance {

    private final Installation installation;
    private final ConsoleFiles files;
    private final ConsolePages pages;

    @Inject
    PageEntrance(Installation installation, ConsoleFiles files, ConsolePages pages) {
        this.installation = installation;
        this.files = files;
        this.pages = pages;
    }

    /** The console, whichever of its pages the path means; it reads the path itself. */
    void tenant(Visit visit, String tenant, boolean member) throws IOException {
        if (member) {
            console(visit, "/t/" + tenant + "/");
        } else if (visit.wantsPage()) {
            pages.notFound(visit.response(), visit.language());
        } else {
            visit.refuse(ProblemCode.NOT_FOUND);
        }
    }

    void root(Visit visit) throws IOException {
        console(visit, "/");
    }

    /** A file that is the same for everybody, whatever tenant its address names. */
    void file(Visit visit, String path) throws IOException {
        if (!visit.reads() || !files.send(path, visit.response())) {
            visit.refuse(ProblemCode.NOT_FOUND);
        }
    }

    /** Leads somebody who came by another name to our own. */
    void sendHome(Visit visit) {
        visit.redirect(302, installation.publicUrl() + visit.address());
    }

    private void console(Visit visit, String base) throws IOException {
        if (!visit.reads() || !pages.console(visit.response(), base)) {
            visit.refuse(ProblemCode.NOT_FOUND);
        }
    }
}
