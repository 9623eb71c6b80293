package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;
import static org.entente.server.openapi.Right.MODEL;
import static org.entente.server.openapi.Right.READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.entente.engine.changeset.ModelExports;
import org.entente.engine.model.Models;
import org.entente.metadata.definition.DefinitionSchema;
import org.entente.metadata.definition.SourceFile;
import org.entente.server.body.ZipFolder;
import org.entente.server.openapi.Route;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** The tenant's model as the current.caller() may see it. */
@ApplicationScoped
@Path(Paths.TENANT + "meta")
@Produces(MediaType.APPLICATION_JSON)
public class MetaResource {

    @Inject private CurrentCaller current;
    @Inject private Models models;
    @Inject private ModelExports exports;
    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @GET
    @Path("model")
    @Route(id = "getModel", right = MEMBER, fr = "Le modèle", en = "The model", response = "Model")
    public Response model() {
        return answers.ok(models.describe(current.caller()));
    }

    @GET
    @Path("entities/{entity}")
    @Route(
            id = "getEntity",
            right = READ,
            fr = "Une entité du modèle",
            en = "An entity of the model",
            response = "Entity")
    public Response entity(@PathParam("entity") String entity) {
        return answers.of(models.describe(current.caller(), entity), answers::ok);
    }

    @GET
    @Path("schema")
    @Route(
            id = "getDefinitionSchema",
            right = MEMBER,
            fr = "Le schéma JSON des définitions en YAML",
            en = "The JSON Schema of definitions in YAML",
            response = "Document")
    public Response schema() {
        return answers.ok(DefinitionSchema.tree());
    }

    @GET
    @Path("export")
    @Produces(ZipFolder.TYPE)
    @Route(
            id = "exportModel",
            right = MODEL,
            fr = "Les définitions du client en un dossier de fichiers YAML",
            en = "The tenant's definitions as a folder of YAML files",
            refusals = {400, 403, 422},
            query = {"format", "changeset"})
    public Response export() {
        var format = Query.of(uri).text("format").orElse("yaml");
        return answers.of(
                format.equals("yaml") ? files() : Outcome.refused(unknownFormat(format)),
                this::zip);
    }

    private static Problem unknownFormat(String format) {
        return Problem.of(
                ProblemCode.MALFORMED,
                "/format",
                Map.of("name", "format", "expected", "yaml", "value", format));
    }

    private Outcome<List<SourceFile>> files() {
        return Query.of(uri)
                .id("changeset")
                .then(id ->
                        id.map(changeSet -> exports.after(current.caller(), changeSet))
                                .orElseGet(() -> exports.head(current.caller())));
    }

    private Response zip(List<SourceFile> files) {
        return Response.ok(ZipFolder.of(files), ZipFolder.TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.zip\""
                                .formatted(current.caller().tenant().name()))
                .build();
    }
}
