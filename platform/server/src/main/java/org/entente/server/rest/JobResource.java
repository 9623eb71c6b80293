package org.entente.server.rest;

import static org.entente.server.openapi.Right.MEMBER;
import static org.entente.server.openapi.Right.READ;
import static org.entente.server.openapi.Right.WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.job.Imports;
import org.entente.engine.job.JobResult;
import org.entente.engine.job.Jobs;
import org.entente.engine.job.JobsRequest;
import org.entente.engine.job.Preview;
import org.entente.server.body.JsonBody;
import org.entente.server.openapi.Route;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** Long work: imports, exports, changes of many records, and taking back what they wrote. */
@ApplicationScoped
@Path(Paths.TENANT + "jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject private CurrentCaller current;
    @Inject private Imports imports;
    @Inject private Jobs jobs;
    @Inject private Answers answers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @POST
    @Path("sniff")
    @Consumes({CSV, NDJSON, XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Route(
            id = "sniffFile",
            right = READ,
            fr = "Comment un fichier est écrit et où ses colonnes pourraient aller",
            en = "How a file is written and where its columns could go",
            request = "File",
            response = "Sniffed",
            refusals = {400, 413, 415, 422},
            query = {"entity", "encoding", "delimiter", "quote", "preamble", "header"})
    public Response sniff(InputStream file) {
        var query = Query.of(uri);
        return answers.of(
                query.required("entity")
                        .then(name -> imports.sniff(current.caller(), name, query.format(), file)),
                answers::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "createJob",
            right = MEMBER,
            fr = "Note un travail à faire : import, export, changement ou suppression de fiches",
            en = "Writes a job down: import, export, change or deletion of records",
            request = "JobRequest",
            response = "Job",
            success = 201,
            refusals = {400, 403, 413, 415, 422})
    public Response create(JsonBody body) {
        return answers.of(
                jobs.create(current.caller(), body.tree())
                        .then(id -> jobs.get(current.caller(), id)),
                job ->
                        Response.status(201)
                                .type(MediaType.APPLICATION_JSON_TYPE)
                                .entity(new JsonBody(job))
                                .build());
    }

    @PUT
    @Path(Paths.ID)
    @Consumes(MediaType.APPLICATION_JSON)
    @Route(
            id = "redefineJob",
            right = WRITE,
            fr = "Demande autre chose d’un import qui n’a pas commencé, avec le même fichier",
            en = "Asks for something else of an import that has not begun, with the same file",
            request = "JobRequest",
            response = "Job",
            refusals = {400, 403, 413, 415, 422})
    public Response redefine(@PathParam("id") UUID id, JsonBody body) {
        return answers.of(
                imports.redefine(current.caller(), id, body.tree())
                        .then(same -> jobs.get(current.caller(), same)),
                answers::ok);
    }

    @PUT
    @Path(Paths.ID + "/parts/{n: [0-9]{1,3}}")
    @Consumes({CSV, NDJSON, XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Route(
            id = "putJobPart",
            right = MEMBER,
            fr = "Envoie une partie du fichier",
            en = "Sends a part of the file",
            request = "File",
            response = "JobPart",
            refusals = {413, 415, 422})
    public Response part(@PathParam("id") UUID id, @PathParam("n") int number, InputStream file) {
        return answers.of(
                imports.part(current.caller(), id, number, file),
                length -> answers.ok(Map.of("bytes", length)));
    }

    @POST
    @Path(Paths.ID + "/preview")
    @Route(
            id = "previewJob",
            right = MEMBER,
            fr = "Essaie les premières lignes sans rien garder",
            en = "Tries the first rows without keeping anything",
            response = "JobPreview",
            refusals = {400, 403, 422},
            query = "rows")
    public Response preview(@PathParam("id") UUID id) {
        return answers.of(
                Query.of(uri).rows().then(rows -> imports.preview(current.caller(), id, rows)),
                preview -> answers.ok(tree(preview)));
    }

    @POST
    @Path(Paths.ID + "/run")
    @Route(
            id = "runJob",
            right = MEMBER,
            fr = "Lance un travail, ou le reprend où il en est",
            en = "Runs a job, or takes it up where it is",
            response = "Job",
            success = 202,
            refusals = {400, 403, 422})
    public Response run(@PathParam("id") UUID id) {
        return answers.of(jobs.begin(current.caller(), id), JobResource::accepted);
    }

    private static Response accepted(Map<String, @Nullable Object> job) {
        return Response.status(202)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new JsonBody(job))
                .build();
    }

    @POST
    @Path(Paths.ID + "/undo")
    @Route(
            id = "undoJob",
            right = MEMBER,
            fr = "Annule ce qu’un travail a écrit, par un autre travail",
            en = "Takes back what a job has written, by another job",
            response = "Job",
            success = 202,
            refusals = {403, 422})
    public Response undo(@PathParam("id") UUID id) {
        return answers.of(
                jobs.undo(current.caller(), id).then(this::takenUp), JobResource::accepted);
    }

    /** Whoever asks again learns how far it has come. */
    private Outcome<Map<String, @Nullable Object>> takenUp(UUID undo) {
        return switch (jobs.begin(current.caller(), undo)) {
            case Outcome.Done<Map<String, @Nullable Object>> done -> done;
            case Outcome.Refused<Map<String, @Nullable Object>> begun ->
                    jobs.get(current.caller(), undo);
        };
    }

    @GET
    @Route(
            id = "listJobs",
            right = MEMBER,
            fr = "Les travaux, du plus récent au plus ancien",
            en = "Jobs, the newest first",
            response = "JobList",
            refusals = 400,
            query = {"state", "kind", "limit", "cursor"})
    public Response list() {
        return answers.of(
                JobsRequest.fromParameters(Query.of(uri).all())
                        .then(request -> jobs.list(current.caller(), request)),
                page -> answers.ok(tree(page)));
    }

    private static Map<String, Object> tree(Jobs.Page page) {
        var next = new LinkedHashMap<String, @Nullable Object>();
        next.put("next", page.next().orElse(null));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("data", page.jobs());
        tree.put("page", next);
        return tree;
    }

    @GET
    @Path(Paths.ID)
    @Route(
            id = "getJob",
            right = MEMBER,
            fr = "Où en est un travail",
            en = "How far a job has come",
            response = "Job")
    public Response get(@PathParam("id") UUID id) {
        return answers.of(jobs.get(current.caller(), id), answers::ok);
    }

    @POST
    @Path(Paths.ID + "/cancel")
    @Route(
            id = "cancelJob",
            right = MEMBER,
            fr = "Arrête un travail",
            en = "Ends a job",
            response = "Job")
    public Response cancel(@PathParam("id") UUID id) {
        return answers.of(jobs.cancel(current.caller(), id), answers::ok);
    }

    @GET
    @Path(Paths.ID + "/results/{kind: ok|failed|unprocessed}")
    @Produces({CSV, NDJSON, XLSX})
    @Route(
            id = "getJobResults",
            right = MEMBER,
            fr = "Les lignes prises, refusées ou restées",
            en = "The rows that were taken, refused or left",
            refusals = 422)
    public Response results(@PathParam("id") UUID id, @PathParam("kind") String kind) {
        var which = JobResult.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return answers.of(
                jobs.results(current.caller(), id, which),
                result ->
                        Response.ok((StreamingOutput) result::writeTo, type(result))
                                .header(
                                        "Content-Disposition",
                                        "attachment; filename=\"%s.%s\""
                                                .formatted(kind, result.form()))
                                .build());
    }

    private static String type(JobResult result) {
        return switch (result.form()) {
            case "xlsx" -> XLSX;
            case "ndjson" -> NDJSON + "; charset=utf-8";
            default -> CSV + "; charset=utf-8";
        };
    }

    private Map<String, Object> tree(Preview preview) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(
                "rows",
                Map.of("total", preview.rows(), "ok", preview.ok(), "failed", preview.failed()));
        tree.put("created", preview.created());
        tree.put("updated", preview.ok() - preview.created());
        tree.put("complete", preview.complete());
        tree.put("problems", preview.problems().stream().map(this::tree).toList());
        return tree;
    }

    private Map<String, Object> tree(Preview.RowProblem row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("line", row.line());
        tree.put("columns", row.columns());
        tree.put("cells", row.cells());
        tree.put("error", answers.listed(List.of(row.problem())).getFirst());
        return tree;
    }
}
