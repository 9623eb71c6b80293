package org.entente.server.rest;

import static org.entente.server.openapi.Right.MODEL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.changeset.ChangeSets;
import org.entente.engine.changeset.Plan;
import org.entente.engine.model.ChangeSet;
import org.entente.server.body.JsonBody;
import org.entente.server.body.MaxBytes;
import org.entente.server.body.ZipBody;
import org.entente.server.openapi.Route;

/** Changes of the model. */
@ApplicationScoped
@Path(Paths.TENANT + "meta/changesets")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeSetResource {

    private static final int LARGEST_ZIP = 5_000_000;

    @Inject private CurrentCaller current;
    @Inject private ChangeSets changeSets;
    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "createChangeSet",
            right = MODEL,
            fr = "Note un changement du modèle",
            en = "Writes a change of the model down",
            request = "ChangeSetRequest",
            response = "ChangeSet",
            success = 201,
            refusals = {400, 403, 413, 415, 422})
    public Response create(JsonBody body) {
        return answers.of(changeSets.create(current.caller(), body.tree()), this::created);
    }

    @POST
    @Consumes("application/zip")
    @Route(
            id = "createChangeSetFromFiles",
            right = MODEL,
            fr = "Note un changement du modèle à partir d’un dossier",
            en = "Writes a change of the model down from a folder",
            request = "Zip",
            response = "ChangeSet",
            success = 201,
            refusals = {400, 403, 413, 415, 422},
            query = "title")
    public Response createFromFiles(@MaxBytes(LARGEST_ZIP) ZipBody body) {
        var title = Query.of(uri).text("title").orElse("");
        return answers.of(
                changeSets.createFromFiles(current.caller(), title, body.files()), this::created);
    }

    @POST
    @Path(Paths.ID + "/plan")
    @Route(
            id = "planChangeSet",
            right = MODEL,
            fr = "Ce que ferait un changement du modèle",
            en = "What a change of the model would do",
            response = "Plan",
            refusals = 403)
    public Response plan(@PathParam("id") UUID id) {
        return answers.of(changeSets.plan(current.caller(), id), plan -> answers.ok(tree(plan)));
    }

    @POST
    @Path(Paths.ID + "/apply")
    @Route(
            id = "applyChangeSet",
            right = MODEL,
            fr = "Publie un changement du modèle",
            en = "Publishes a change of the model",
            response = "Version",
            success = {200, 202},
            refusals = {403, 409, 422})
    public Response apply(@PathParam("id") UUID id) {
        return ModelAnswers.published(
                answers, current.caller().tenant(), changeSets.begin(current.caller(), id));
    }

    @GET
    @Route(
            id = "listChangeSets",
            right = MODEL,
            fr = "Les changements du modèle",
            en = "The changes of the model",
            response = "ChangeSets",
            refusals = 403)
    public Response list() {
        return answers.of(
                changeSets.all(current.caller()),
                all ->
                        answers.ok(
                                Map.of(
                                        "data",
                                        all.stream().map(ChangeSetResource::tree).toList())));
    }

    @GET
    @Path(Paths.ID)
    @Route(
            id = "getChangeSet",
            right = MODEL,
            fr = "Un changement du modèle et ce qui reste à faire",
            en = "A change of the model and what is left to do",
            response = "ChangeSet",
            refusals = 403)
    public Response get(@PathParam("id") UUID id) {
        return answers.of(changeSets.get(current.caller(), id), this::told);
    }

    @POST
    @Path(Paths.ID + "/retry")
    @Route(
            id = "retryChangeSet",
            right = MODEL,
            fr = "Essaie de nouveau ce qui a échoué",
            en = "Tries again what has failed",
            response = "ChangeSet",
            refusals = 403)
    public Response retry(@PathParam("id") UUID id) {
        return answers.of(changeSets.retry(current.caller(), id), this::told);
    }

    private Response told(ChangeSet changeSet) {
        var tree = tree(changeSet);
        if (changeSet.appliedAs().isPresent()) {
            var work = new LinkedHashMap<String, Object>();
            changeSets
                    .unready(current.caller())
                    .forEach((path, readiness) -> work.put(path, readiness.described(true)));
            tree.put("work", work);
        }
        changeSets.applying(current.caller()).stream()
                .filter(one -> one.changeSet().equals(changeSet.id()))
                .findFirst()
                .ifPresent(one -> {
                    tree.put("state", "applying");
                    tree.put("job", one.job().toString());
                    var work = new LinkedHashMap<String, Object>();
                    ChangeSets.coming(one)
                            .forEach((path, part) -> work.put(path, part.described(true)));
                    tree.put("work", work);
                });
        return answers.ok(tree);
    }

    private static Map<String, Object> tree(ChangeSet changeSet) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", changeSet.id().toString());
        tree.put("title", changeSet.title());
        tree.put("base_version", changeSet.baseVersion());
        tree.put("state", changeSet.appliedAs().isPresent() ? "applied" : "draft");
        changeSet.appliedAs().ifPresent(version -> tree.put("version", version));
        tree.put("by", changeSet.by().toString());
        tree.put("at", changeSet.at().toString());
        return tree;
    }

    private Response created(ChangeSet changeSet) {
        var tree = tree(changeSet);
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new JsonBody(tree))
                .build();
    }

    private Map<String, Object> tree(Plan plan) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("problems", answers.listed(plan.problems()));
        tree.put("effects", plan.effects().stream().map(ChangeSetResource::tree).toList());
        tree.put("affected", plan.affected().stream().map(path -> Map.of("path", path)).toList());
        return tree;
    }

    private static Map<String, Object> tree(Plan.Measured measured) {
        var tree = ModelAnswers.tree(measured.effect());
        tree.put("rows", measured.rows());
        measured.losses().forEach(loss -> tree.put("values", tree(loss)));
        return tree;
    }

    private static Map<String, Object> tree(Plan.Loss loss) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("fate", loss.fate().name().toLowerCase(Locale.ROOT));
        tree.put("count", loss.count().number());
        tree.put("exact", loss.count().exact());
        tree.put(
                "samples",
                loss.count().samples().stream()
                        .map(one -> Map.of("record", one.record(), "value", one.value()))
                        .toList());
        return tree;
    }
}
