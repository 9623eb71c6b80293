package org.entente.engine.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.expression.Row;
import org.entente.engine.expression.Targets;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Step;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.metadata.model.Entity;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record that is being written, and the other records as they are in its
 * transaction. Where others lead back to the record, these values stand for it.
 */
final class DraftRow implements Row {

    private final Neighbours neighbours;
    private final Entity entity;
    private final UUID id;
    private final Map<String, @Nullable Object> values;

    DraftRow(Neighbours neighbours, Entity entity, UUID id, Map<String, @Nullable Object> values) {
        this.neighbours = neighbours;
        this.entity = entity;
        this.id = id;
        this.values = values;
    }

    @Override
    public @Nullable Object value(Path path) {
        if (path.through().isEmpty()) {
            return values.get(path.field().name());
        }
        var further =
                new Path(
                        Start.own(),
                        rest(path.through()),
                        path.field(),
                        Optional.empty(),
                        ValueType.of(path.field().type()));
        var next = next(path.through());
        if (next.isEmpty()) {
            return null;
        }
        return isMe(next.get()) ? value(further) : neighbours.one(next.get(), further);
    }

    @Override
    public @Nullable Object self(Self self) {
        if (self.through().isEmpty()) {
            return new Reference(id, entity.name());
        }
        var further = new Self(Start.own(), rest(self.through()), self.type());
        var next = next(self.through());
        if (next.isEmpty()) {
            return null;
        }
        return isMe(next.get()) ? self(further) : neighbours.one(next.get(), further);
    }

    private Optional<Reference> next(List<Step> steps) {
        return values.get(steps.getFirst().field().name()) instanceof Reference next
                ? Optional.of(next)
                : Optional.empty();
    }

    private static List<Step> rest(List<Step> steps) {
        return steps.subList(1, steps.size());
    }

    private boolean isMe(Reference reference) {
        return reference.id().equals(id);
    }

    @Override
    public List<Row> items(Summary summary) {
        return switch (summary.items().source()) {
            case Related related ->
                    holder(related) instanceof Reference holder
                            ? pointingAt(holder, related, summary)
                            : List.of();
            case Listed listed -> listed(listed, summary);
        };
    }

    private @Nullable Object holder(Related related) {
        return self(new Self(Start.own(), related.through(), new ToEntity(related.holder())));
    }

    private List<Row> pointingAt(Reference holder, Related related, Summary summary) {
        var rows = new ArrayList<Row>();
        for (var row : neighbours.pointingAt(holder, related, summary)) {
            if (!isMe(row.reference())) {
                rows.add(row);
            }
        }
        if (related.entity().equals(entity.name())
                && Targets.include(values.get(related.reference().name()), holder.id())) {
            rows.add(this);
        }
        return rows;
    }

    private List<Row> listed(Listed listed, Summary summary) {
        var named = Targets.of(value(Neighbours.several(listed)));
        var others = named.stream().filter(one -> !isMe(one)).toList();
        var rows = new ArrayList<Row>(neighbours.listed(others, listed.entity(), summary));
        if (others.size() < named.size()) {
            rows.add(this);
        }
        return rows;
    }

    /** Whether an expression looks at other records of an entity. */
    static boolean looksAt(String entity, TypedExpression expression) {
        var found = new boolean[1];
        Tree.walk(
                expression,
                part -> {
                    var through =
                            switch (part) {
                                case Path path -> path.through();
                                case Self self -> self.through();
                                default -> List.<Step>of();
                            };
                    found[0] |= through.stream().anyMatch(step -> leadsTo(entity, step));
                    found[0] |= part instanceof Summary summary && lists(entity, summary);
                });
        return found[0];
    }

    private static boolean leadsTo(String entity, Step step) {
        return step.toTrait() || step.target().equals(entity);
    }

    private static boolean lists(String entity, Summary summary) {
        var source = summary.items().source();
        return source.entity().equals(entity)
                || source.through().stream().anyMatch(step -> leadsTo(entity, step));
    }
}
