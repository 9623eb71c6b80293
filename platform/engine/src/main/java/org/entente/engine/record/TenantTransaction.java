package org.entente.engine.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.engine.model.ModelVersions;
import org.entente.engine.query.PageOfRows;
import org.entente.engine.query.PlannedQuery;
import org.entente.metadata.model.Entity;
import org.entente.metadata.model.Field;
import org.entente.spi.Outcome;

/** Port: what may be done inside one transaction of one tenant. */
public interface TenantTransaction {

    /** The live record, locked against other writers until the end. */
    Optional<StoredRecord> lock(Entity entity, UUID id);

    /** The record in the recycle bin, locked against other writers until the end. */
    Optional<StoredRecord> lockDeleted(Entity entity, UUID id);

    /**
     * Which of these are live records; they cannot be deleted until the end. Before anything else
     * was asked for, all of them may be said to live and the rest of the transaction be tried with
     * that: if it was not so, everything is done anew.
     */
    Set<UUID> hold(Entity entity, Set<UUID> ids);

    /**
     * Live records of {@code entity} whose reference {@code field} points at {@code target}; nobody
     * can make another one point there until the end.
     */
    List<UUID> referrers(Entity entity, Field field, UUID target, int limit);

    /**
     * Records of {@code entity} in the recycle bin whose reference {@code field} points at {@code
     * target} and that were deleted at this moment.
     */
    List<UUID> deletedReferrers(Entity entity, Field field, UUID target, Instant at);

    /**
     * The next numbers of a field, which nobody else gets; what becomes of the transaction, they
     * are spent.
     */
    List<Long> numbers(Entity entity, Field field, int count);

    /**
     * Writes one record and its change. Refuses with NOT_UNIQUE at {@code /values/<field>} when
     * another live record has the value; the transaction can then still go on.
     */
    Outcome<Long> write(Change change);

    /**
     * Writes many records and their changes, as {@link #write} would one by one; the pointer of a
     * problem starts with {@code /operations/<index in the list>}. Nothing is written when any is
     * refused.
     */
    Outcome<Long> writeAll(List<Change> changes);

    /**
     * The last write of the transaction, and what is read with it: nothing may be asked for
     * afterwards but to keep an answer, so that all of it and the commit may travel together.
     * Refuses as {@link #write} does, but then nothing can go on.
     */
    Outcome<PageOfRows> last(Change change, PlannedQuery query);

    /** Reads with this transaction's own writes. */
    PageOfRows page(PlannedQuery query);

    /** Runs a step whose refusal takes back only what the step wrote. */
    <T> Outcome<T> step(Supplier<Outcome<T>> work);

    /**
     * The versions of the model and the change sets, in this same transaction; only in one that was
     * begun for no entity.
     */
    ModelVersions models();

    /** Everything that is written from here on is told together with the work that caused it. */
    void because(UUID cause);

    /**
     * Notes how far a piece of long work has come, in this same transaction. Throws STALE when it
     * had not come just so far: somebody else works at it.
     */
    void mark(UUID job, String before, String after);

    /**
     * Fills the next column of a field for the records that follow one in the order of their ids,
     * the recycle bin's too. Values that are kept from an earlier time under that type come back
     * where they are the same still. A field that keeps its column is only looked at.
     *
     * @param after empty for the first records
     */
    Converted convert(Conversion conversion, Optional<UUID> after, int most);

    /** The same for some records. */
    Converted convert(Conversion conversion, Collection<UUID> records);

    /** A mark from which {@link #writtenSince} looks; what runs now counts as after it. */
    String mark();

    /** Records of an entity that were written since a mark, at most so many. */
    List<UUID> writtenSince(Entity entity, String mark, int most);

    /**
     * Takes a key for this transaction; done with false when something was kept under it in the
     * meantime. Waits for another transaction that has it, and refuses with IN_PROGRESS when that
     * takes too long.
     */
    Outcome<Boolean> claim(OnceKey key);

    /** Keeps the answer under a key that was claimed. */
    void keep(OnceKey key, String answer);
}
