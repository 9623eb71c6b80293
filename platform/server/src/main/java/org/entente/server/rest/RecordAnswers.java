package org.entente.server.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.engine.query.PageOfRows.Count;
import org.entente.engine.query.RecordPage;
import org.entente.engine.query.RecordView;
import org.entente.engine.record.Form;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.record.Written;
import org.entente.server.body.JsonBody;
import org.entente.server.problem.ProblemDocument;
import org.entente.spi.Outcome;
import org.entente.spi.Outcome.Done;
import org.entente.spi.Outcome.Refused;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** Records as they travel. */
final class RecordAnswers {

    private RecordAnswers() {}

    static Response record(Tenant tenant, RecordView view) {
        return withRecord(tenant, view, 200).build();
    }

    static Response saved(Tenant tenant, Saved saved) {
        var response = withRecord(tenant, saved.record(), saved.created() ? 201 : 200);
        return (saved.created()
                        ? response.header("Location", path(tenant, saved.record()))
                        : response)
                .build();
    }

    private static Response.ResponseBuilder withRecord(Tenant tenant, RecordView view, int status) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(String.valueOf(view.version())))
                .entity(new JsonBody(tree(tenant, view)));
    }

    static Map<String, @Nullable Object> page(Tenant tenant, RecordPage page) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("data", page.data().stream().map(view -> tree(tenant, view)).toList());
        var next = new LinkedHashMap<String, @Nullable Object>();
        next.put("next", page.next().orElse(null));
        tree.put("page", next);
        tree.put("total", page.total().map(RecordAnswers::total).orElse(null));
        return tree;
    }

    static Map<String, Object> batch(List<Outcome<Written>> results, Answers answers) {
        return Map.of("results", results.stream().map(result -> result(result, answers)).toList());
    }

    static Map<String, Object> form(Form form, Answers answers) {
        var fields = new LinkedHashMap<String, Object>();
        form.fields()
                .forEach(asked ->
                        fields.put(
                                asked.field(),
                                Map.of("visible", asked.visible(), "required", asked.required())));
        return Map.of("fields", fields, "problems", answers.listed(form.problems()));
    }

    private static Map<String, Object> total(Count count) {
        var total = new LinkedHashMap<String, Object>();
        total.put("value", count.value());
        total.put("exact", count.exact());
        return total;
    }

    static Map<String, Object> tree(Tenant tenant, RecordView view) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", view.id().toString());
        tree.put("entity", view.entity());
        tree.put("version", view.version());
        tree.put("values", view.values());
        tree.put("links", Map.of("self", path(tenant, view)));
        return tree;
    }

    private static String path(Tenant tenant, RecordView view) {
        return "/t/" + tenant.name() + "/api/v1/data/" + view.entity() + "/" + view.id();
    }

    private static Map<String, Object> result(Outcome<Written> outcome, Answers answers) {
        var result = new LinkedHashMap<String, Object>();
        switch (outcome) {
            case Done<Written>(var written) -> {
                result.put("status", status(written.kind()));
                result.put("id", written.id().toString());
                result.put("version", written.version());
            }
            case Refused<Written>(var problems) -> {
                ProblemDocument document = answers.document(problems);
                result.put("status", document.status());
                result.put("problem", document.body());
            }
        }
        return result;
    }

    private static int status(Written.Kind kind) {
        return switch (kind) {
            case CREATED -> 201;
            case UPDATED -> 200;
            case DELETED -> 204;
        };
    }
}
