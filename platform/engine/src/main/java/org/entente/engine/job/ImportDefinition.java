package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.Asked;
import org.entente.engine.request.Arguments;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked to do, checked against the model and the rights of who asks.
 *
 * @param matchOn the unique field by which rows change records that are there already
 * @param stop whether the first refused row ends it
 */
record ImportDefinition(
        Entity entity, Dialect dialect, Mapping mapping, Optional<String> matchOn, boolean stop) {

    static final int PREVIEWED = 1_000;

    /** Reads {@code {kind, entity, mapping, match_on, on_error, format}}. */
    static Outcome<ImportDefinition> fromJson(@Nullable Object json, Asked asked) {
        var arguments =
                Arguments.of(json, "")
                        .only("kind", "entity", "mapping", "match_on", "on_error", "format");
        if (!arguments.requiredText("kind").equals("import") && arguments.has("kind")) {
            arguments.problem(ProblemCode.NOT_SUPPORTED, "/kind", Map.of());
        }
        var name = arguments.requiredText("entity");
        var onError = arguments.text("on_error").orElse("skip");
        if (!onError.equals("skip") && !onError.equals("stop")) {
            arguments.problem(
                    ProblemCode.UNKNOWN_OPTION,
                    "/on_error",
                    Map.of("options", java.util.List.of("skip", "stop")));
        }
        var format = arguments.object("format");
        var mapping = arguments.object("mapping");
        var matchOn = arguments.text("match_on");
        return arguments
                .outcome(() -> name)
                .then(found -> entity(asked, found, matchOn.isPresent()))
                .then(entity ->
                        whole(
                                        entity,
                                        Dialect.fromJson(format, "/format"),
                                        Mapping.fromJson(mapping, asked, entity),
                                        key(matchOn, entity, asked))
                                .map(d -> d.stopping(onError.equals("stop"))));
    }

    private static Outcome<Entity> entity(Asked asked, String name, boolean matching) {
        var creation = asked.rights().entity(name, Operation.CREATE);
        return matching && creation instanceof Outcome.Refused<Entity>
                ? asked.rights().entity(name, Operation.UPDATE)
                : creation;
    }

    private static Outcome<Optional<String>> key(
            Optional<String> matchOn, Entity entity, Asked asked) {
        var name = matchOn.orElse("");
        var fits =
                entity.field(name)
                        .filter(f -> f.flags().unique() && asked.rights().readable(entity, f));
        return matchOn.isEmpty() || fits.isPresent()
                ? Outcome.done(matchOn)
                : Outcome.refused(
                        Problem.of(
                                ProblemCode.UNKNOWN_FIELD,
                                "/match_on",
                                Map.of("name", name, "entity", entity.name())));
    }

    private static Outcome<ImportDefinition> whole(
            Entity entity,
            Outcome<Dialect> dialect,
            Outcome<Mapping> mapping,
            Outcome<Optional<String>> matchOn) {
        var gathering = new Gathering();
        var written = gathering.keep(dialect);
        var mapped = gathering.keep(mapping);
        var key = gathering.keep(matchOn);
        return gathering.outcome(() ->
                new ImportDefinition(
                        entity,
                        written.orElseThrow(),
                        mapped.orElseThrow(),
                        key.orElseThrow(),
                        false));
    }

    private ImportDefinition stopping(boolean atFirst) {
        return new ImportDefinition(entity, dialect, mapping, matchOn, atFirst);
    }

    /** As it was asked for. */
    Map<String, Object> toJson() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", "import");
        tree.put("entity", entity.name());
        tree.put("mapping", mapping.toJson());
        matchOn.ifPresent(field -> tree.put("match_on", field));
        tree.put("on_error", stop ? "stop" : "skip");
        tree.put("format", dialect.toJson());
        return tree;
    }
}
