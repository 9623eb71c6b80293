package org.entente.server.rest;

import static org.entente.server.openapi.Right.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.entente.engine.tenancy.TenantEntry;
import org.entente.engine.tenancy.Tenants;
import org.entente.server.body.JsonBody;
import org.entente.server.openapi.Route;

/** The tenants of this installation, for those who run it. */
@ApplicationScoped
@Path("platform/tenants")
@Produces(MediaType.APPLICATION_JSON)
public class TenantResource {

    @Inject private CurrentCaller current;
    @Inject private Tenants tenants;
    @Inject private Answers answers;

    @GET
    @Route(
            id = "listTenants",
            right = OPERATOR,
            fr = "Tous les espaces",
            en = "All tenants",
            response = "Tenants")
    public Response list() {
        var all = tenants.list(current.operator()).stream().map(TenantResource::tree).toList();
        return answers.ok(Map.of("data", all));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "createTenant",
            right = OPERATOR,
            fr = "Crée un espace",
            en = "Creates a tenant",
            request = "NewTenant",
            response = "Tenant",
            success = 201,
            refusals = {400, 409, 413, 415, 422})
    public Response create(JsonBody body) {
        return answers.of(
                tenants.create(current.operator(), body.tree()),
                entry ->
                        Response.status(201)
                                .type(MediaType.APPLICATION_JSON_TYPE)
                                .entity(new JsonBody(tree(entry)))
                                .build());
    }

    private static Map<String, Object> tree(TenantEntry entry) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", entry.tenant().id().toString());
        tree.put("name", entry.tenant().name());
        tree.put("title", entry.title());
        tree.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        tree.put("created_at", entry.createdAt().toString());
        return tree;
    }
}
