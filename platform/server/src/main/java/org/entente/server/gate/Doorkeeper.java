package org.entente.server.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.entente.server.gate.Asker.Impostor;
import org.entente.server.gate.Asker.Known;
import org.entente.server.gate.Asker.Nobody;
import org.entente.server.gate.Hosts.Verdict;
import org.entente.server.health.Progress;
import org.entente.server.installation.Installation;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Decides where a request goes; what it does not know is not found. */
@Dependent
final class Doorkeeper {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Hosts hosts;
    private final Askers askers;
    private final Progress progress;
    private final ApiEntrance api;
    private final PageEntrance pages;

    @Inject
    Doorkeeper(
            Installation installation,
            Askers askers,
            Progress progress,
            ApiEntrance api,
            PageEntrance pages) {
        this.hosts = new Hosts(installation.publicUrl());
        this.askers = askers;
        this.progress = progress;
        this.api = api;
        this.pages = pages;
    }

    void receive(Visit visit) throws IOException, ServletException {
        var place = Place.of(visit.path());
        var host = hosts.judge(visit.request().getHeader("Host"));
        if (!METHODS.contains(visit.request().getMethod())) {
            visit.refuse(ProblemCode.METHOD_NOT_ALLOWED);
        } else if (place instanceof Place.Odd) {
            visit.refuse(odd("path"));
        } else if (host != Verdict.OURS && isPage(place)) {
            pages.sendHome(visit);
        } else if (host == Verdict.FOREIGN) {
            visit.refuse(odd("host"));
        } else if (place instanceof Place.Asset(String file)) {
            pages.file(visit, file);
        } else if (!progress.open()) {
            visit.refuse(starting());
        } else if (place instanceof Place.Door) {
            visit.pass();
        } else {
            admit(visit, place);
        }
    }

    private void admit(Visit visit, Place place) throws IOException, ServletException {
        switch (askers.of(visit.request(), visit.response())) {
            case Impostor impostor -> visit.refuse(ProblemCode.UNAUTHENTICATED);
            case Nobody nobody -> turnAway(visit, place);
            case Known known -> {
                Admitted.note(visit.request(), known);
                lead(visit, place, known);
            }
        }
    }

    private static void turnAway(Visit visit, Place place) throws IOException {
        if (isPage(place) && visit.wantsPage()) {
            visit.signIn();
        } else if (place instanceof Place.Nowhere && !visit.path().contains("/api/")) {
            visit.refuse(ProblemCode.NOT_FOUND);
        } else {
            visit.refuse(ProblemCode.UNAUTHENTICATED);
        }
    }

    private void lead(Visit visit, Place place, Known known) throws IOException, ServletException {
        switch (place) {
            case Place.TenantApi(String tenant) -> api.tenant(visit, tenant, known);
            case Place.OperatorApi() -> api.operator(visit, known);
            case Place.OwnApi() -> api.own(visit, known);
            case Place.RootPage() -> pages.root(visit);
            case Place.TenantPage(String tenant) ->
                    pages.tenant(visit, tenant, api.caller(visit, tenant, known).isPresent());
            case Place.TenantWithoutSlash without -> visit.redirect(308, visit.path() + "/");
            case Place.Asset asset -> visit.refuse(ProblemCode.NOT_FOUND);
            case Place.Door door -> visit.refuse(ProblemCode.NOT_FOUND);
            case Place.Odd odd -> visit.refuse(ProblemCode.NOT_FOUND);
            case Place.Nowhere nowhere -> visit.refuse(ProblemCode.NOT_FOUND);
        }
    }

    private static boolean isPage(Place place) {
        return place instanceof Place.RootPage
                || place instanceof Place.TenantPage
                || place instanceof Place.TenantWithoutSlash;
    }

    private static Problem odd(String what) {
        return Problem.of(ProblemCode.MALFORMED, "", Map.of("reason", "odd_" + what));
    }

    private static Problem starting() {
        return Problem.of(ProblemCode.UNAVAILABLE, "", Map.of("dependency", "start"));
    }
}
