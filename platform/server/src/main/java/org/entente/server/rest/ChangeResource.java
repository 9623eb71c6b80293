package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.entente.engine.feed.Wakes;
import org.entente.engine.query.ChangeFeed;
import org.entente.engine.query.FeedRequest;
import org.entente.engine.query.FeedView;
import org.entente.server.openapi.Route;
import org.entente.spi.Outcome;

/** The feed of a tenant. */
@ApplicationScoped
@Path(Paths.TENANT + "changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private static final String WAIT = "wait";

    @Inject private CurrentCaller current;
    @Inject private ChangeFeed feed;
    @Inject private Wakes wakes;
    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @GET
    @Route(
            id = "listChanges",
            right = MEMBER,
            fr = "Ce qui a changé depuis la dernière lecture",
            en = "What changed since it was last read",
            response = "Changes",
            refusals = 400,
            query = {"entities", "limit", "cursor", WAIT})
    public Response list() {
        var query = Query.of(uri);
        var parameters = query.all();
        parameters.remove(WAIT);
        return answers.of(
                query.seconds(WAIT)
                        .then(wait ->
                                FeedRequest.fromParameters(parameters)
                                        .then(request -> changes(request, wait))),
                part -> answers.ok(StoryAnswers.changes(part)));
    }

    private Outcome<FeedView.Part> changes(FeedRequest request, Duration wait) {
        return wakes.await(
                current.caller().tenant().number(),
                wait,
                () -> feed.changes(current.caller(), request),
                outcome ->
                        !(outcome instanceof Outcome.Done<FeedView.Part>(var part))
                                || !part.data().isEmpty()
                                || !part.ended());
    }
}
