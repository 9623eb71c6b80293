package org.entente.engine.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.Form;
import org.entente.engine.request.Arguments;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Compares what came of a check with what it expects. */
final class Expectation {

    private final Arguments then;
    private final Cast cast;
    private final RecordQueries queries;

    Expectation(Arguments then, Cast cast, RecordQueries queries) {
        this.then = then;
        this.cast = cast;
        this.queries = queries;
    }

    /** A refusal by a rule or a code, perhaps at a field. */
    List<Finding> refusal(Outcome<Answer> outcome) {
        var word = then.text("problem").orElse("");
        var at = then.text("at").map("/values/"::concat);
        var problems =
                outcome instanceof Outcome.Refused<Answer>(var refused)
                        ? refused
                        : List.<Problem>of();
        var met =
                problems.stream()
                        .filter(problem ->
                                word.equals(Finding.word(problem))
                                        || word.equals(problem.code().text()))
                        .anyMatch(problem -> at.map(problem.at()::equals).orElse(true));
        var found = problems.isEmpty() ? "done" : Finding.told(problems);
        return met
                ? List.of()
                : List.of(
                        new Finding("/then/problem", word + at.map(" "::concat).orElse(""), found));
    }

    List<Finding> of(Caller caller, Answer answer) {
        return switch (answer) {
            case Answer.OfForm(var form) -> ofForm(form);
            case Answer.OfList(var ids) -> ofList(ids);
            case Answer.OfRecord(var record) -> ofRecord(caller, record);
        };
    }

    private List<Finding> ofForm(Form form) {
        var findings = new ArrayList<Finding>();
        fields(form, "visible", Form.Asked::visible, findings);
        fields(form, "hidden", field -> !field.visible(), findings);
        fields(form, "required", Form.Asked::required, findings);
        fields(form, "optional", field -> !field.required(), findings);
        return findings;
    }

    private void fields(Form form, String word, Predicate<Form.Asked> so, List<Finding> findings) {
        for (var name : then.texts(word).orElse(List.of())) {
            var met =
                    form.fields().stream()
                            .anyMatch(field -> field.field().equals(name) && so.test(field));
            if (!met) {
                findings.add(new Finding("/then/" + word, name, form.fields().toString()));
            }
        }
    }

    private List<Finding> ofList(List<String> ids) {
        var expected = new LinkedHashSet<String>();
        for (var name : then.texts("records").orElse(List.of())) {
            expected.add(cast.find(name).map(record -> record.id().toString()).orElse(name));
        }
        return !then.has("records") || Set.copyOf(ids).equals(expected)
                ? List.of()
                : List.of(Finding.other("/then/records", told(expected), told(ids)));
    }

    private List<String> told(Iterable<String> ids) {
        var told = new ArrayList<String>();
        ids.forEach(id -> told.add(cast.told(id)));
        return told;
    }

    private List<Finding> ofRecord(Caller caller, Optional<Reference> record) {
        if (record.isEmpty()) {
            return List.of();
        }
        return switch (queries.get(
                caller, record.get().entity(), record.get().id(), Optional.empty())) {
            case Outcome.Refused<RecordView>(var problems) ->
                    List.of(Finding.refused("/when", problems));
            case Outcome.Done<RecordView>(var view) -> {
                var findings = new ArrayList<Finding>();
                values(view, findings);
                absences(view, findings);
                conditions(caller, record.get(), findings);
                yield findings;
            }
        };
    }

    private void values(RecordView view, List<Finding> findings) {
        then.object("values")
                .forEach((name, expected) -> {
                    var found = view.values().get(name);
                    if (!view.values().containsKey(name) || !same(expected, found)) {
                        findings.add(Finding.other("/then/values/" + name, expected, found));
                    }
                });
    }

    /** Whether a value is what was written; of a mapping, only what was written counts. */
    private boolean same(@Nullable Object expected, @Nullable Object found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        var record = cast.find(expected);
        if (record.isPresent()) {
            return found instanceof Map<?, ?> reference
                    && record.get().id().toString().equals(String.valueOf(reference.get("id")));
        }
        return switch (expected) {
            case Map<?, ?> parts ->
                    found instanceof Map<?, ?> all
                            && parts.entrySet().stream()
                                    .allMatch(
                                            part -> same(part.getValue(), all.get(part.getKey())));
            case List<?> items -> found instanceof List<?> all && sameItems(items, all);
            case BigDecimal number -> isNumber(number, found);
            default -> expected.toString().equals(found.toString());
        };
    }

    private boolean sameItems(List<?> expected, List<?> found) {
        var same = expected.size() == found.size();
        for (var i = 0; same && i < expected.size(); i++) {
            same = same(expected.get(i), found.get(i));
        }
        return same;
    }

    private static boolean isNumber(BigDecimal expected, Object found) {
        try {
            return new BigDecimal(found.toString()).compareTo(expected) == 0;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private void absences(RecordView view, List<Finding> findings) {
        for (var name : then.texts("absent").orElse(List.of())) {
            if (view.values().containsKey(name)) {
                findings.add(
                        new Finding("/then/absent", name, String.valueOf(view.values().get(name))));
            }
        }
    }

    private void conditions(Caller caller, Reference record, List<Finding> findings) {
        for (var condition : then.texts("holds").orElse(List.of())) {
            var found = Action.page(queries, caller, record.entity(), Optional.of(condition));
            switch (found) {
                case Outcome.Refused<List<String>>(var problems) ->
                        findings.add(new Finding("/then/holds", condition, Finding.told(problems)));
                case Outcome.Done<List<String>>(var ids) -> {
                    if (!ids.contains(record.id().toString())) {
                        findings.add(new Finding("/then/holds", condition, "false"));
                    }
                }
            }
        }
    }
}
