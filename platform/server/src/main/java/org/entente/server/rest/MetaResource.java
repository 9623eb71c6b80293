package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;
import static org.entente.server.openapi.Right.READ;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.engine.model.Models;
import org.entente.server.openapi.Route;
import org.entente.spi.Caller;

/** The tenant's model as the caller may see it. */
@RequestScoped
@Path(Paths.TENANT + "meta")
@Produces(MediaType.APPLICATION_JSON)
public class MetaResource {

    @Inject private Caller caller;
    @Inject private Models models;
    @Inject private Answers answers;

    @GET
    @Path("model")
    @Route(id = "getModel", right = MEMBER, fr = "Le modèle", en = "The model", response = "Model")
    public Response model() {
        return answers.ok(models.describe(caller));
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
        return answers.of(models.describe(caller, entity), answers::ok);
    }
}
