package org.entente.server.body;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.entente.spi.Outcome;

/** Reads uploaded folders. */
@Provider
@Consumes("application/zip")
public final class ZipBodies implements MessageBodyReader<ZipBody> {

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ZipBody.class;
    }

    @Override
    public ZipBody readFrom(
            Class<ZipBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = BodyLimit.read(body, BodyLimit.of(annotations));
        return switch (ZipText.read(bytes)) {
            case Outcome.Done<ZipBody>(var read) -> read;
            case Outcome.Refused<ZipBody>(var problems) -> throw new RefusedBody(problems);
        };
    }
}
