package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.request.Arguments;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to all records of a filter.
 *
 * @param values what each is to become; nothing where they are deleted
 * @param stop whether the first refused record ends it
 */
record MassDefinition(
        Operation operation, Walk walk, Map<String, @Nullable Object> values, boolean stop) {

    static final List<Operation> OPERATIONS = List.of(Operation.UPDATE, Operation.DELETE);

    /** The name of the kind. */
    static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code {kind, entity, filter, params, values, on_error}}. */
    static Outcome<MassDefinition> fromJson(Operation operation, @Nullable Object json) {
        var changes = operation == Operation.UPDATE;
        var arguments = Arguments.of(json, "");
        if (changes) {
            arguments.only("kind", "entity", "filter", "params", "values", "on_error");
        } else {
            arguments.only("kind", "entity", "filter", "params", "on_error");
        }
        var walk = Walk.ofRecords(arguments);
        var values = arguments.object("values");
        if (changes && values.isEmpty()) {
            arguments.problem(ProblemCode.REQUIRED, "/values", Map.of("name", "values"));
        }
        var onError = arguments.text("on_error").orElse("skip");
        if (!onError.equals("skip") && !onError.equals("stop")) {
            arguments.problem(
                    ProblemCode.UNKNOWN_OPTION,
                    "/on_error",
                    Map.of("options", List.of("skip", "stop")));
        }
        return arguments.outcome(
                () -> new MassDefinition(operation, walk, values, onError.equals("stop")));
    }

    /** As it was asked for. */
    Map<String, Object> toJson() {
        var tree = new LinkedHashMap<>(walk.toJson(name(operation)));
        if (!values.isEmpty()) {
            tree.put("values", values);
        }
        tree.put("on_error", stop ? "stop" : "skip");
        return tree;
    }

    /** What is done with one, unless somebody has changed it since it was found. */
    RecordOperation of(RecordView record) {
        var seen = new IfMatch.Exactly(record.version());
        return operation == Operation.UPDATE
                ? new RecordOperation.Update(record.id(), seen, values)
                : new RecordOperation.Delete(record.id(), seen);
    }
}
