package org.entente.server.body;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.entente.spi.Outcome;

/** Reads and writes the bodies of calls. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<JsonBody>, MessageBodyWriter<JsonBody> {

    private final JsonText json = new JsonText();

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = BodyLimit.read(body, BodyLimit.of(annotations));
        return switch (json.read(bytes)) {
            case Outcome.Done<JsonBody>(var read) -> read;
            case Outcome.Refused<JsonBody>(var problems) -> throw new RefusedBody(problems);
        };
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public void writeTo(
            JsonBody body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var bytes = json.write(body.tree());
        headers.putSingle("Content-Length", bytes.length);
        out.write(bytes);
    }
}
