package org.entente.store.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.engine.expression.Evaluation;
import org.entente.engine.query.Selection;
import org.entente.engine.query.Selection.OfReference;
import org.entente.engine.query.Selection.OfReferences;
import org.entente.engine.query.Selection.OfValue;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.Choice;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.expression.ValueType.ToTrait;
import org.entente.metadata.model.FieldType.ChoiceType;
import org.entente.metadata.model.FieldType.Option;
import org.entente.store.shape.Collations;
import org.entente.store.sql.ExpressionRenderer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Turns what is asked at one place of a query into columns. */
final class Chooser {

    private final Place place;
    private final Evaluation evaluation;
    private final ExpressionRenderer renderer;

    Chooser(Place place, Evaluation evaluation) {
        this.place = place;
        this.evaluation = evaluation;
        this.renderer = new ExpressionRenderer(new PlaceColumns(place), evaluation);
    }

    Condition condition(TypedExpression expression) {
        return renderer.condition(expression);
    }

    Field<?> render(TypedExpression expression) {
        return renderer.render(expression);
    }

    Chosen choose(Selection selection) {
        return switch (selection) {
            case OfValue(Path path) when isInPieces(path.type()) ->
                    new Chosen(pieces(path), path.type(), Chosen.Form.PIECES);
            case OfValue(var expression) ->
                    new Chosen(List.of(render(expression)), expression.type(), Chosen.Form.SINGLE);
            case OfReference reference -> labelled(reference);
            case OfReferences references ->
                    new Chosen(
                            listed(references), references.references().type(), Chosen.Form.LISTED);
        };
    }

    private static boolean isInPieces(ValueType type) {
        return type == Simple.MONEY
                || type == Simple.ADDRESS
                || type == Simple.GEO
                || type == Simple.FILE
                || type instanceof ToTrait;
    }

    private List<Field<?>> pieces(Path path) {
        return place.through(path.through()).pieces(path.field());
    }

    private Chosen labelled(OfReference reference) {
        var fields = new ArrayList<>(pieces(reference.reference()));
        fields.add(label(reference));
        return new Chosen(fields, reference.reference().type(), Chosen.Form.LABELLED);
    }

    /** The name of what a reference points at, or null. */
    Field<?> label(OfReference selection) {
        var path = selection.reference();
        var holder = place.through(path.through());
        var labels = new ArrayList<Field<?>>();
        selection
                .labels()
                .forEach((entity, naming) -> {
                    var target = holder.target(path.field(), entity);
                    labels.add(new Chooser(target, evaluation).render(naming));
                });
        return labels.isEmpty()
                ? DSL.field("cast(null as text)", SQLDataType.CLOB)
                : Place.first(labels);
    }

    /** The ids, then the names of those that are there, by id, as one JSON object. */
    private List<Field<?>> listed(OfReferences selection) {
        var ids = pieces(selection.references()).getFirst();
        var label = selection.label();
        if (label.isEmpty()) {
            return List.of(ids, DSL.field("cast(null as text)", SQLDataType.CLOB));
        }
        var joins = place.joins().within(selection.to());
        var target = joins.root();
        var named =
                DSL.field(
                        "jsonb_object_agg(cast({0} as text), {1})",
                        SQLDataType.CLOB,
                        target.id(),
                        new Chooser(joins.start(), evaluation).render(label.get()));
        var rows =
                DSL.select(named)
                        .from(joins.tables())
                        .where(DSL.condition("{0} = any({1})", target.id(), ids))
                        .and(target.deletedAt().isNull());
        return List.of(ids, DSL.field("cast(({0}) as text)", SQLDataType.CLOB, rows));
    }

    /** An interval is answered in seconds, which no format of the driver rounds. */
    static Field<?> readable(Field<?> field, ValueType type) {
        return type == Simple.DURATION
                ? DSL.field("extract(epoch from {0})", BigDecimal.class, field)
                : field;
    }

    /** What rows are ordered by instead of the value itself. */
    static Field<?> ordered(Field<?> field, ValueType type, Locale language) {
        return switch (type) {
            case Simple.TEXT ->
                    DSL.field(
                            "{0} collate {1}",
                            String.class, field, DSL.name(Collations.of(language)));
            case Choice(var choice) -> ordinal(field, choice);
            case ValueType _ -> field;
        };
    }

    private static Field<?> ordinal(Field<?> key, ChoiceType choice) {
        var keys = choice.options().values().stream().map(Option::key).toArray(String[]::new);
        return DSL.field(
                "cast(array_position({0}, {1}) as bigint)",
                Long.class, DSL.val(keys, SQLDataType.CLOB.array()), key);
    }
}
