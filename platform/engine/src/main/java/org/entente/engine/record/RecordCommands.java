package org.entente.engine.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.engine.Attempt;
import org.entente.engine.model.ModelSource;
import org.entente.engine.query.Asked;
import org.entente.engine.query.Expressions;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.request.Arguments;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Use cases: records are made, changed, deleted, one at a time or many. */
public final class RecordCommands {

    private static final int ATTEMPTS = 5;

    private final ModelSource models;
    private final TenantTransactions transactions;
    private final RecordQueries queries;
    private final Expressions expressions;

    public RecordCommands(
            ModelSource models,
            TenantTransactions transactions,
            RecordQueries queries,
            Expressions expressions) {
        this.models = models;
        this.transactions = transactions;
        this.queries = queries;
        this.expressions = expressions;
    }

    /**
     * A record that was written, as its writer sees it.
     *
     * @param created whether it is new
     */
    public record Saved(RecordView record, boolean created) {}

    /** Makes a record of {@code {values}}. */
    public Outcome<Saved> create(
            Caller caller, String entity, @Nullable Object json, Ending ending) {
        return values(json)
                .then(values -> one(caller, entity, new RecordOperation.Create(values), ending));
    }

    /** Changes a record by {@code {values}}, a merge patch (RFC 7396) of its values. */
    public Outcome<Saved> update(
            Caller caller, String entity, Target target, @Nullable Object json, Ending ending) {
        return values(json)
                .then(values ->
                        one(
                                caller,
                                entity,
                                new RecordOperation.Update(target.id(), target.ifMatch(), values),
                                ending));
    }

    /** Which record, in which state. */
    public record Target(UUID id, IfMatch ifMatch) {}

    /** Changes the record that has a value in a unique field, or makes one. */
    public Outcome<Saved> upsert(
            Caller caller, String entity, Key key, @Nullable Object json, Ending ending) {
        return values(json)
                .then(values ->
                        one(
                                caller,
                                entity,
                                new RecordOperation.Upsert(key.field(), key.value(), values),
                                ending));
    }

    /** A value of a unique field. */
    public record Key(String field, String value) {}

    /**
     * What the definitions say of {@code {id, values}} that is not written yet: which fields to
     * show, which to require, and what would be refused.
     */
    public Outcome<Form> form(Caller caller, String entity, @Nullable Object json) {
        var arguments = Arguments.of(json, "").only("id", "values");
        var given = arguments.object("values");
        var id = arguments.text("id");
        return arguments
                .outcome(() -> given)
                .then(values -> id(id).then(known -> form(caller, entity, known, values)));
    }

    private static Outcome<Optional<UUID>> id(Optional<String> text) {
        try {
            return Outcome.done(text.map(UUID::fromString));
        } catch (IllegalArgumentException noId) {
            return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
        }
    }

    private Outcome<Form> form(
            Caller caller, String entity, Optional<UUID> id, Map<String, @Nullable Object> values) {
        var operation =
                id.<RecordOperation>map(known ->
                                new RecordOperation.Update(known, new IfMatch.Any(), values))
                        .orElseGet(() -> new RecordOperation.Create(values));
        return perform(
                caller,
                entity,
                List.of(operation),
                Ending.DRY_RUN,
                writes -> Outcome.done(writes.form(id, values)));
    }

    /** Puts a record into the recycle bin. */
    public Outcome<Written> delete(Caller caller, String entity, Target target, Ending ending) {
        var operation = new RecordOperation.Delete(target.id(), target.ifMatch());
        return perform(
                caller, entity, List.of(operation), ending, batch -> batch.single(operation));
    }

    /**
     * Takes a record out of the recycle bin; one that is not in it stays as it is. Problems:
     * NOT_FOUND, NOT_UNIQUE, REQUIRED, and REFERENCE_NOT_FOUND where something that it cannot be
     * without is gone.
     */
    public Outcome<Saved> restore(Caller caller, String entity, UUID id, Ending ending) {
        return one(caller, entity, new RecordOperation.Restore(id), ending);
    }

    /** What each write of a batch came to, in order; refusals only when it is not atomic. */
    public Outcome<List<Outcome<Written>>> batch(
            Caller caller, String entity, @Nullable Object json, Ending ending) {
        return Batch.fromJson(json)
                .then(batch ->
                        perform(
                                caller,
                                entity,
                                batch.operations(),
                                ending,
                                writes ->
                                        batch.atomic()
                                                ? writes.together(batch.operations())
                                                : writes.apart(batch.operations())));
    }

    /** Every operation of a batch in one transaction, outside of any request of a client. */
    public Outcome<List<Outcome<Written>>> together(
            Caller caller, String entity, List<RecordOperation> operations) {
        return perform(
                caller, entity, operations, Ending.COMMIT, writes -> writes.together(operations));
    }

    /**
     * Every operation that can be done, in one transaction: what each came to, in order.
     *
     * @param aside what else is written in the same transaction
     */
    public Outcome<List<Outcome<Written>>> portion(
            Caller caller,
            String entity,
            List<RecordOperation> operations,
            Manner manner,
            Aside aside) {
        return perform(
                caller,
                entity,
                operations,
                manner.ending(),
                writes -> {
                    manner.cause().ifPresent(writes.transaction()::because);
                    var results = new Portion(writes, manner.stop()).of(operations);
                    aside.write(writes.transaction(), results);
                    return Outcome.done(results);
                });
    }

    /**
     * How a portion is written.
     *
     * @param stop whether nothing is done after the first refusal; results end with it
     * @param cause the work that all of it is told with
     */
    public record Manner(boolean stop, Ending ending, Optional<UUID> cause) {}

    /** Written together with a portion. */
    public interface Aside {
        void write(TenantTransaction transaction, List<Outcome<Written>> results);
    }

    private static Outcome<Map<String, @Nullable Object>> values(@Nullable Object json) {
        var arguments = Arguments.of(json, "").only("values");
        var values = arguments.object("values");
        if (!arguments.has("values")) {
            arguments.problem(ProblemCode.REQUIRED, "/values", Map.of("name", "values"));
        }
        return arguments.outcome(() -> values);
    }

    /** One operation, and the record as its writer sees it then. */
    Outcome<Saved> one(Caller caller, String entity, RecordOperation operation, Ending ending) {
        return perform(
                caller, entity, List.of(operation), ending, writes -> writes.last(operation));
    }

    private <T> Outcome<T> perform(
            Caller caller,
            String entityName,
            List<RecordOperation> operations,
            Ending ending,
            Function<Writes, Outcome<T>> work) {
        var model = models.of(caller.tenant());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var asked = Asked.of(caller, model);
            var entity = allowed(asked, entityName, operations);
            if (entity instanceof Outcome.Refused<Entity>(var problems)) {
                return Outcome.refused(problems);
            }
            var done = ((Outcome.Done<Entity>) entity).value();
            var answer =
                    transactions.write(
                            caller.tenant(),
                            model,
                            Set.of(done.name()),
                            ending,
                            transaction ->
                                    once(
                                            ending,
                                            transaction,
                                            () -> work.apply(writes(asked, done, transaction))));
            switch (answer) {
                case Attempt.Fresh<Outcome<T>>(var outcome) -> {
                    return outcome;
                }
                case Attempt.Behind<Outcome<T>>(var head) ->
                        model = models.refresh(caller.tenant(), head);
            }
        }
        return Outcome.refused(Problem.of(ProblemCode.UNAVAILABLE));
    }

    private static <T> Outcome<T> once(
            Ending ending, TenantTransaction transaction, Supplier<Outcome<T>> work) {
        return switch (ending) {
            case Ending.Plain _ -> work.get();
            case Ending.Once(var key, var answer) ->
                    transaction
                            .claim(key)
                            .then(claimed ->
                                    claimed
                                            ? work.get()
                                            : Outcome.refused(Problem.of(ProblemCode.IN_PROGRESS)))
                            .map(value -> {
                                transaction.keep(key, answer.apply(value));
                                return value;
                            });
        };
    }

    private Writes writes(Asked asked, Entity entity, TenantTransaction transaction) {
        return new Writes(asked, entity, transaction, queries, expressions);
    }

    /** NOT_FOUND for what may not be read, FORBIDDEN for what may not be done. */
    private static Outcome<Entity> allowed(
            Asked asked, String entity, List<RecordOperation> operations) {
        var readable = asked.rights().entity(entity, Operation.READ);
        for (var right : operations.stream().map(RecordOperation::right).distinct().toList()) {
            var outcome = readable.then(found -> asked.rights().entity(entity, right));
            if (outcome instanceof Outcome.Refused<Entity>) {
                return outcome;
            }
        }
        return readable;
    }
}
