package org.entente.store.records;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.record.Change;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.store.Failures;
import org.jspecify.annotations.Nullable;

/** Writes changes, all of a list in one round trip; a refusal leaves the transaction as it was. */
final class RecordWrites {

    private static final Outcome<PageOfRows> STALE = Outcome.refused(Problem.of(ProblemCode.STALE));

    private final Ground ground;
    private final Line line;
    private final Savepoints savepoints;
    private @Nullable UUID cause;

    RecordWrites(Ground ground, Line line, Savepoints savepoints) {
        this.ground = ground;
        this.line = line;
        this.savepoints = savepoints;
    }

    /** What is written from here on is told with its cause. */
    void because(UUID work) {
        cause = work;
    }

    /** Writes one; a problem stands at {@code /values/<field>}. */
    Outcome<Long> one(Change change) {
        return attempt(List.of(change)).map(_ -> change.version());
    }

    /** Writes all or none; a problem stands at {@code /operations/<index>/values/<field>}. */
    Outcome<Long> all(List<Change> changes) {
        if (changes.isEmpty()) {
            return Outcome.done(0L);
        }
        return switch (attempt(changes)) {
            case Outcome.Done<Integer>(var count) -> Outcome.done((long) count);
            case Outcome.Refused<Integer> _ -> savepoints.step(() -> oneByOne(changes));
        };
    }

    /**
     * Finds out which change is refused. What cannot be done at once, such as two records that pass
     * a unique value on, may well be done one after the other.
     */
    private Outcome<Long> oneByOne(List<Change> changes) {
        for (var i = 0; i < changes.size(); i++) {
            if (attempt(List.of(changes.get(i)))
                    instanceof Outcome.Refused<Integer>(var problems)) {
                var at = "/operations/" + i;
                return Outcome.refused(problems.stream().map(p -> p.under(at)).toList());
            }
        }
        return Outcome.done((long) changes.size());
    }

    private Outcome<Integer> attempt(List<Change> changes) {
        var runs = ChangeRun.split(changes);
        var trip = new Trip();
        var before = savepoints.beginWrite(trip);
        runs.forEach(run -> sql(run).ask(trip, run, cause));
        signal(trip);
        try (var answers = line.run(trip)) {
            answers.skip(before);
            return counted(runs, answers) ? Outcome.done(changes.size()) : stale();
        } catch (SQLException e) {
            var refused = problem(changes, e);
            savepoints.takeBackWrite();
            return Outcome.refused(refused);
        }
    }

    /**
     * Writes one and reads a page about what has become of it, in one trip.
     *
     * @param commits whether the trip ends the transaction
     */
    Outcome<PageOfRows> last(Change change, PageQuestion page, boolean commits) {
        var write = sql(List.of(change));
        var trip = new Trip();
        var signalled = signal(trip);
        var within = page.from("w", write.quotedTable());
        within.ifPresentOrElse(
                statement -> write.ask(trip, change, cause, statement),
                () -> write.ask(trip, List.of(change), cause));
        if (within.isEmpty()) {
            page.ask(trip);
        }
        if (commits) {
            trip.say("commit");
        }
        try (var answers = line.run(trip)) {
            answers.skip(signalled);
            return within.isEmpty() && !write.isCounted(answers, 1)
                    ? STALE
                    : found(page.read(answers));
        } catch (SQLException e) {
            return Outcome.refused(problem(List.of(change), e));
        }
    }

    private static Outcome<PageOfRows> found(PageOfRows page) {
        return page.rows().isEmpty() ? STALE : Outcome.done(page);
    }

    private WriteSql sql(List<Change> run) {
        return ground.statements().write(ground, WriteSql.Form.of(run));
    }

    /**
     * Wakes who waits for changes, unless that was done.
     *
     * @return how many statements that takes
     */
    private int signal(Trip trip) {
        if (!savepoints.beginSignal()) {
            return 0;
        }
        trip.say(ground.names().signal("feed"));
        return 1;
    }

    private boolean counted(List<List<Change>> runs, Trip.Answers answers) throws SQLException {
        for (var run : runs) {
            if (!sql(run).isCounted(answers, run.size())) {
                return false;
            }
        }
        return true;
    }

    private Outcome<Integer> stale() {
        savepoints.takeBackWrite();
        return Outcome.refused(Problem.of(ProblemCode.STALE));
    }

    /** What a failure means to whoever wrote; thrown on when it is no refusal. */
    private Problem problem(List<Change> changes, SQLException failure) {
        return Failures.brokenUnique(failure)
                .flatMap(index -> problem(changes, index))
                .orElseThrow(() -> Failures.translate(failure));
    }

    /** That a version of a record has been told means that somebody else wrote it. */
    private Optional<Problem> problem(List<Change> changes, String index) {
        return index.equals("change_pkey")
                ? Optional.of(Problem.of(ProblemCode.STALE))
                : notUnique(changes, index);
    }

    private Optional<Problem> notUnique(List<Change> changes, String index) {
        return changes.stream()
                .map(Change::entity)
                .distinct()
                .flatMap(entity -> uniqueFields(entity, index))
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .map(RecordWrites::notUnique);
    }

    private Stream<List<Field>> uniqueFields(Entity entity, String index) {
        return ground.shape().table(entity).stream()
                .map(table -> table.uniqueFields(ground.model(), entity, index));
    }

    private static Problem notUnique(List<Field> fields) {
        return Problem.of(
                ProblemCode.NOT_UNIQUE,
                "/values/" + fields.getFirst().name(),
                Map.of("fields", fields.stream().map(Field::name).toList()));
    }
}
