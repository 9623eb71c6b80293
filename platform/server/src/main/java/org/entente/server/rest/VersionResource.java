package org.entente.server.rest;

import static org.entente.server.openapi.Right.MODEL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.engine.changeset.Versions;
import org.entente.engine.changeset.Versions.Version;
import org.entente.server.openapi.Route;

/** What the model was, and the way back. */
@ApplicationScoped
@Path(Paths.TENANT + "meta/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    @Inject private CurrentCaller current;
    @Inject private Versions versions;
    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @GET
    @Route(
            id = "listVersions",
            right = MODEL,
            fr = "Les versions du modèle et ce qu’elles ont changé",
            en = "The versions of the model and what they changed",
            response = "Versions",
            refusals = 403)
    public Response list() {
        return answers.of(
                versions.all(current.caller()),
                all ->
                        answers.ok(
                                Map.of("data", all.stream().map(VersionResource::tree).toList())));
    }

    @POST
    @Path("{n: [0-9]{1,18}}/rollback")
    @Route(
            id = "rollBack",
            right = MODEL,
            fr = "Revient à une version du modèle",
            en = "Goes back to a version of the model",
            response = "Version",
            success = {200, 202},
            refusals = {400, 403, 409, 422},
            query = "dry_run")
    public Response rollBack(@PathParam("n") long version) {
        var outcome =
                Query.of(uri)
                        .ending()
                        .then(ending -> versions.rollBack(current.caller(), version, ending));
        return ModelAnswers.published(answers, current.caller().tenant(), outcome);
    }

    private static Map<String, Object> tree(Version version) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("version", version.model().version());
        tree.put("title", version.model().title());
        tree.put("by", version.model().by().toString());
        tree.put("at", version.model().at().toString());
        tree.put("effects", version.effects().stream().map(ModelAnswers::tree).toList());
        return tree;
    }
}
