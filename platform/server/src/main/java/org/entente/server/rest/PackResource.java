package org.entente.server.rest;

import static org.entente.server.openapi.Right.MODEL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.engine.changeset.Upgrades;
import org.entente.engine.changeset.Upgrades.Standing;
import org.entente.engine.changeset.Upgrades.Standings;
import org.entente.engine.model.Models;
import org.entente.server.openapi.Route;

/** The packs that a tenant's model stands on. */
@ApplicationScoped
@Path(Paths.TENANT + "meta/packs")
@Produces(MediaType.APPLICATION_JSON)
public class PackResource {

    @Inject private CurrentCaller current;
    @Inject private Upgrades upgrades;
    @Inject private Models models;
    @Inject private Answers answers;

    @GET
    @Route(
            id = "listPacks",
            right = MODEL,
            fr = "Les paquets du modèle, leur version, et ce qui retient une mise à niveau",
            en = "The packs of the model, their versions, and what keeps an upgrade back",
            response = "Packs",
            refusals = 403)
    public Response list() {
        return answers.of(
                upgrades.standings(current.caller()), standings -> answers.ok(tree(standings)));
    }

    @POST
    @Path("upgrade")
    @Route(
            id = "upgradePacks",
            right = MODEL,
            fr = "Met les paquets à niveau",
            en = "Brings the packs to their newest versions",
            response = "Version",
            refusals = {403, 409, 422})
    public Response upgrade() {
        return answers.of(
                upgrades.upgrade(current.caller()),
                version ->
                        answers.ok(
                                Map.of(
                                        "version",
                                        version.orElseGet(() ->
                                                models.of(current.caller().tenant()).version()))),
                ModelAnswers::statusOfRefusal);
    }

    private Map<String, Object> tree(Standings standings) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("data", standings.packs().stream().map(PackResource::tree).toList());
        tree.put("problems", answers.listed(standings.problems()));
        return tree;
    }

    private static Map<String, Object> tree(Standing standing) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("pack", standing.pack());
        tree.put("version", standing.version());
        tree.put("newest", standing.newest());
        tree.put("current", standing.current());
        return tree;
    }
}
