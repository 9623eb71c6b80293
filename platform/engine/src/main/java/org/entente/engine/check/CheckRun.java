package org.entente.engine.check;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.engine.access.SystemUser;
import org.entente.engine.query.CursorCodec;
import org.entente.engine.query.Expressions;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.record.StoredRecord;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.request.Arguments;
import org.entente.metadata.definition.Check;
import org.entente.metadata.model.Model;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.entente.spi.Tenant;
import org.entente.spi.User;
import org.jspecify.annotations.Nullable;

/** One check, on records of its own. */
final class CheckRun {

    private static final int MOST_GIVEN = 100;
    private static final User ME = new User(new UUID(0, 1), "Somebody", "somebody@entente.example");

    private final Tenant tenant;
    private final Model model;
    private final Arguments check;
    private final Scratch scratch;
    private final RecordQueries queries;
    private final RecordCommands commands;
    private final Cast cast = new Cast();
    private final Instant usualNow;

    CheckRun(Tenant tenant, Model model, Check check, Instant usualNow) {
        this.tenant = tenant;
        this.model = model;
        this.check = Arguments.of(check.plain(), "").only("now", "roles", "given", "when", "then");
        this.usualNow = usualNow;
        var expressions = new Expressions();
        scratch = new Scratch(model);
        queries = new RecordQueries(scratch, scratch, expressions, new CursorCodec(new byte[32]));
        commands = new RecordCommands(scratch, scratch, queries, expressions);
    }

    /** What does not hold; nothing when all does. */
    List<Finding> findings() {
        var now = now();
        var roles = check.texts("roles").orElse(List.of("administrator"));
        var unknown = roles.stream().filter(role -> !model.roles().containsKey(role)).findFirst();
        if (now.isEmpty()) {
            return List.of(Finding.other("/now", "date_time", check.raw("now")));
        }
        if (unknown.isPresent()) {
            return List.of(Finding.other("/roles", model.roles().keySet(), unknown.get()));
        }
        introduceMe();
        var given = given(SystemUser.caller(tenant, now.get()));
        var caller = new Caller(tenant, ME, Set.copyOf(roles), now.get(), Locale.ENGLISH);
        return given.isEmpty() ? tried(caller) : given;
    }

    private Optional<Instant> now() {
        try {
            return Optional.of(check.text("now").map(Instant::parse).orElse(usualNow));
        } catch (DateTimeParseException unfit) {
            return Optional.empty();
        }
    }

    /** Whoever acts in a check is a user like others, called {@code $me}. */
    private void introduceMe() {
        cast.name("me", new Reference(ME.id(), "user"));
        scratch.records()
                .rows("user")
                .put(
                        ME.id(),
                        new StoredRecord(
                                ME.id(), 1, Map.of("name", ME.name(), "email", ME.email())));
    }

    private List<Finding> given(Caller system) {
        var given = check.list("given");
        if (given.size() > MOST_GIVEN) {
            return List.of(Finding.other("/given", "≤ " + MOST_GIVEN, given.size()));
        }
        for (var i = 0; i < given.size(); i++) {
            var pointer = "/given/" + i;
            var one = Arguments.of(given.get(i), pointer).only("entity", "as", "values");
            var made = made(system, one.text("entity").orElse(""), one.object("values"));
            if (made instanceof Outcome.Refused<Reference>(var problems)) {
                return List.of(Finding.refused(pointer, problems));
            }
            one.text("as")
                    .ifPresent(name -> cast.name(name, ((Outcome.Done<Reference>) made).value()));
        }
        return List.of();
    }

    private Outcome<Reference> made(
            Caller caller, String entity, Map<String, @Nullable Object> written) {
        return model.entity(entity)
                .map(found ->
                        commands.create(
                                        caller,
                                        entity,
                                        Map.of("values", cast.values(found, written)),
                                        Ending.COMMIT)
                                .map(CheckRun::reference))
                .orElseGet(() ->
                        Outcome.refused(
                                Problem.of(
                                        ProblemCode.UNKNOWN_ENTITY, "", Map.of("name", entity))));
    }

    static Reference reference(Saved saved) {
        return new Reference(saved.record().id(), saved.record().entity());
    }

    private List<Finding> tried(Caller caller) {
        var when = Arguments.of(check.raw("when"), "/when");
        var action = new Action(model, commands, queries, cast);
        var then = Arguments.of(check.raw("then"), "/then");
        var outcome = action.take(caller, when);
        var expectation = new Expectation(then, cast, queries);
        return then.has("problem")
                ? expectation.refusal(outcome)
                : switch (outcome) {
                    case Outcome.Refused<Answer>(var problems) ->
                            List.of(Finding.refused("/when", problems));
                    case Outcome.Done<Answer>(var answer) -> expectation.of(caller, answer);
                };
    }
}
