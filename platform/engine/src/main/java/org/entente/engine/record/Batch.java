package org.entente.engine.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.request.Arguments;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Several writes of one entity.
 *
 * @param atomic all or nothing
 */
public record Batch(boolean atomic, List<RecordOperation> operations) {

    private static final int MOST = 1_000;

    public Batch {
        operations = List.copyOf(operations);
    }

    /** Reads {@code {"atomic", "operations": [{"op", "id", "by", "version", "values"}]}}. */
    public static Outcome<Batch> fromJson(@Nullable Object json) {
        var arguments = Arguments.of(json, "").only("atomic", "operations");
        var atomic = arguments.flag("atomic").orElse(true);
        var items = arguments.list("operations");
        if (!arguments.has("operations")) {
            arguments.problem(ProblemCode.REQUIRED, "/operations", Map.of("name", "operations"));
        }
        if (items.size() > MOST) {
            arguments.problem(ProblemCode.TOO_MANY, "/operations", Map.of("max", MOST));
            return arguments.outcome(() -> new Batch(atomic, List.of()));
        }
        var operations = new ArrayList<RecordOperation>();
        for (var i = 0; i < items.size(); i++) {
            var member =
                    Arguments.of(items.get(i), "/operations/" + i)
                            .only("op", "id", "by", "version", "values");
            operation(member).ifPresent(operations::add);
            member.problems().forEach(p -> arguments.problem(p.code(), p.at(), p.details()));
        }
        return arguments.outcome(() -> new Batch(atomic, operations));
    }

    private static Optional<RecordOperation> operation(Arguments member) {
        var values = member.object("values");
        return switch (member.requiredText("op")) {
            case "create" -> Optional.of(new RecordOperation.Create(values));
            case "update" ->
                    id(member).map(id -> new RecordOperation.Update(id, ifMatch(member), values));
            case "delete" -> id(member).map(id -> new RecordOperation.Delete(id, ifMatch(member)));
            case "restore" -> id(member).map(RecordOperation.Restore::new);
            case "upsert" -> upsert(member, values);
            default -> {
                member.problem(
                        ProblemCode.UNKNOWN_OPTION,
                        member.pointer() + "/op",
                        Map.of(
                                "options",
                                List.of("create", "update", "upsert", "delete", "restore")));
                yield Optional.empty();
            }
        };
    }

    private static Optional<UUID> id(Arguments member) {
        var text = member.requiredText("id");
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            member.problem(ProblemCode.NOT_FOUND, member.pointer() + "/id", Map.of());
            return Optional.empty();
        }
    }

    private static IfMatch ifMatch(Arguments member) {
        return member.integer("version")
                .<IfMatch>map(IfMatch.Exactly::new)
                .orElse(new IfMatch.Any());
    }

    private static Optional<RecordOperation> upsert(
            Arguments member, Map<String, @Nullable Object> values) {
        var by = member.object("by");
        if (by.size() != 1) {
            member.problem(ProblemCode.REQUIRED, member.pointer() + "/by", Map.of("name", "by"));
            return Optional.empty();
        }
        var key = by.entrySet().iterator().next();
        var value = key.getValue();
        if (value == null) {
            member.problem(
                    ProblemCode.REQUIRED,
                    member.pointer() + "/by/" + key.getKey(),
                    Map.of("name", key.getKey()));
            return Optional.empty();
        }
        return Optional.of(new RecordOperation.Upsert(key.getKey(), value, values));
    }
}
