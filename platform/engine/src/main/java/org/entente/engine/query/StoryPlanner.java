package org.entente.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.engine.query.PlannedChanges.Order;
import org.entente.engine.query.PlannedQuery.SortKey;
import org.entente.engine.query.PlannedQuery.Total;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.IsNull;
import org.entente.metadata.expression.TypedExpression.Logic;
import org.entente.metadata.expression.TypedExpression.Not;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.Field.Requirement;
import org.entente.metadata.model.FieldType.DateTimeType;
import org.entente.metadata.model.RelatedList;
import org.entente.metadata.model.SystemFields;

/** Decides what is asked about the past of a record: its changes, and the activities around it. */
final class StoryPlanner {

    private static final String ACTIVITY = "activity";
    private static final String AT = "at";
    private static final String USER = "user";

    private final QueryPlanner planner;
    private final Expressions expressions;

    StoryPlanner(QueryPlanner planner, Expressions expressions) {
        this.planner = planner;
        this.expressions = expressions;
    }

    /** The question whether there is such a record for the caller. */
    PlannedQuery existence(Story story) {
        return planner.existence(story.asked(), story.entity(), story.request().id());
    }

    /** One more than is asked for tells whether there are more. */
    PlannedChanges changes(Story story, Order order) {
        var asked = story.asked();
        var user = asked.model().entity(USER).orElseThrow();
        var naming =
                Optional.of(user)
                        .filter(asked.rights()::readable)
                        .map(readable -> expressions.naming(asked.model(), readable));
        return new PlannedChanges(
                story.entity(),
                story.request().id(),
                order,
                story.mark(),
                story.request().limit() + 1,
                user,
                naming,
                asked.evaluation(asked.caller().at(), Map.of()));
    }

    /**
     * For each entity of activities, those that point at the record; each row answers the columns
     * of its page, then when it was and how it is called.
     */
    List<PlannedPage> activities(Story story) {
        var pages = new ArrayList<PlannedPage>();
        for (var entity : story.asked().model().carriers(ACTIVITY)) {
            var references =
                    entity.fields().values().stream()
                            .filter(field -> RelatedList.pointsAt(field, story.entity()))
                            .filter(field -> story.asked().rights().readable(entity, field))
                            .toList();
            if (!references.isEmpty()) {
                pages.add(activities(story, entity, references));
            }
        }
        return pages;
    }

    private PlannedPage activities(Story story, Entity entity, List<Field> references) {
        var asked = story.asked();
        var at = expressions.own(asked.model(), entity, moment(asked, entity));
        var named = expressions.naming(asked.model(), entity);
        var columns = planner.allColumns(asked, entity);
        var points =
                references.stream()
                        .map(field ->
                                planner.pointsAt(asked, entity, field, story.request().record()))
                        .toList();
        var query =
                new PlannedQuery(
                        entity,
                        List.of(any(points), new Not(new IsNull(at))),
                        selections(columns, at, named),
                        List.of(new SortKey(new Selection.OfValue(at), true)),
                        story.activities(),
                        story.request().limit(),
                        Total.NONE,
                        asked.model().settings().languages().getFirst(),
                        asked.evaluation(asked.caller().at(), Map.of()));
        return new PlannedPage(query, columns, "");
    }

    private static List<Selection> selections(
            List<PlannedPage.Column> columns, TypedExpression at, TypedExpression named) {
        return Stream.concat(
                        columns.stream().map(PlannedPage.Column::selection),
                        Stream.of(new Selection.OfValue(at), new Selection.OfValue(named)))
                .toList();
    }

    private static TypedExpression any(List<TypedExpression> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Logic(false, conditions);
    }

    /** An activity was when it says so, if it always does; else when it was written down. */
    private static Field moment(Asked asked, Entity entity) {
        return entity.field(AT)
                .filter(field -> field.type() instanceof DateTimeType)
                .filter(field -> field.required() instanceof Requirement.Always)
                .filter(field -> asked.rights().readable(entity, field))
                .orElse(SystemFields.CREATED_AT);
    }
}
