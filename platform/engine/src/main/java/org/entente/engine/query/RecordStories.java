package org.entente.engine.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.engine.Attempt;
import org.entente.engine.model.Models;
import org.entente.engine.query.ChangeReads.Told;
import org.entente.engine.query.CursorCodec.Cursor;
import org.entente.engine.query.PlannedChanges.Order;
import org.entente.engine.query.PlannedQuery.Position;
import org.entente.metadata.model.Role.Operation;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Use cases: what happened to a record, and around it. */
public final class RecordStories {

    private final FreshModel fresh;
    private final ChangeReads reads;
    private final CursorCodec cursors;
    private final StoryPlanner planner;
    private final ChangeViews views;

    public RecordStories(
            Models models,
            RecordReads records,
            ChangeReads reads,
            Expressions expressions,
            CursorCodec cursors) {
        var queries = new QueryPlanner(expressions, cursors);
        this.fresh = new FreshModel(models);
        this.reads = reads;
        this.cursors = cursors;
        this.planner = new StoryPlanner(queries, expressions);
        this.views = new ChangeViews(new Labels(records, queries, expressions));
    }

    /**
     * The changes of a record, newest version first. Problems: NOT_FOUND for a record that is not
     * there or that the caller may not read, CURSOR_INVALID.
     */
    public Outcome<Stretch<ChangeView>> history(Caller caller, StoryRequest request) {
        var question = question(caller, request, "history");
        return ask(caller, request, question, story -> history(story, question));
    }

    /**
     * The changes of a record and the activities that point at it, latest first. Problems as those
     * of {@link #history}.
     */
    public Outcome<Stretch<StoryItem>> timeline(Caller caller, StoryRequest request) {
        var question = question(caller, request, "timeline");
        return ask(caller, request, question, story -> timeline(story, question));
    }

    /** Whether the record is there is told first; a bad cursor says nothing about that. */
    private <T> Outcome<T> ask(
            Caller caller,
            StoryRequest request,
            String question,
            Function<Story, Attempt<Outcome<T>>> answer) {
        var after = after(request, question);
        var position =
                after instanceof Outcome.Done<Optional<Position>>(var found)
                        ? found
                        : Optional.<Position>empty();
        Outcome<Outcome<T>> outcome =
                fresh.ask(
                        caller,
                        asked ->
                                asked.rights()
                                        .entity(request.entity(), Operation.READ)
                                        .map(entity -> new Story(asked, entity, request, position))
                                        .map(answer));
        return outcome.then(found -> found).then(found -> after.map(_ -> found));
    }

    private static String question(Caller caller, StoryRequest request, String kind) {
        return String.join(
                "\u0000",
                kind,
                caller.tenant().id().toString(),
                caller.user().id().toString(),
                request.entity(),
                request.id().toString());
    }

    private Outcome<Optional<Position>> after(StoryRequest request, String question) {
        if (request.cursor().isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        var position = cursors.read(request.cursor().get(), question).map(Cursor::position);
        return position.isPresent()
                ? Outcome.done(position)
                : Outcome.refused(Problem.of(ProblemCode.CURSOR_INVALID, "/cursor"));
    }

    private Attempt<Outcome<Stretch<ChangeView>>> history(Story story, String question) {
        var limit = story.request().limit();
        return read(
                story,
                Order.VERSION,
                List.of(),
                told -> {
                    var shown = told.changes().stream().limit(limit).toList();
                    var more = told.changes().size() > limit;
                    return views.of(story.asked(), story.entity(), shown)
                            .map(changes -> changes(story, question, changes, more));
                });
    }

    private Stretch<ChangeView> changes(
            Story story, String question, List<ChangeView> changes, boolean more) {
        var next =
                more
                        ? Optional.of(cursor(story, question, Story.of(changes.getLast())))
                        : Optional.<String>empty();
        return new Stretch<>(changes, next);
    }

    private Attempt<Outcome<Stretch<StoryItem>>> timeline(Story story, String question) {
        var pages = planner.activities(story);
        return read(
                story,
                Order.MOMENT,
                pages.stream().map(PlannedPage::query).toList(),
                told ->
                        views.of(story.asked(), story.entity(), told.changes())
                                .map(changes -> merged(story, question, changes, pages, told)));
    }

    private Stretch<StoryItem> merged(
            Story story,
            String question,
            List<ChangeView> changes,
            List<PlannedPage> pages,
            Told told) {
        var rows = told.beside().subList(1, told.beside().size());
        var all = Timeline.of(changes, pages, rows);
        var limit = story.request().limit();
        var shown = all.stream().limit(limit).toList();
        var more = all.size() > limit || rows.stream().anyMatch(page -> page.next().isPresent());
        var next =
                more
                        ? Optional.of(cursor(story, question, Story.of(shown.getLast())))
                        : Optional.<String>empty();
        return new Stretch<>(shown, next);
    }

    private <T> Attempt<Outcome<T>> read(
            Story story, Order order, List<PlannedQuery> beside, Function<Told, Attempt<T>> use) {
        var asked = story.asked();
        var questions = Stream.concat(Stream.of(planner.existence(story)), beside.stream());
        return reads.read(
                        asked.caller().tenant(),
                        asked.model(),
                        planner.changes(story, order),
                        questions.toList())
                .then(told ->
                        told.beside().getFirst().rows().isEmpty()
                                ? new Attempt.Fresh<>(
                                        Outcome.refused(Problem.of(ProblemCode.NOT_FOUND)))
                                : use.apply(told).map(Outcome::done));
    }

    private String cursor(Story story, String question, Position position) {
        Instant now = story.asked().caller().at();
        return cursors.write(new Cursor(position, now), question);
    }
}
