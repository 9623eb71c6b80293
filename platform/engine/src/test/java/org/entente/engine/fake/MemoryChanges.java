package org.entente.engine.fake;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.engine.expression.Evaluator;
import org.entente.engine.expression.Targets;
import org.entente.engine.query.PlannedChanges;
import org.entente.engine.query.PlannedChanges.Mark;
import org.entente.engine.query.PlannedChanges.Order;
import org.entente.engine.query.ToldChange;
import org.entente.engine.record.Change;
import org.entente.metadata.value.ValueWriter;
import org.entente.spi.Reference;
import org.jspecify.annotations.Nullable;

/** What was told in memory, as it is asked for. */
final class MemoryChanges {

    private static final Comparator<Change> BY_VERSION = Comparator.comparingLong(Change::version);

    private MemoryChanges() {}

    static List<ToldChange> of(MemoryTenant data, PlannedChanges asked) {
        var order =
                asked.order() == Order.VERSION
                        ? BY_VERSION
                        : Comparator.comparing(Change::at).thenComparing(BY_VERSION);
        return data.changes.stream()
                .filter(change -> change.id().equals(asked.record()))
                .filter(change ->
                        asked.after().map(mark -> isBefore(change, mark, asked)).orElse(true))
                .sorted(order.reversed())
                .limit(asked.limit())
                .map(change -> told(data, change, asked))
                .toList();
    }

    private static boolean isBefore(Change change, Mark mark, PlannedChanges asked) {
        var moment = change.at().compareTo(mark.at());
        var byVersion = asked.order() == Order.VERSION || moment == 0;
        return byVersion ? change.version() < mark.version() : moment < 0;
    }

    private static ToldChange told(MemoryTenant data, Change change, PlannedChanges asked) {
        return new ToldChange(
                change.version(),
                change.operation().name().toLowerCase(Locale.ROOT),
                change.at(),
                change.by(),
                label(data, change, asked),
                wire(change.before()),
                wire(change.after()));
    }

    private static Optional<String> label(MemoryTenant data, Change change, PlannedChanges asked) {
        return data.records
                .target(new Reference(change.by(), asked.user().name()))
                .flatMap(user ->
                        asked.naming()
                                .map(naming ->
                                        Evaluator.evaluate(naming, user, asked.evaluation())))
                .map(Object::toString);
    }

    private static Map<String, @Nullable Object> wire(Map<String, @Nullable Object> values) {
        var wire = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) ->
                wire.put(name, !Targets.of(value).isEmpty() ? value : ValueWriter.write(value)));
        return wire;
    }
}
