package org.entente.metadata.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.metadata.expression.TypedExpression.Items;
import org.entente.metadata.expression.TypedExpression.Literal;
import org.entente.metadata.expression.TypedExpression.Operation;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType.Simple;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Computed;
import org.entente.metadata.model.FieldType.Figure;
import org.entente.metadata.model.FieldType.FormulaType;
import org.entente.metadata.model.FieldType.RollUpType;
import org.entente.metadata.model.Model;
import org.entente.metadata.model.RelatedList;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each computed field what it is computed from, all the way down, so that
 * whoever renders or evaluates never meets one. What is computed sees everything, whoever asks.
 */
public final class Inlining {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_WORK = 4 * MOST_PARTS;
    private static final int DEEPEST_LISTS = 5;
    private static final int MOST_STEPS = 15;
    private static final TypedExpression NOTHING = new Literal(null, Simple.NULL);

    private final Model model;
    private final Map<String, TypedExpression> bodies = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /** The computed field of the whole that each part came with. */
    private final IdentityHashMap<TypedExpression, String> origins = new IdentityHashMap<>();

    private int work;
    private @Nullable Problem trouble;

    /** Remembers what it has put in once; of one thread at a time. */
    public Inlining(Model model) {
        this.model = model;
    }

    /**
     * The expression without computed fields. Problems: TYPE_ERROR with reason {@code cycle} and
     * the {@code path} of fields that need each other; EXPRESSION_TOO_LARGE beyond what {@code
     * Bounds} allows, with the computed field that leads there as {@code path} where one is known.
     * Neither has a place in the text yet; {@link Culprit} finds it.
     *
     * @param row the entity that the expression is about
     */
    public Outcome<TypedExpression> inline(Optional<Entity> row, TypedExpression expression) {
        work = 0;
        trouble = null;
        open.clear();
        origins.clear();
        var inlined = new Within(row.map(Entity::name).orElse(""), Map.of()).of(expression);
        var found = trouble;
        if (found == null && size(inlined) > MOST_PARTS) {
            found = tooLarge("expands_too_far", MOST_PARTS);
        }
        if (found == null) {
            found = Bounds.exceeded(inlined).map(this::beyond).orElse(null);
        }
        return found == null ? Outcome.done(inlined) : Outcome.refused(found);
    }

    /** With the computed field by which it comes to that, where one is known. */
    private Problem beyond(Bounds.Excess excess) {
        var problem = tooLarge(excess.reason(), Math.toIntExact(excess.limit()));
        var origin = new String[1];
        Tree.walk(
                excess.at(), part -> origin[0] = origin[0] == null ? origins.get(part) : origin[0]);
        if (origin[0] == null) {
            return problem;
        }
        var details = new HashMap<>(problem.details());
        details.put("path", List.of(origin[0]));
        return Problem.of(problem.code(), "", details);
    }

    /**
     * The same for what a roll-up says of each item: as part of the whole that it makes.
     *
     * @param said of a record of the list
     */
    public Outcome<TypedExpression> inlineOfItems(
            Entity holder, RelatedList list, TypedExpression said) {
        var source = source(holder, list);
        var item = new Rebase(new Start.Item(1), List.of(), 1).of(said);
        var items = new Items(source, 1, List.of());
        return inline(
                Optional.of(holder),
                new Summary(Summary.By.MAX, items, Optional.of(item), said.type()));
    }

    private static Related source(Entity holder, RelatedList list) {
        return new Related(
                Start.own(), List.of(), holder.name(), list.entity().name(), list.field());
    }

    private static int size(TypedExpression expression) {
        var size = new int[1];
        Tree.walk(expression, any -> size[0]++);
        return size[0];
    }

    private static Problem tooLarge(String reason, int limit) {
        return Problem.of(
                ProblemCode.EXPRESSION_TOO_LARGE, "", Map.of("reason", reason, "limit", limit));
    }

    private TypedExpression give(Problem problem) {
        if (trouble == null) {
            trouble = problem;
        }
        return NOTHING;
    }

    /** One place: the entity of its record, and those of the lists around by level. */
    private final class Within {

        private final String own;
        private final Map<Integer, String> items;

        Within(String own, Map<Integer, String> items) {
            this.own = own;
            this.items = items;
        }

        TypedExpression of(TypedExpression expression) {
            if (trouble != null) {
                return NOTHING;
            }
            if (++work > MOST_WORK) {
                return give(tooLarge("expands_too_far", MOST_PARTS));
            }
            return switch (expression) {
                case Path path when path.field().type() instanceof Computed -> computed(path);
                case Summary summary -> Tree.with(summary, inside(summary.items())::of);
                case TypedExpression other -> Tree.with(other, this::of);
            };
        }

        private Within inside(Items list) {
            var deeper = new HashMap<>(items);
            deeper.put(list.level(), list.source().entity());
            return new Within(own, deeper);
        }

        private TypedExpression computed(Path path) {
            var body = body(holder(path), path.field());
            if (trouble != null) {
                return NOTHING;
            }
            var depth = items.size();
            work += size(body);
            if (work > MOST_WORK) {
                return give(tooLarge("expands_too_far", MOST_PARTS));
            }
            var moved = checked(new Rebase(path.start(), path.through(), depth).of(body));
            var name = holder(path) + "." + path.field().name();
            Tree.walk(moved, part -> origins.put(part, name));
            return path.through().isEmpty() || Absence.makesNull(body)
                    ? moved
                    : Absence.guarded(path, moved);
        }

        private String holder(Path path) {
            if (!path.through().isEmpty()) {
                return path.through().getLast().target();
            }
            return switch (path.start()) {
                case Start.Own _, Start.Before _ -> own;
                case Start.Item(var level) -> java.util.Objects.requireNonNull(items.get(level));
            };
        }
    }

    private TypedExpression checked(TypedExpression moved) {
        Tree.walk(
                moved,
                part -> {
                    if (part instanceof Summary summary
                            && summary.items().level() > DEEPEST_LISTS) {
                        give(tooLarge("lists_too_deep", DEEPEST_LISTS));
                    }
                    if (part instanceof Path path && path.through().size() > MOST_STEPS) {
                        give(tooLarge("path_too_long", MOST_STEPS));
                    }
                });
        return moved;
    }

    /** What a computed field is, said of its own record. */
    private TypedExpression body(String entityName, Field field) {
        var name = entityName + "." + field.name();
        var known = bodies.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            return give(cycle(name));
        }
        var entity = model.entity(entityName);
        var body =
                entity.isEmpty()
                        ? NOTHING
                        : switch ((Computed) field.type()) {
                            case FormulaType formula -> formula(entity.get(), formula);
                            case RollUpType rollUp -> rollUp(entity.get(), rollUp);
                        };
        open.remove(name);
        if (trouble == null) {
            bodies.put(name, body);
        }
        return body;
    }

    private Problem cycle(String name) {
        var path = new ArrayList<>(open);
        path.subList(0, path.indexOf(name)).clear();
        path.add(name);
        return Problem.of(ProblemCode.TYPE_ERROR, "", Map.of("reason", "cycle", "path", path));
    }

    private TypedExpression formula(Entity entity, FormulaType formula) {
        var wanted = ValueType.of(formula.as());
        var bound = bound(entity, formula.formula(), Expected.of(wanted));
        var exact =
                wanted == Simple.DECIMAL && bound.type() == Simple.INTEGER
                        ? new Operation(Function.TO_DECIMAL, List.of(bound), Simple.DECIMAL)
                        : bound;
        return new Within(entity.name(), Map.of()).of(exact);
    }

    private TypedExpression rollUp(Entity entity, RollUpType rollUp) {
        var list =
                RelatedList.of(model, entity).stream()
                        .filter(one -> one.name().equals(rollUp.over()))
                        .findFirst();
        if (list.isEmpty()) {
            return NOTHING;
        }
        var child = list.get().entity();
        var item = new Rebase(new Start.Item(1), List.of(), 1);
        var of = rollUp.of().map(text -> item.of(inChild(child, text, Expected.any())));
        var when = rollUp.when().map(text -> item.of(inChild(child, text, Expected.condition())));
        var by = by(rollUp.fn());
        var type = type(by, of);
        var items = new Items(source(entity, list.get()), 1, when.stream().toList());
        return checked(new Summary(by, items, of, type));
    }

    private TypedExpression inChild(Entity child, String text, Expected expected) {
        return new Within(child.name(), Map.of()).of(bound(child, text, expected));
    }

    private static ValueType type(Summary.By by, Optional<TypedExpression> of) {
        return switch (by) {
            case SIZE -> Simple.INTEGER;
            case AVG -> Simple.DECIMAL;
            case SUM, MIN, MAX, EXISTS, ALL -> of.map(TypedExpression::type).orElse(Simple.INTEGER);
        };
    }

    private static Summary.By by(Figure fn) {
        return switch (fn) {
            case COUNT -> Summary.By.SIZE;
            case SUM -> Summary.By.SUM;
            case MIN -> Summary.By.MIN;
            case MAX -> Summary.By.MAX;
            case AVG -> Summary.By.AVG;
        };
    }

    private TypedExpression bound(Entity entity, String text, Expected expected) {
        var scope = Scope.of(model, entity, Visibility.EVERYTHING);
        return switch (ExpressionCompiler.compile(scope, text, expected)) {
            case Outcome.Done<BoundExpression>(var bound) -> bound.root();
            case Outcome.Refused<BoundExpression>(var problems) -> give(problems.getFirst());
        };
    }
}
