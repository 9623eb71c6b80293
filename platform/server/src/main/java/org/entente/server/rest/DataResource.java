package org.entente.server.rest;

import static org.entente.server.openapi.Right.CREATE;
import static org.entente.server.openapi.Right.DELETE;
import static org.entente.server.openapi.Right.READ;
import static org.entente.server.openapi.Right.UPDATE;
import static org.entente.server.openapi.Right.WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.AggregateRequest;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordPast;
import org.entente.engine.query.RecordPast.Then;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordStories;
import org.entente.engine.query.StoryRequest;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.server.body.JsonBody;
import org.entente.server.body.MaxBytes;
import org.entente.server.openapi.Route;
import org.entente.server.problem.Statuses;
import org.entente.server.rest.Once.Asked;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.jspecify.annotations.Nullable;

/** Records of an entity. */
@ApplicationScoped
@Path(Paths.TENANT + "data/{entity}")
@Produces(MediaType.APPLICATION_JSON)
public class DataResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int LARGEST_BATCH = 10_000_000;

    @Inject private CurrentCaller current;
    @Inject private RecordQueries queries;
    @Inject private RecordStories stories;
    @Inject private RecordPast past;
    @Inject private RecordCommands commands;
    @Inject private Answers answers;
    @Inject private Once once;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @GET
    @Route(
            id = "listRecords",
            right = READ,
            fr = "Une page de fiches",
            en = "A page of records",
            response = "Page",
            refusals = {400, 422},
            query = {"filter", "params.*", "fields", "sort", "limit", "cursor", "total"})
    public Response list(@PathParam("entity") String entity) {
        return page(PageRequest.fromParameters(entity, Query.of(uri).all()));
    }

    @POST
    @Path("query")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "queryRecords",
            right = READ,
            fr = "Une page de fiches, demandée en JSON",
            en = "A page of records, asked for in JSON",
            request = "PageRequest",
            response = "Page",
            refusals = {400, 413, 415, 422})
    public Response query(@PathParam("entity") String entity, JsonBody body) {
        return page(PageRequest.fromJson(entity, body.tree()));
    }

    @POST
    @Path("aggregate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "aggregateRecords",
            right = READ,
            fr = "Des chiffres par groupe",
            en = "Figures by group",
            request = "AggregateRequest",
            response = "Figures",
            refusals = {400, 413, 415, 422})
    public Response aggregate(@PathParam("entity") String entity, JsonBody body) {
        return answers.of(
                AggregateRequest.fromJson(entity, body.tree())
                        .then(request -> queries.aggregate(current.caller(), request)),
                figures -> answers.ok(Map.of("data", figures)));
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "fillInRecord",
            right = WRITE,
            fr = "Ce qu’un formulaire montre, exige et refuserait pour ces valeurs",
            en = "What a form shows, requires and would refuse for these values",
            request = "FormRequest",
            response = "Form",
            refusals = {400, 403, 413, 415, 422})
    public Response form(@PathParam("entity") String entity, JsonBody body) {
        return answers.of(
                commands.form(current.caller(), entity, body.tree()),
                form -> answers.ok(RecordAnswers.form(form, answers)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "createRecord",
            right = CREATE,
            fr = "Crée une fiche",
            en = "Creates a record",
            request = "Values",
            response = "Record",
            success = 201,
            refusals = {400, 403, 409, 413, 415, 422},
            query = "dry_run",
            once = true)
    public Response create(@PathParam("entity") String entity, JsonBody body) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        body.tree(),
                        ending -> commands.create(current.caller(), entity, body.tree(), ending),
                        saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
    }

    @GET
    @Path(Paths.ID)
    @Route(
            id = "getRecord",
            right = READ,
            fr = "Une fiche",
            en = "A record",
            response = "Record",
            refusals = 400,
            query = {"fields", "as_of"})
    public Response get(@PathParam("entity") String entity, @PathParam("id") UUID id) {
        var query = Query.of(uri);
        var fields = query.names("fields");
        return answers.of(
                query.instant("as_of")
                        .then(at ->
                                at.isPresent()
                                        ? past.at(
                                                current.caller(),
                                                new Then(entity, id, at.get(), fields))
                                        : queries.get(current.caller(), entity, id, fields)),
                view -> RecordAnswers.record(current.caller().tenant(), view));
    }

    @PATCH
    @Path(Paths.ID)
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @Route(
            id = "updateRecord",
            right = UPDATE,
            fr = "Change des valeurs d’une fiche",
            en = "Changes values of a record",
            request = "Values",
            response = "Record",
            refusals = {400, 403, 409, 412, 413, 415, 422, 428},
            query = "dry_run",
            once = true)
    public Response update(
            @PathParam("entity") String entity,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonBody body) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        body.tree(),
                        ending ->
                                target(id, ifMatch)
                                        .then(target ->
                                                commands.update(
                                                        current.caller(),
                                                        entity,
                                                        target,
                                                        body.tree(),
                                                        ending)),
                        saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
    }

    @PUT
    @Path("by/{field}/{value}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "upsertRecord",
            right = WRITE,
            fr = "Crée ou change la fiche qui porte une valeur unique",
            en = "Creates or changes the record that has a unique value",
            request = "Values",
            response = "Record",
            success = {200, 201},
            refusals = {400, 403, 409, 413, 415, 422},
            query = "dry_run",
            once = true)
    public Response upsert(
            @PathParam("entity") String entity,
            @PathParam("field") String field,
            @PathParam("value") String value,
            JsonBody body) {
        var key = new RecordCommands.Key(field, value);
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        body.tree(),
                        ending ->
                                commands.upsert(current.caller(), entity, key, body.tree(), ending),
                        saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
    }

    @DELETE
    @Path(Paths.ID)
    @Route(
            id = "deleteRecord",
            right = DELETE,
            fr = "Met une fiche à la corbeille",
            en = "Puts a record into the recycle bin",
            success = 204,
            refusals = {400, 403, 409, 412, 428},
            query = "dry_run",
            once = true)
    public Response delete(
            @PathParam("entity") String entity,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        null,
                        ending ->
                                target(id, ifMatch)
                                        .then(target ->
                                                commands.delete(
                                                        current.caller(), entity, target, ending)),
                        _ -> Response.noContent().build()));
    }

    @POST
    @Path(Paths.ID + "/actions/restore")
    @Route(
            id = "restoreRecord",
            right = DELETE,
            fr = "Sort une fiche de la corbeille",
            en = "Takes a record out of the recycle bin",
            response = "Record",
            refusals = {400, 403, 409, 422},
            query = "dry_run",
            once = true)
    public Response restore(@PathParam("entity") String entity, @PathParam("id") UUID id) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        null,
                        ending -> commands.restore(current.caller(), entity, id, ending),
                        saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
    }

    @GET
    @Path(Paths.ID + "/rel/{related_list}")
    @Route(
            id = "listRelatedRecords",
            right = READ,
            fr = "Une page des fiches liées à une fiche",
            en = "A page of the records related to a record",
            response = "Page",
            refusals = {400, 422},
            query = {"filter", "params.*", "fields", "sort", "limit", "cursor", "total"})
    public Response related(
            @PathParam("entity") String entity,
            @PathParam("id") UUID id,
            @PathParam("related_list") String list) {
        var to = new RecordQueries.RelatedTo(entity, id, list);
        return answers.of(
                PageRequest.fromParameters(entity, Query.of(uri).all())
                        .then(request -> queries.related(current.caller(), to, request)),
                page -> answers.ok(RecordAnswers.page(current.caller().tenant(), page)));
    }

    @GET
    @Path(Paths.ID + "/history")
    @Route(
            id = "getHistory",
            right = READ,
            fr = "Les changements d’une fiche",
            en = "The changes of a record",
            response = "History",
            refusals = 400,
            query = {"limit", "cursor"})
    public Response history(@PathParam("entity") String entity, @PathParam("id") UUID id) {
        return answers.of(
                StoryRequest.fromParameters(entity, id, Query.of(uri).all())
                        .then(request -> stories.history(current.caller(), request)),
                part -> answers.ok(StoryAnswers.history(part)));
    }

    @GET
    @Path(Paths.ID + "/timeline")
    @Route(
            id = "getTimeline",
            right = READ,
            fr = "Ce qui s’est passé autour d’une fiche",
            en = "What happened around a record",
            response = "Timeline",
            refusals = 400,
            query = {"limit", "cursor"})
    public Response timeline(@PathParam("entity") String entity, @PathParam("id") UUID id) {
        return answers.of(
                StoryRequest.fromParameters(entity, id, Query.of(uri).all())
                        .then(request -> stories.timeline(current.caller(), request)),
                part -> answers.ok(StoryAnswers.timeline(current.caller().tenant(), part)));
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "batchRecords",
            right = WRITE,
            fr = "Plusieurs écritures à la fois",
            en = "Several writes at once",
            request = "Batch",
            response = "BatchResults",
            refusals = {400, 403, 409, 413, 415, 422},
            query = "dry_run",
            once = true)
    public Response batch(
            @PathParam("entity") String entity, @MaxBytes(LARGEST_BATCH) JsonBody body) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        body.tree(),
                        ending -> commands.batch(current.caller(), entity, body.tree(), ending),
                        results -> answers.ok(RecordAnswers.batch(results, answers))),
                DataResource::statusOfBatch);
    }

    private Response page(Outcome<PageRequest> request) {
        Outcome<RecordPage> page = request.then(asked -> queries.page(current.caller(), asked));
        return answers.of(
                page, found -> answers.ok(RecordAnswers.page(current.caller().tenant(), found)));
    }

    private static Outcome<Target> target(UUID id, @Nullable String ifMatch) {
        return IfMatch.parse(Optional.ofNullable(ifMatch)).map(match -> new Target(id, match));
    }

    /** What one operation is refused for is a rule that the whole batch broke. */
    private static int statusOfBatch(List<Problem> problems) {
        var first = problems.getFirst();
        return first.at().startsWith("/operations/") ? 422 : Statuses.of(first.code());
    }
}
