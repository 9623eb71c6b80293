package org.entente.server.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.entente.engine.query.ChangeView;
import org.entente.engine.query.ChangeView.FieldChange;
import org.entente.engine.query.FeedView;
import org.entente.engine.query.StoryItem;
import org.entente.engine.query.Stretch;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Tenant;
import org.jspecify.annotations.Nullable;

/** The past of records as it travels. */
final class StoryAnswers {

    private StoryAnswers() {}

    static Map<String, Object> history(Stretch<ChangeView> part) {
        return part(part, StoryAnswers::change);
    }

    static Map<String, Object> timeline(Tenant tenant, Stretch<StoryItem> part) {
        return part(part, item -> item(tenant, item));
    }

    static Map<String, Object> changes(FeedView.Part part) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("data", part.data().stream().map(StoryAnswers::fed).toList());
        tree.put("next", part.next());
        tree.put("ended", part.ended());
        return tree;
    }

    private static Map<String, @Nullable Object> fed(FeedView view) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("id", view.id());
        tree.put("entity", view.entity());
        tree.put("record", view.record().toString());
        tree.put("version", view.version());
        view.change()
                .ifPresentOrElse(
                        change -> tree.putAll(change(change)), () -> tree.put("op", "gone"));
        return tree;
    }

    private static <T> Map<String, Object> part(
            Stretch<T> part, Function<T, Map<String, @Nullable Object>> write) {
        var next = new LinkedHashMap<String, @Nullable Object>();
        next.put("next", part.next().orElse(null));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("data", part.data().stream().map(write).toList());
        tree.put("page", next);
        return tree;
    }

    private static Map<String, @Nullable Object> item(Tenant tenant, StoryItem item) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        switch (item) {
            case StoryItem.Changed(var change) -> {
                tree.put("kind", "change");
                tree.putAll(change(change));
            }
            case StoryItem.Activity(var at, var title, var by, var record) -> {
                tree.put("kind", "record");
                tree.put("at", ValueWriter.write(at));
                tree.put("by", by);
                tree.put("title", title.orElse(null));
                tree.put("record", RecordAnswers.tree(tenant, record));
            }
        }
        return tree;
    }

    private static Map<String, @Nullable Object> change(ChangeView change) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("version", change.version());
        tree.put("op", change.operation());
        tree.put("at", ValueWriter.write(change.at()));
        tree.put("by", change.by());
        var changes = new LinkedHashMap<String, Object>();
        change.changes().forEach((field, values) -> changes.put(field, values(values)));
        tree.put("changes", changes);
        return tree;
    }

    private static Map<String, @Nullable Object> values(FieldChange values) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("old", values.before());
        tree.put("new", values.after());
        return tree;
    }
}
