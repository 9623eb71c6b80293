package org.entente.server.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.changeset.ChangeSets.Applied;
import org.entente.metadata.definition.Effect;
import org.entente.server.body.JsonBody;
import org.entente.server.problem.Statuses;
import org.entente.spi.Blame;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Tenant;

/** What became of a model, as it travels. */
final class ModelAnswers {

    private ModelAnswers() {}

    /** The version, or the job that will make it; the refusal. */
    static Response published(Answers answers, Tenant tenant, Outcome<Applied> outcome) {
        return answers.of(
                outcome,
                applied ->
                        switch (applied) {
                            case Applied.As(var version) -> answers.ok(Map.of("version", version));
                            case Applied.By(var job) -> coming(tenant, job);
                        },
                ModelAnswers::statusOfRefusal);
    }

    private static Response coming(Tenant tenant, UUID job) {
        var path = "/t/" + tenant.name() + "/api/v1/jobs/" + job;
        return Response.status(202)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Location", path)
                .entity(new JsonBody(Map.of("job", job.toString(), "links", Map.of("job", path))))
                .build();
    }

    /** An unfit definition is well formed but refused, whatever is wrong in it. */
    static int statusOfRefusal(List<Problem> problems) {
        var code = problems.getFirst().code();
        return switch (code) {
            case MODEL_MOVED, FORBIDDEN, NOT_FOUND -> Statuses.of(code);
            default -> code.blame() == Blame.OUTSIDE ? Statuses.of(code) : 422;
        };
    }

    static Map<String, Object> tree(Effect effect) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", effect.kind().name().toLowerCase(Locale.ROOT));
        tree.put("path", effect.path());
        if (!effect.was().isEmpty()) {
            tree.put("was", effect.was());
        }
        return tree;
    }
}
