package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.engine.model.Models;
import org.entente.server.openapi.OpenApi;
import org.entente.server.openapi.Route;
import org.entente.server.openapi.RouteReader;

/** The description of this very API. */
@ApplicationScoped
@Path(Paths.TENANT + "openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    @Inject private CurrentCaller current;
    @Inject private Models models;
    @Inject private Answers answers;

    @GET
    @Route(
            id = "getOpenApi",
            right = MEMBER,
            fr = "Ce document",
            en = "This document",
            response = "Document")
    public Response document() {
        var root = "/t/" + current.caller().tenant().name() + "/api/v1";
        var routes = RouteReader.read(TenantApi.RESOURCES);
        var scope = new CallerScope(current.caller(), models.of(current.caller().tenant()));
        return answers.ok(new OpenApi(routes).document(root, scope));
    }
}
