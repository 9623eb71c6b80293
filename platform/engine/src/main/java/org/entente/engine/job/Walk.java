package org.entente.engine.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PageRequest;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.request.Arguments;
import org.entente.spi.Caller;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The records that a job goes through, a page at a time: each once, and none that was made after
 * the first page when they are asked for newest first, as they are unless somebody wishes
 * otherwise.
 */
record Walk(
        String entity,
        Optional<String> filter,
        Map<String, @Nullable Object> params,
        Optional<List<String>> fields,
        List<String> sort) {

    /** No page begins here. */
    private static final String END = "-";

    /** Reads {@code entity, filter, params}. */
    static Walk ofRecords(Arguments arguments) {
        return new Walk(
                arguments.requiredText("entity"),
                arguments.text("filter").filter(text -> !text.isBlank()),
                arguments.object("params"),
                Optional.of(List.of()),
                List.of());
    }

    /** Reads {@code fields} and {@code sort} too. */
    static Walk ofValues(Arguments arguments) {
        var records = ofRecords(arguments);
        return new Walk(
                records.entity(),
                records.filter(),
                records.params(),
                arguments.texts("fields"),
                arguments.texts("sort").orElse(List.of()));
    }

    /** As it was asked for. */
    Map<String, Object> toJson(String kind) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", kind);
        tree.put("entity", entity);
        filter.ifPresent(text -> tree.put("filter", text));
        if (!params.isEmpty()) {
            tree.put("params", params);
        }
        return tree;
    }

    private PageRequest request(Optional<String> cursor, int most, Total total) {
        return new PageRequest(entity, filter, params, fields, sort, most, cursor, total);
    }

    /** How many there are; an estimate where counting would take too long. */
    Outcome<Long> count(RecordQueries queries, Caller caller) {
        try {
            return count(queries, caller, Total.EXACT);
        } catch (EntenteException slow) {
            if (slow.problem().code() == ProblemCode.TOO_EXPENSIVE) {
                return count(queries, caller, Total.ESTIMATE);
            }
            throw slow;
        }
    }

    private Outcome<Long> count(RecordQueries queries, Caller caller, Total total) {
        return queries.page(caller, request(Optional.empty(), 1, total))
                .map(page -> page.total().map(PageOfRows.Count::value).orElse(0L));
    }

    /** The first of them, with the problems of what was asked for. */
    Outcome<RecordPage> first(RecordQueries queries, Caller caller) {
        return queries.page(caller, request(Optional.empty(), 1, Total.NONE));
    }

    static boolean isOver(Progress progress) {
        return progress.cursor().equals(END);
    }

    /** Those that follow. */
    Outcome<RecordPage> page(RecordQueries queries, Caller caller, Progress before, int most) {
        var cursor = Optional.of(before.cursor()).filter(text -> !text.isEmpty());
        return queries.page(caller, request(cursor, most, Total.NONE));
    }

    /** Past a page. */
    static Progress past(Progress progress, RecordPage page) {
        return progress.at(page.next().orElse(END));
    }
}
