package org.entente.engine.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.engine.query.StoryItem.Activity;
import org.entente.engine.query.StoryItem.Changed;

/** Puts changes and activities into one order. */
final class Timeline {

    private static final Comparator<StoryItem> LATEST_FIRST =
            Comparator.comparing(StoryItem::at)
                    .reversed()
                    .thenComparing(Comparator.comparingLong(Timeline::version).reversed())
                    .thenComparing(Timeline::id);

    private Timeline() {}

    /** Each page's rows end with a moment and a name. */
    static List<StoryItem> of(
            List<ChangeView> changes, List<PlannedPage> pages, List<PageOfRows> rows) {
        var items = new ArrayList<StoryItem>();
        changes.forEach(change -> items.add(new Changed(change)));
        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            rows.get(i).rows().forEach(row -> items.add(activity(page, row)));
        }
        items.sort(LATEST_FIRST);
        return items;
    }

    private static Activity activity(PlannedPage page, PageOfRows.Row row) {
        var view = page.view(row);
        var at = row.values().get(page.columns().size());
        var title = row.values().get(page.columns().size() + 1);
        if (!(at instanceof Instant moment)) {
            throw new IllegalStateException("an activity has a moment");
        }
        return new Activity(
                moment,
                Optional.ofNullable(title).map(Object::toString),
                view.values().get("created_by"),
                view);
    }

    private static long version(StoryItem item) {
        return switch (item) {
            case Changed(var change) -> change.version();
            case Activity _ -> 0;
        };
    }

    /** As text, since databases do not order ids by sign. */
    private static String id(StoryItem item) {
        return switch (item) {
            case Changed _ -> "";
            case Activity activity -> activity.record().id().toString();
        };
    }
}
