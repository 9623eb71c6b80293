package org.entente.server.body;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Reads bodies no further than they may be long. */
final class BodyLimit {

    private static final int USUAL = 1_000_000;

    private BodyLimit() {}

    static int of(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof MaxBytes limit) {
                return limit.value();
            }
        }
        return USUAL;
    }

    /** The whole body. */
    static byte[] read(InputStream body, int limit) throws IOException {
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new RefusedBody(
                    List.of(Problem.of(ProblemCode.TOO_LARGE, "", Map.of("max", limit))));
        }
        return bytes;
    }
}
