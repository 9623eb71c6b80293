package org.entente.engine.query;

import java.util.List;
import java.util.Map;
import org.entente.engine.access.Rights;
import org.entente.engine.expression.Evaluation;
import org.entente.metadata.model.Model;
import org.entente.spi.Caller;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Who asks, under which model and with which rights: what every plan starts from. */
public record Asked(Caller caller, Model model, Rights rights) {

    /** The rights of the caller under this model. */
    public static Asked of(Caller caller, Model model) {
        return new Asked(caller, model, Rights.of(caller, model));
    }

    /** What the inputs of an expression stand for when this caller asks. */
    public Evaluation evaluation(java.time.Instant now, Map<String, @Nullable Object> parameters) {
        return new Evaluation(
                now, model.settings().timeZone(), caller.user().id(), mine(), parameters);
    }

    private Map<String, @Nullable Object> mine() {
        var user = caller.user();
        var teams = user.teams().stream().map(team -> new Reference(team, "team")).toList();
        return Map.of("name", user.name(), "email", user.email(), "teams", teams);
    }

    /** What makes two questions the same for a cursor. */
    String fingerprint(PageRequest request) {
        return String.join(
                "\u0000",
                List.of(
                        caller.tenant().id().toString(),
                        caller.user().id().toString(),
                        request.entity(),
                        request.filter().orElse(""),
                        request.params().toString(),
                        String.join(",", request.sort())));
    }
}
