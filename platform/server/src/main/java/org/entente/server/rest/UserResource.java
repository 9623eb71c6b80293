package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;
import static org.entente.server.openapi.Right.USERS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.tenancy.Users;
import org.entente.server.body.JsonBody;
import org.entente.server.gate.Admitted;
import org.entente.server.openapi.Route;

/** The members of a tenant. */
@ApplicationScoped
@Path(Paths.TENANT)
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    @Inject private CurrentCaller current;
    @Inject private Users users;
    @Inject private Answers answers;
    @Inject private HttpServletRequest request;

    @GET
    @Path("me")
    @Route(
            id = "getMe",
            right = MEMBER,
            fr = "Qui demande, avec quels rôles",
            en = "Who asks, with which roles",
            response = "Me")
    public Response me() {
        return answers.ok(users.me(current.caller(), Admitted.known(request).subject()));
    }

    @POST
    @Path("users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "addUser",
            right = USERS,
            fr = "Ajoute un membre",
            en = "Adds a member",
            request = "NewUser",
            response = "Record",
            success = 201,
            refusals = {400, 403, 409, 413, 415, 422})
    public Response add(JsonBody body) {
        return answers.of(
                users.add(current.caller(), body.tree()),
                user -> RecordAnswers.saved(current.caller().tenant(), new Saved(user, true)));
    }
}
