package org.entente.metadata.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.ValueType.ToEntity;

/** What a piece of syntax stands for. */
sealed interface Bound {

    /** A value. */
    record Value(TypedExpression expression) implements Bound {}

    /**
     * A list, which has no value until a function makes one of it.
     *
     * @param mapped what stands for an item, if not the item itself
     */
    record Many(Items items, Optional<TypedExpression> mapped) implements Bound {

        static Many of(Source source, int level) {
            return new Many(new Items(source, level, List.of()), Optional.empty());
        }

        /** One item, as a value. */
        TypedExpression item() {
            return mapped.orElseGet(() ->
                    new Self(
                            new Start.Item(items.level()),
                            List.of(),
                            new ToEntity(items.source().entity())));
        }

        Many where(TypedExpression condition) {
            var all = Stream.concat(items.conditions().stream(), Stream.of(condition)).toList();
            return new Many(new Items(items.source(), items.level(), all), mapped);
        }

        Many mappedTo(TypedExpression value) {
            return new Many(items, Optional.of(value));
        }
    }
}
