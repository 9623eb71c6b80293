package org.entente.engine.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Which records and which of their values are wanted, and how they are written.
 *
 * @param columns names of values in order; empty for all that may be read
 */
record ExportDefinition(Walk walk, List<String> columns, Dialect dialect) {

    /** Reads {@code {kind, entity, filter, params, fields, sort, format}}. */
    static Outcome<ExportDefinition> fromJson(@Nullable Object json) {
        var arguments =
                Arguments.of(json, "")
                        .only("kind", "entity", "filter", "params", "fields", "sort", "format");
        var walk = Walk.ofValues(arguments);
        var format = arguments.object("format");
        return arguments
                .outcome(() -> walk)
                .then(known -> Dialect.fromJson(format, "/format"))
                .then(ExportDefinition::writable)
                .map(dialect ->
                        new ExportDefinition(walk, walk.fields().orElse(List.of()), dialect));
    }

    private static Outcome<Dialect> writable(Dialect dialect) {
        var problems = new ArrayList<Problem>();
        if (!dialect.encoding().equals(StandardCharsets.UTF_8)) {
            problems.add(
                    Problem.of(
                            ProblemCode.UNKNOWN_OPTION,
                            "/format/encoding",
                            Map.of("options", List.of("UTF-8"))));
        }
        return problems.isEmpty() ? Outcome.done(dialect) : Outcome.refused(problems);
    }

    /** The same with columns that stay what they are whatever becomes of the model. */
    ExportDefinition of(List<String> names) {
        var fixed =
                new Walk(
                        walk.entity(),
                        walk.filter(),
                        walk.params(),
                        java.util.Optional.of(names),
                        walk.sort());
        return new ExportDefinition(fixed, names, dialect);
    }

    /** As it was asked for. */
    Map<String, Object> toJson() {
        var tree = new LinkedHashMap<>(walk.toJson(ExportKind.NAME));
        tree.put("fields", columns);
        if (!walk.sort().isEmpty()) {
            tree.put("sort", walk.sort());
        }
        tree.put("format", dialect.toJson());
        return tree;
    }
}
