package org.entente.engine.record;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.query.Asked;
import org.entente.engine.query.Expressions;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.request.Gathering;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.value.ReferenceInput;
import org.entente.metadata.value.ValueReader;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one request to one entity, in one transaction. New records are collected and
 * written together; whatever has to see them first has them written.
 */
final class Writes {

    private final Asked asked;
    private final Entity entity;
    private final TenantTransaction transaction;
    private final RecordQueries queries;
    private final Expressions expressions;
    private final ReferenceResolver references;
    private final RecordWriter writer;
    private final DefinedValues defined;
    private final Restoration restoration;
    private final List<Pending> pending = new ArrayList<>();
    private boolean last;

    Writes(
            Asked asked,
            Entity entity,
            TenantTransaction transaction,
            RecordQueries queries,
            Expressions expressions) {
        this.asked = asked;
        this.entity = entity;
        this.transaction = transaction;
        this.queries = queries;
        this.expressions = expressions;
        this.references = new ReferenceResolver(asked, transaction, queries);
        this.defined =
                new DefinedValues(asked, expressions, new Neighbours(asked, transaction, queries));
        this.restoration = new Restoration(asked, transaction, defined);
        this.writer = new RecordWriter(asked, entity, transaction, references, defined, queries);
    }

    /** What is decided but not yet written: new records, and whatever is written last. */
    private record Pending(Change change, String pointer) {}

    /** The same hands, with nothing pending. */
    Writes fresh() {
        return new Writes(asked, entity, transaction, queries, expressions);
    }

    TenantTransaction transaction() {
        return transaction;
    }

    /** What the definitions say of a record that is being filled in. */
    Form form(Optional<UUID> id, Map<String, @Nullable Object> wire) {
        var problems = new ArrayList<Problem>();
        var resolved = Input.readable(asked, entity, wire).then(writer::resolved);
        if (resolved instanceof Outcome.Refused<?>(var refused)) {
            problems.addAll(refused);
        }
        var given =
                resolved instanceof Outcome.Done<Map<String, @Nullable Object>> done
                        ? done.value()
                        : Map.<String, @Nullable Object>of();
        var draft = draft(id, given);
        problems.addAll(defined.problems(draft, ""));
        var fields =
                entity.kept().stream()
                        .filter(field -> asked.rights().readable(entity, field))
                        .filter(field -> Form.depends(field))
                        .map(field ->
                                new Form.Asked(
                                        field.name(),
                                        defined.isVisible(field, draft),
                                        defined.isRequired(field, draft)))
                        .toList();
        return new Form(fields, problems);
    }

    private Draft draft(Optional<UUID> id, Map<String, @Nullable Object> given) {
        var stored = id.flatMap(known -> transaction.lock(entity, known));
        if (stored.isEmpty()) {
            var fresh = id.orElseGet(UuidCreator::getTimeOrderedEpoch);
            return Draft.fresh(entity, fresh, filled(given, fresh));
        }
        var merged = new LinkedHashMap<String, @Nullable Object>(stored.get().values());
        merged.putAll(given);
        return Draft.of(entity, stored.get(), merged);
    }

    /**
     * A default that does not fit its field is told when the record is made, not while it is typed.
     */
    private Map<String, @Nullable Object> filled(Map<String, @Nullable Object> given, UUID id) {
        var outcome = defined.withDefaults(entity, given, id, "");
        return outcome instanceof Outcome.Done<Map<String, @Nullable Object>> done
                ? done.value()
                : given;
    }

    /**
     * The one write of a transaction, and the record as its writer sees it then; problems stand as
     * those of {@link #single}.
     */
    Outcome<Saved> last(RecordOperation operation) {
        last = true;
        return Input.read(asked, entity, operation.values(), "")
                .then(input -> run(operation, input))
                .then(this::saved);
    }

    private Outcome<Saved> saved(Written written) {
        var one = queries.one(asked, entity, written.id());
        var rows =
                pending.isEmpty()
                        ? Outcome.done(transaction.page(one.query()))
                        : transaction.last(pending.getFirst().change(), one.query());
        return rows.map(page ->
                new Saved(
                        one.view().apply(page.rows().getFirst()),
                        written.kind() == Written.Kind.CREATED));
    }

    /** One write; its problems stand at {@code /values/<field>}. */
    Outcome<Written> single(RecordOperation operation) {
        return Input.read(asked, entity, operation.values(), "")
                .then(input -> run(operation, input))
                .then(this::flushed);
    }

    /** All or nothing; problems stand at {@code /operations/<n>/…}. */
    Outcome<List<Outcome<Written>>> together(List<RecordOperation> operations) {
        var gathering = new Gathering();
        var inputs = new ArrayList<Input>();
        for (var i = 0; i < operations.size(); i++) {
            gathering.keep(input(operations.get(i), i)).ifPresent(inputs::add);
        }
        if (!gathering.clean()) {
            return gathering.refused();
        }
        references.lookUp(inputs.stream().flatMap(input -> input.references().stream()).toList());
        var results = new ArrayList<Outcome<Written>>();
        for (var i = 0; i < operations.size(); i++) {
            switch (run(operations.get(i), inputs.get(i))) {
                case Outcome.Done<Written> written -> results.add(written);
                case Outcome.Refused<Written>(var problems) -> {
                    return Outcome.refused(problems);
                }
            }
        }
        return flushed(List.copyOf(results));
    }

    /** Each for itself; a refusal takes only its own write back. */
    Outcome<List<Outcome<Written>>> apart(List<RecordOperation> operations) {
        var results = new ArrayList<Outcome<Written>>();
        for (var operation : operations) {
            results.add(transaction.step(() -> single(operation)));
            pending.clear();
        }
        return Outcome.done(List.copyOf(results));
    }

    private Outcome<Input> input(RecordOperation operation, int index) {
        return Input.read(asked, entity, operation.values(), "/operations/" + index);
    }

    private Outcome<Written> run(RecordOperation operation, Input input) {
        if (pointsAtPending(input) || (!pending.isEmpty() && defined.looksAtOthers(entity))) {
            switch (flushed(input)) {
                case Outcome.Done<Input> written -> references.lookUp(input.references());
                case Outcome.Refused<Input>(var problems) -> {
                    return Outcome.refused(problems);
                }
            }
        }
        return switch (operation) {
            case RecordOperation.Create create -> create(input);
            case RecordOperation.Update(var id, var ifMatch, var values) ->
                    flushed(id).then(written -> update(id, ifMatch, input));
            case RecordOperation.Delete(var id, var ifMatch) ->
                    flushed(id).then(written -> delete(id, ifMatch, input));
            case RecordOperation.Restore(var id) -> flushed(id).then(ok -> restore(id, input));
            case RecordOperation.Revert(var change) ->
                    flushed(change).then(ok -> revert(change, input));
            case RecordOperation.Upsert upsert ->
                    flushed(upsert).then(written -> upsert(upsert, input));
        };
    }

    private boolean pointsAtPending(Input input) {
        return !pending.isEmpty()
                && input.references().stream()
                        .filter(reference -> !references.knows(reference))
                        .map(ReferenceInput::entity)
                        .anyMatch(entity.name()::equals);
    }

    private Outcome<Written> create(Input input) {
        return writer.creation(input)
                .map(change -> {
                    pending.add(new Pending(change, input.pointer()));
                    return new Written(Written.Kind.CREATED, change.id(), 1);
                });
    }

    private Outcome<Written> update(UUID id, IfMatch ifMatch, Input input) {
        return writer.update(id, ifMatch, input)
                .then(change ->
                        change.isEmpty()
                                ? Outcome.done(unchanged(id))
                                : write(change.get(), input));
    }

    private Written unchanged(UUID id) {
        var version = transaction.lock(entity, id).map(StoredRecord::version).orElse(0L);
        return new Written(Written.Kind.UPDATED, id, version);
    }

    private Outcome<Written> write(Change change, Input input) {
        var written = new Written(Written.Kind.UPDATED, change.id(), change.version());
        if (last) {
            pending.add(new Pending(change, input.pointer()));
            return Outcome.done(written);
        }
        return placed(transaction.write(change), input.pointer()).map(version -> written);
    }

    private Outcome<Written> delete(UUID id, IfMatch ifMatch, Input input) {
        var record = transaction.lock(entity, id);
        if (record.isEmpty()) {
            return Outcome.refused(RecordWriter.notFound(input));
        }
        if (!ifMatch.matches(record.get().version())) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.STALE,
                            input.pointer(),
                            Map.of("current", writer.current(id), "differing", List.of())));
        }
        return new Deletion(asked, transaction)
                .delete(entity, record.get(), input.pointer())
                .map(ok -> new Written(Written.Kind.DELETED, id, record.get().version() + 1));
    }

    /** What is there already needs no restoring. */
    private Outcome<Written> restore(UUID id, Input input) {
        if (transaction.lock(entity, id).isPresent()) {
            return Outcome.done(unchanged(id));
        }
        var record = transaction.lockDeleted(entity, id);
        return record.isEmpty()
                ? Outcome.refused(RecordWriter.notFound(input))
                : restoration
                        .restore(entity, record.get(), input.pointer())
                        .map(version -> new Written(Written.Kind.UPDATED, id, version));
    }

    private Outcome<Written> revert(Change change, Input input) {
        return switch (change.operation()) {
            case CREATE, RESTORE ->
                    transaction.lock(entity, change.id()).isEmpty()
                            ? Outcome.done(
                                    new Written(
                                            Written.Kind.DELETED, change.id(), change.version()))
                            : delete(change.id(), new IfMatch.Any(), input);
            case DELETE -> restore(change.id(), input);
            case UPDATE ->
                    new Reversal(asked, entity, transaction)
                            .input(change, input.pointer())
                            .then(before -> update(change.id(), new IfMatch.Any(), before));
        };
    }

    private Outcome<Written> upsert(RecordOperation.Upsert upsert, Input input) {
        return key(upsert, input)
                .then(key -> {
                    var found = transaction.page(queries.byValue(asked, entity, key)).rows();
                    if (found.isEmpty() && key.field().system()) {
                        return Outcome.refused(RecordWriter.notFound(input));
                    }
                    return found.isEmpty()
                            ? permitted(Operation.CREATE).then(ok -> create(withKey(input, key)))
                            : permitted(Operation.UPDATE)
                                    .then(ok ->
                                            update(
                                                    found.getFirst().id(),
                                                    new IfMatch.Any(),
                                                    input));
                });
    }

    private Outcome<Entity> permitted(Operation operation) {
        return asked.rights().entity(entity.name(), operation);
    }

    private Outcome<RecordQueries.KeyValue> key(RecordOperation.Upsert upsert, Input input) {
        var at = input.pointer() + "/by/" + upsert.field();
        var field =
                entity.field(upsert.field())
                        .filter(f -> f.flags().unique() && asked.rights().readable(entity, f));
        if (field.isEmpty()) {
            return Outcome.refused(
                    Problem.of(
                            ProblemCode.UNKNOWN_FIELD,
                            at,
                            Map.of("name", upsert.field(), "entity", entity.name())));
        }
        return switch (ValueReader.read(upsert.by(), field.get(), asked.model().settings())) {
            case Outcome.Done<Optional<Object>>(var value) when value.isPresent() ->
                    Outcome.done(new RecordQueries.KeyValue(field.get(), value.get()));
            case Outcome.Done<Optional<Object>> nothing ->
                    Outcome.refused(
                            Problem.of(ProblemCode.REQUIRED, at, Map.of("name", upsert.field())));
            case Outcome.Refused<Optional<Object>>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(at)).toList());
        };
    }

    private static Input withKey(Input input, RecordQueries.KeyValue key) {
        var values = new LinkedHashMap<Field, Optional<Object>>(input.values());
        values.putIfAbsent(key.field(), Optional.of(key.value()));
        return new Input(input.pointer(), values);
    }

    /** Writes what is pending, then answers the value. */
    private <T> Outcome<T> flushed(T value) {
        if (pending.isEmpty()) {
            return Outcome.done(value);
        }
        var batch = List.copyOf(pending);
        pending.clear();
        var changes = batch.stream().map(Pending::change).toList();
        if (batch.size() == 1) {
            return placed(transaction.write(changes.getFirst()), batch.getFirst().pointer())
                    .map(ok -> value);
        }
        return switch (transaction.writeAll(changes)) {
            case Outcome.Done<Long> done -> Outcome.done(value);
            case Outcome.Refused<Long>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> moved(p, batch)).toList());
        };
    }

    /** The store counts within what it was given; the client counts its own operations. */
    private static Problem moved(Problem problem, List<Pending> batch) {
        var parts = problem.at().split("/", 4);
        if (parts.length < 3 || !parts[1].equals("operations")) {
            return problem;
        }
        var rest = parts.length == 4 ? "/" + parts[3] : "";
        var pointer = batch.get(Integer.parseInt(parts[2])).pointer();
        return new Problem(problem.code(), pointer + rest, problem.details());
    }

    private static Outcome<Long> placed(Outcome<Long> outcome, String pointer) {
        return switch (outcome) {
            case Outcome.Done<Long> done -> done;
            case Outcome.Refused<Long>(var problems) ->
                    Outcome.refused(problems.stream().map(p -> p.under(pointer)).toList());
        };
    }
}
