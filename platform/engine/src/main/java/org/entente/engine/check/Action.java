package org.entente.engine.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.IfMatch;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Target;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.request.Arguments;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Does the one thing that a check is about. */
final class Action {

    private static final List<String> WORDS =
            List.of("create", "update", "delete", "restore", "read", "list", "form");

    private final Model model;
    private final RecordCommands commands;
    private final RecordQueries queries;
    private final Cast cast;

    Action(Model model, RecordCommands commands, RecordQueries queries, Cast cast) {
        this.model = model;
        this.commands = commands;
        this.queries = queries;
        this.cast = cast;
    }

    Outcome<Answer> take(Caller caller, Arguments when) {
        var words = WORDS.stream().filter(when::has).toList();
        if (words.size() != 1) {
            return Outcome.refused(
                    Problem.of(ProblemCode.INVALID_VALUE, "", Map.of("expected", WORDS)));
        }
        var word = words.getFirst();
        var object = when.text(word).orElse("");
        var outcome =
                switch (word) {
                    case "create", "list", "form" -> ofEntity(caller, word, object, when);
                    default -> ofRecord(caller, word, object, when);
                };
        return outcome.map(answer -> named(when, answer));
    }

    private Answer named(Arguments when, Answer answer) {
        if (answer instanceof Answer.OfRecord(var record) && record.isPresent()) {
            when.text("as").ifPresent(name -> cast.name(name, record.get()));
        }
        return answer;
    }

    private Outcome<Answer> ofEntity(Caller caller, String word, String name, Arguments when) {
        return model.entity(name)
                .map(entity ->
                        switch (word) {
                            case "create" -> create(caller, entity, when);
                            case "list" -> list(caller, entity, when);
                            default -> form(caller, entity, when);
                        })
                .orElseGet(() -> unknown(ProblemCode.UNKNOWN_ENTITY, name));
    }

    private Outcome<Answer> create(Caller caller, Entity entity, Arguments when) {
        return commands.create(caller, entity.name(), body(entity, when), Ending.COMMIT)
                .map(saved -> new Answer.OfRecord(Optional.of(CheckRun.reference(saved))));
    }

    private Outcome<Answer> form(Caller caller, Entity entity, Arguments when) {
        return commands.form(caller, entity.name(), body(entity, when)).map(Answer.OfForm::new);
    }

    private Outcome<Answer> list(Caller caller, Entity entity, Arguments when) {
        var view = when.text("view");
        if (view.isPresent() && !entity.views().containsKey(view.get())) {
            return unknown(ProblemCode.UNKNOWN_NAME, view.get());
        }
        var filter = view.flatMap(name -> filter(entity, name)).or(() -> when.text("filter"));
        return page(queries, caller, entity.name(), filter).map(Answer.OfList::new);
    }

    private static Optional<String> filter(Entity entity, String view) {
        return entity.views().get(view) instanceof Map<?, ?> defined
                ? Optional.ofNullable(defined.get("filter")).map(Object::toString)
                : Optional.empty();
    }

    /** The ids of all records that a filter lets through. */
    static Outcome<List<String>> page(
            RecordQueries queries, Caller caller, String entity, Optional<String> filter) {
        Map<String, @Nullable Object> request =
                filter.<Map<String, @Nullable Object>>map(
                                text -> Map.of("limit", PageRequest.MOST, "filter", text))
                        .orElse(Map.of("limit", PageRequest.MOST));
        return PageRequest.fromJson(entity, request)
                .then(asked -> queries.page(caller, asked))
                .map(page -> page.data().stream().map(record -> record.id().toString()).toList());
    }

    private Outcome<Answer> ofRecord(Caller caller, String word, String name, Arguments when) {
        return cast.find(name)
                .map(record -> ofRecord(caller, word, record, when))
                .orElseGet(() -> unknown(ProblemCode.UNKNOWN_NAME, name));
    }

    private Outcome<Answer> ofRecord(Caller caller, String word, Reference record, Arguments when) {
        var target = new Target(record.id(), new IfMatch.Any());
        var entity = model.entity(record.entity()).orElseThrow();
        Function<Object, Answer> same = _ -> new Answer.OfRecord(Optional.of(record));
        return switch (word) {
            case "update" ->
                    commands.update(
                                    caller,
                                    entity.name(),
                                    target,
                                    body(entity, when),
                                    Ending.COMMIT)
                            .map(same);
            case "delete" ->
                    commands.delete(caller, entity.name(), target, Ending.COMMIT)
                            .map(_ -> new Answer.OfRecord(Optional.empty()));
            case "restore" ->
                    commands.restore(caller, entity.name(), record.id(), Ending.COMMIT).map(same);
            default -> queries.get(caller, entity.name(), record.id(), Optional.empty()).map(same);
        };
    }

    private Map<String, Object> body(Entity entity, Arguments when) {
        return Map.of("values", cast.values(entity, when.object("values")));
    }

    private static <T> Outcome<T> unknown(ProblemCode code, String name) {
        return Outcome.refused(Problem.of(code, "", Map.of("name", name)));
    }
}
