package org.entente.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.engine.expression.Row;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.Asked;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.RecordQueries;
import org.entente.metadata.expression.Tree;
import org.entente.metadata.expression.TypedExpression;
import org.entente.metadata.expression.TypedExpression.Path;
import org.entente.metadata.expression.TypedExpression.Self;
import org.entente.metadata.expression.TypedExpression.Source.Listed;
import org.entente.metadata.expression.TypedExpression.Source.Related;
import org.entente.metadata.expression.TypedExpression.Start;
import org.entente.metadata.expression.TypedExpression.Summary;
import org.entente.metadata.expression.ValueType;
import org.entente.metadata.expression.ValueType.ToEntity;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** Other records, as an expression about one that is being written asks for them. */
final class Neighbours {

    /** So many items one list may have that is looked through in memory. */
    private static final int MOST_ITEMS = 2_000;

    private final Asked asked;
    private final TenantTransaction transaction;
    private final RecordQueries queries;
    private final Map<Question, Optional<Object>> known = new HashMap<>();

    Neighbours(Asked asked, TenantTransaction transaction, RecordQueries queries) {
        this.asked = asked;
        this.transaction = transaction;
        this.queries = queries;
    }

    private record Question(Reference of, TypedExpression expression) {}

    /** What an expression is of one record; null when it is not there. */
    @Nullable Object one(Reference record, TypedExpression expression) {
        return known.computeIfAbsent(
                        new Question(record, expression),
                        question -> Optional.ofNullable(read(question)))
                .orElse(null);
    }

    private @Nullable Object read(Question question) {
        if (asked.model().entity(question.of().entity()).isEmpty()) {
            return null;
        }
        var query = queries.ofRecord(asked, question.of(), List.of(question.expression()));
        var rows = transaction.page(query).rows();
        return rows.isEmpty() ? null : rows.getFirst().values().getFirst();
    }

    /** The live records that point at one. */
    List<ReadRow> pointingAt(Reference holder, Related related, Summary summary) {
        var wanted = List.copyOf(wanted(summary));
        var query = queries.pointingAt(asked, related, holder, wanted, MOST_ITEMS + 1);
        var found = transaction.page(query).rows();
        if (found.size() > MOST_ITEMS) {
            throw new EntenteException(Problem.of(ProblemCode.TOO_EXPENSIVE));
        }
        return rows(found, related.entity(), wanted);
    }

    private List<ReadRow> rows(List<PageOfRows.Row> found, String entity, List<Path> wanted) {
        var rows = new ArrayList<ReadRow>();
        for (var row : found) {
            var values = new LinkedHashMap<Path, @Nullable Object>();
            for (var i = 0; i < wanted.size(); i++) {
                values.put(wanted.get(i), row.values().get(i));
            }
            rows.add(new ReadRow(this, new Reference(row.id(), entity), values));
        }
        return rows;
    }

    /** The live records among these, all of one entity. */
    List<ReadRow> listed(List<Reference> records, String entity, Summary summary) {
        if (records.isEmpty()) {
            return List.of();
        }
        var wanted = List.copyOf(wanted(summary));
        var query = queries.among(asked, entity, records, wanted);
        return rows(transaction.page(query).rows(), entity, wanted);
    }

    /** What is asked of an item, as paths of its own. */
    private static Set<Path> wanted(Summary summary) {
        var paths = new LinkedHashSet<Path>();
        Tree.walk(
                summary,
                part -> {
                    if (part instanceof Path path
                            && path.start().equals(new Start.Item(summary.items().level()))) {
                        paths.add(whole(path));
                    }
                });
        return paths;
    }

    private static Path whole(Path path) {
        return new Path(
                Start.own(),
                path.through(),
                path.field(),
                Optional.empty(),
                ValueType.of(path.field().type()));
    }

    /** The field that names the items of a list. */
    static Path several(Listed listed) {
        return new Path(
                Start.own(),
                listed.through(),
                listed.reference(),
                Optional.empty(),
                ValueType.of(listed.reference().type()));
    }

    /** A record of which some values are known; the others are read when they are asked for. */
    record ReadRow(Neighbours neighbours, Reference reference, Map<Path, @Nullable Object> values)
            implements Row {

        @Override
        public @Nullable Object value(Path path) {
            var whole = whole(path);
            return values.containsKey(whole) ? values.get(whole) : neighbours.one(reference, whole);
        }

        @Override
        public @Nullable Object self(Self self) {
            return self.through().isEmpty()
                    ? reference
                    : neighbours.one(reference, new Self(Start.own(), self.through(), self.type()));
        }

        @Override
        public List<Row> items(Summary summary) {
            return switch (summary.items().source()) {
                case Related related -> {
                    var holder =
                            self(
                                    new Self(
                                            Start.own(),
                                            related.through(),
                                            new ToEntity(related.holder())));
                    yield holder instanceof Reference found
                            ? List.copyOf(neighbours.pointingAt(found, related, summary))
                            : List.of();
                }
                case Listed listed ->
                        List.copyOf(
                                neighbours.listed(
                                        Targets.of(value(several(listed))),
                                        listed.entity(),
                                        summary));
            };
        }
    }
}
