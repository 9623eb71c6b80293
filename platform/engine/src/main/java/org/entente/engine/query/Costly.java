package org.entente.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.model.Entity;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;

/** Says of a question that took too long what could be marked filterable to make it cheap. */
record Costly(Asked asked, Entity entity, List<TypedExpression> parts) {

    static Costly of(Asked asked, PlannedQuery query) {
        var parts = new ArrayList<>(query.conditions());
        for (var key : query.sort()) {
            if (key.selection() instanceof Selection.OfValue(var expression)) {
                parts.add(expression);
            }
        }
        return new Costly(asked, query.entity(), parts);
    }

    <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (EntenteException late) {
            throw late.problem().code() == ProblemCode.TOO_EXPENSIVE ? named(late) : late;
        }
    }

    private EntenteException named(EntenteException late) {
        var details = name().map(name -> Map.<String, Object>of("name", name)).orElse(Map.of());
        return new EntenteException(Problem.of(ProblemCode.TOO_EXPENSIVE, "", details), late);
    }

    /** A field that no index serves yet. Nobody learns of one that is not to be read. */
    private Optional<String> name() {
        return parts.stream()
                .map(Costly::own)
                .flatMap(Collection::stream)
                .filter(field -> !field.flags().filterable() && !field.flags().unique())
                .filter(field -> entity.fields().containsKey(field.name()))
                .filter(field -> asked.rights().readable(entity, field))
                .map(org.entente.metadata.model.Field::name)
                .findFirst();
    }

    private static List<org.entente.metadata.model.Field> own(TypedExpression expression) {
        var fields = new ArrayList<org.entente.metadata.model.Field>();
        Tree.walk(
                expression,
                part -> {
                    if (part instanceof Path path && path.through().isEmpty()) {
                        fields.add(path.field());
                    }
                });
        return fields;
    }
}
