package org.entente.engine.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.engine.job.TableRows.Row;
import org.entente.engine.record.RecordCommands;
import org.entente.engine.record.RecordCommands.Aside;
import org.entente.engine.record.RecordCommands.Manner;
import org.entente.engine.record.RecordOperation;
import org.entente.engine.record.TenantTransaction;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.engine.record.Written;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;

/** Writes rows of a file, a portion at a time, each in a transaction of its own. */
final class Portions {

    /** Small enough to end well within the time that a transaction has. */
    static final int CREATED = 500;

    /** Each of these is looked up first. */
    static final int MATCHED = 200;

    private final RecordCommands commands;
    private final UUID job;
    private final ImportDefinition definition;
    private final RowReader reader;

    Portions(RecordCommands commands, UUID job, ImportDefinition definition, RowReader reader) {
        this.commands = commands;
        this.job = job;
        this.definition = definition;
        this.reader = reader;
    }

    /** What became of a row. */
    record Fate(Row row, Outcome<Written> outcome) {}

    /** Done with the fates of a portion while its transaction is still open. */
    interface Noting {
        void note(TenantTransaction transaction, List<Fate> fates);
    }

    /** Whether the first refused row ends it. */
    boolean stops() {
        return definition.stop();
    }

    int size() {
        return definition.matchOn().isPresent() ? MATCHED : CREATED;
    }

    /** Reads at most so many rows. */
    static List<Row> next(TableRows rows, long most) {
        var portion = new ArrayList<Row>();
        while (portion.size() < most) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            portion.add(row);
        }
        return portion;
    }

    /** Writes rows. When the first refusal ends it, what comes after has no fate. */
    Outcome<List<Fate>> write(Caller caller, List<Row> rows, Ending ending, Noting noting) {
        var read = rows.stream().map(reader::operation).toList();
        var fit = stretch(read);
        var operations = fit.stream().flatMap(Portions::done).toList();
        var fates = new ArrayList<Fate>();
        Aside aside =
                (transaction, results) -> {
                    fates.clear();
                    fates.addAll(fates(rows, fit, results));
                    noting.note(transaction, fates);
                };
        return commands.portion(
                        caller,
                        definition.entity().name(),
                        operations,
                        new Manner(definition.stop(), ending, Optional.of(job)),
                        aside)
                .map(results -> List.copyOf(fates));
    }

    private static java.util.stream.Stream<RecordOperation> done(Outcome<RecordOperation> read) {
        return read instanceof Outcome.Done<RecordOperation>(var operation)
                ? java.util.stream.Stream.of(operation)
                : java.util.stream.Stream.empty();
    }

    /** All of them; up to the first that could not even be read when it ends there. */
    private List<Outcome<RecordOperation>> stretch(List<Outcome<RecordOperation>> read) {
        for (var i = 0; definition.stop() && i < read.size(); i++) {
            if (read.get(i) instanceof Outcome.Refused<RecordOperation>) {
                return read.subList(0, i + 1);
            }
        }
        return read;
    }

    private List<Fate> fates(
            List<Row> rows, List<Outcome<RecordOperation>> read, List<Outcome<Written>> results) {
        var fates = new ArrayList<Fate>();
        var result = results.iterator();
        for (var i = 0; i < read.size(); i++) {
            switch (read.get(i)) {
                case Outcome.Refused<RecordOperation>(var problems) ->
                        fates.add(new Fate(rows.get(i), Outcome.refused(problems)));
                case Outcome.Done<RecordOperation> operation -> {
                    if (!result.hasNext()) {
                        return fates;
                    }
                    fates.add(new Fate(rows.get(i), result.next()));
                }
            }
            if (definition.stop() && fates.getLast().outcome() instanceof Outcome.Refused) {
                return fates;
            }
        }
        return fates;
    }

    /** Names of the columns that a problem is about. */
    String columns(Problem problem) {
        var field = field(problem);
        return definition.mapping().targets().entrySet().stream()
                .filter(entry -> entry.getValue().field().equals(field))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** The field at the end of {@code /values/<field>…} or {@code /by/<field>}. */
    static String field(Problem problem) {
        var parts = problem.at().split("/", 4);
        return parts.length >= 3 ? parts[2] : "";
    }
}
