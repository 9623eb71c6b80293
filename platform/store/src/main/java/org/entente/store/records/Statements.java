package org.entente.store.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.entente.engine.query.PlannedAggregate;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Model;
import org.entente.store.shape.Shape;

/** Statements that were built before; the same question about other values needs no building. */
final class Statements {

    private static final int MOST = 2_000;

    private final Cache<PageForm, PageSql.Built> pages =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<FiguresForm, AggregateSql.Built> figures =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<LockForm, Statement> locks =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Cache<WriteForm, WriteSql> writes =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The statements that write changes of one kind. */
    WriteSql write(Ground ground, WriteSql.Form form) {
        var known = new WriteForm(ground.model(), ground.shape(), form);
        return writes.get(known, _ -> new WriteSql(ground, form));
    }

    PageSql.Built page(Ground ground, Lifted lifted) {
        var form = new PageForm(ground.model(), ground.shape(), lifted);
        return pages.get(form, _ -> new PageSql(ground, lifted).build());
    }

    /** The statement of figures whose values were lifted out. */
    AggregateSql.Built figures(Ground ground, PlannedAggregate lifted) {
        var form = new FiguresForm(ground.model(), ground.shape(), lifted);
        return figures.get(form, _ -> AggregateSql.build(ground, lifted));
    }

    /** The statement that locks records of an entity. */
    Statement lock(Ground ground, Entity entity, LockSql.Hold hold, Supplier<Statement> built) {
        var form = new LockForm(ground.model(), ground.shape(), entity.name(), hold);
        return locks.get(form, _ -> built.get());
    }

    @SuppressWarnings("ReferenceEquality") // another object is at worst another statement
    private record WriteForm(Model model, Shape shape, WriteSql.Form form) {
        @Override
        public boolean equals(Object other) {
            return other instanceof WriteForm(var aModel, var aShape, var another)
                    && aModel == model
                    && aShape == shape
                    && another.entity() == form.entity()
                    && another.operation() == form.operation()
                    && another.many() == form.many()
                    && another.fields().equals(form.fields());
        }

        @Override
        public int hashCode() {
            var hash = System.identityHashCode(shape);
            hash = 31 * hash + form.entity().name().hashCode();
            hash = 31 * hash + form.operation().hashCode();
            return 31 * hash + form.fields().hashCode();
        }
    }

    @SuppressWarnings("ReferenceEquality") // another object is at worst another statement
    private record LockForm(Model model, Shape shape, String entity, LockSql.Hold hold) {
        @Override
        public boolean equals(Object other) {
            return other instanceof LockForm(var aModel, var aShape, var anEntity, var its)
                    && aModel == model
                    && aShape == shape
                    && anEntity.equals(entity)
                    && its == hold;
        }

        @Override
        public int hashCode() {
            return (System.identityHashCode(shape) * 31 + entity.hashCode()) * 31 + hold.hashCode();
        }
    }

    /**
     * All that the text of a page depends on. Definitions are compared by identity where that is
     * enough, and their contents are not hashed, since that would cost more than building.
     */
    @SuppressWarnings("ReferenceEquality") // another object is at worst another statement
    private record PageForm(Model model, Shape shape, Lifted lifted) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof PageForm(var aModel, var aShape, var another))
                    || aModel != model
                    || aShape != shape) {
                return false;
            }
            var mine = lifted.query();
            var its = another.query();
            return its.entity() == mine.entity()
                    && its.limit() == mine.limit()
                    && its.total() == mine.total()
                    && its.conditions().equals(mine.conditions())
                    && its.columns().equals(mine.columns())
                    && its.sort().equals(mine.sort())
                    && samePosition(another)
                    && its.language().equals(mine.language())
                    && its.evaluation().zone().equals(mine.evaluation().zone());
        }

        private boolean samePosition(Lifted another) {
            return another.lastId().equals(lifted.lastId())
                    && another.query()
                            .after()
                            .map(position -> position.values())
                            .equals(lifted.query().after().map(position -> position.values()));
        }

        @Override
        public int hashCode() {
            var query = lifted.query();
            var hash = System.identityHashCode(shape);
            hash = 31 * hash + query.entity().name().hashCode();
            hash = 31 * hash + query.limit();
            hash = 31 * hash + query.columns().size();
            hash = 31 * hash + query.sort().size();
            return 31 * hash + looks(query.conditions());
        }
    }

    /** All that the text of figures depends on, compared as that of a page is. */
    @SuppressWarnings("ReferenceEquality") // another object is at worst another statement
    private record FiguresForm(Model model, Shape shape, PlannedAggregate lifted) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof FiguresForm(var aModel, var aShape, var its))
                    || aModel != model
                    || aShape != shape) {
                return false;
            }
            return its.entity() == lifted.entity()
                    && its.limit() == lifted.limit()
                    && its.conditions().equals(lifted.conditions())
                    && its.groups().equals(lifted.groups())
                    && its.measures().equals(lifted.measures())
                    && its.having().equals(lifted.having())
                    && its.sort().equals(lifted.sort())
                    && its.language().equals(lifted.language())
                    && its.evaluation().zone().equals(lifted.evaluation().zone());
        }

        @Override
        public int hashCode() {
            var hash = System.identityHashCode(shape);
            hash = 31 * hash + lifted.entity().name().hashCode();
            hash = 31 * hash + lifted.groups().size();
            for (var measure : lifted.measures()) {
                hash = 31 * hash + measure.fn().hashCode();
                hash = 31 * hash + measure.of().map(Statements::look).orElse(0);
            }
            return 31 * hash + looks(lifted.conditions());
        }
    }

    private static int looks(List<TypedExpression> expressions) {
        var hash = 1;
        for (var expression : expressions) {
            hash = 31 * hash + look(expression);
        }
        return hash;
    }

    /** What tells most conditions apart. */
    private static int look(TypedExpression expression) {
        return switch (expression) {
            case Path path -> path.field().name().hashCode();
            case Operation(var function, var arguments, _) ->
                    31 * function.name().hashCode() + looks(arguments);
            case TypedExpression.Logic logic -> looks(logic.arguments());
            case TypedExpression other -> other.getClass().getName().hashCode();
        };
    }
}
