package org.entente.server.rest;

import static org.entente.server.openapi.Right.READ;
import static org.entente.server.openapi.Right.UPDATE;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.Received;
import org.entente.engine.record.RecordFiles;
import org.entente.engine.record.RecordFiles.Place;
import org.entente.server.openapi.Route;
import org.entente.server.rest.Once.Asked;
import org.entente.spi.Outcome;
import org.jspecify.annotations.Nullable;

/** The bytes of records' files. */
@RequestScoped
@Path(Paths.TENANT + "data/{entity}/" + Paths.ID + "/files/{field}")
public class FileResource {

    @Inject private CurrentCaller current;
    @Inject private RecordFiles files;
    @Inject private Answers answers;
    @Inject private Once once;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @PathParam("entity")
    @SuppressWarnings("NullAway.Init")
    private String entity;

    @PathParam("id")
    @SuppressWarnings("NullAway.Init")
    private UUID id;

    @PathParam("field")
    @SuppressWarnings("NullAway.Init")
    private String field;

    private Place place() {
        return new Place(entity, id, field);
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Route(
            id = "getFile",
            right = READ,
            fr = "Le fichier d’un champ",
            en = "The file of a field",
            binary = true,
            success = {200, 206},
            refusals = 416)
    public Response get(
            @HeaderParam("If-None-Match") @Nullable String known,
            @HeaderParam("Range") @Nullable String range) {
        return answers.of(
                files.get(current.caller(), place()),
                file ->
                        FileAnswers.of(
                                file,
                                new FileAnswers.Wanted(
                                        Optional.ofNullable(known), Optional.ofNullable(range)),
                                (from, length) ->
                                        files.open(current.caller(), file, from, length)));
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Route(
            id = "putFile",
            right = UPDATE,
            fr = "Met un fichier dans un champ, à la place de celui qui y est",
            en = "Puts a file into a field, in place of the one that is there",
            request = "Bytes",
            response = "Record",
            refusals = {400, 403, 409, 412, 413, 415, 422, 428},
            query = "dry_run",
            once = true)
    public Response put(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Content-Disposition") @Nullable String disposition,
            InputStream body) {
        Outcome<Received> received =
                IfMatch.parse(Optional.ofNullable(ifMatch))
                        .then(match -> Disposition.fileName(Optional.ofNullable(disposition)))
                        .then(name -> files.receive(current.caller(), place(), name, body));
        return answers.of(received, bytes -> kept(ifMatch, bytes));
    }

    private Response kept(@Nullable String ifMatch, Received received) {
        try (received) {
            var file = received.file();
            return once.of(
                    new Asked<>(
                            Query.of(uri).ending(),
                            Map.of("name", file.name(), "sha256", file.sha256()),
                            ending ->
                                    IfMatch.parse(Optional.ofNullable(ifMatch))
                                            .then(match ->
                                                    files.put(
                                                            current.caller(),
                                                            place(),
                                                            match,
                                                            received,
                                                            ending)),
                            saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
        }
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Route(
            id = "deleteFile",
            right = UPDATE,
            fr = "Enlève le fichier d’un champ",
            en = "Takes the file of a field away",
            response = "Record",
            refusals = {400, 403, 409, 412, 422, 428},
            query = "dry_run",
            once = true)
    public Response delete(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return once.of(
                new Asked<>(
                        Query.of(uri).ending(),
                        null,
                        ending ->
                                IfMatch.parse(Optional.ofNullable(ifMatch))
                                        .then(match ->
                                                files.remove(
                                                        current.caller(), place(), match, ending)),
                        saved -> RecordAnswers.saved(current.caller().tenant(), saved)));
    }
}
