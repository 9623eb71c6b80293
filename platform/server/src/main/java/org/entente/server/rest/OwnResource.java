package org.entente.server.rest;

import static org.entente.server.openapi.Right.SIGNED_IN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.engine.tenancy.Users;
import org.entente.server.gate.Admitted;
import org.entente.server.openapi.Route;

/** Whoever is signed in, outside of any tenant. */
@ApplicationScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class OwnResource {

    @Inject private Users users;
    @Inject private Answers answers;
    @Inject private HttpServletRequest request;

    @GET
    @Route(
            id = "getSelf",
            right = SIGNED_IN,
            fr = "Qui est connecté, et ses espaces",
            en = "Who is signed in, and where that person may work",
            response = "Self")
    public Response me() {
        var known = Admitted.known(request);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("user", Map.of("name", known.name()));
        tree.put("operator", known.operator());
        tree.put("tenants", users.tenants(known.subject()));
        return answers.ok(tree);
    }
}
