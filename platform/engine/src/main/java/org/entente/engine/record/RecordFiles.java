package org.entente.engine.record;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.engine.file.Contents;
import org.entente.engine.file.FileNames;
import org.entente.engine.model.ModelSource;
import org.entente.engine.query.Asked;
import org.entente.engine.query.RecordQueries;
import org.entente.engine.record.RecordCommands.Saved;
import org.entente.engine.record.TenantTransactions.Ending;
import org.entente.metadata.model.Field;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.Role.Operation;
import org.entente.metadata.value.ValueReader;
import org.entente.spi.Caller;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * Use cases: the files of records. Bytes are kept first, under an id that nobody had, and then the
 * record is told of them; so a record never speaks of bytes that are not there.
 */
public final class RecordFiles {

    private final ModelSource models;
    private final RecordQueries queries;
    private final RecordCommands commands;
    private final Contents contents;

    public RecordFiles(
            ModelSource models, RecordQueries queries, RecordCommands commands, Contents contents) {
        this.models = models;
        this.queries = queries;
        this.commands = commands;
        this.contents = contents;
    }

    /** A field of a record that holds a file. */
    public record Place(String entity, UUID id, String field) {
        String pointer() {
            return "/values/" + field;
        }
    }

    /**
     * What a record has in a field. Problems: NOT_FOUND where there is nothing, or nothing that the
     * caller may know of.
     */
    public Outcome<StoredFile> get(Caller caller, Place place) {
        var asked = Asked.of(caller, models.of(caller.tenant()));
        var only = Optional.of(List.of(place.field()));
        return field(asked, place, Operation.READ)
                .then(field ->
                        queries.get(caller, place.entity(), place.id(), only)
                                .then(view ->
                                        ValueReader.read(
                                                view.values().get(field.name()),
                                                field,
                                                asked.model().settings())))
                .then(value ->
                        value.orElse(null) instanceof StoredFile file
                                ? Outcome.done(file)
                                : notFound());
    }

    /** At most {@code length} bytes of a file of a record, from one on. */
    public InputStream open(Caller caller, StoredFile file, long from, long length) {
        return contents.open(caller.tenant(), file, from, length);
    }

    /**
     * Takes bytes in for a field; no record knows of them yet. Problems: those of the right to
     * change the record, of the name ({@link FileNames}) and of the bytes ({@link Contents}).
     *
     * @param name as it was sent
     */
    public Outcome<Received> receive(Caller caller, Place place, String name, InputStream content) {
        var asked = Asked.of(caller, models.of(caller.tenant()));
        return field(asked, place, Operation.UPDATE)
                .then(field ->
                        FileNames.cleaned(name)
                                .then(fit ->
                                        present(caller, place)
                                                .then(there ->
                                                        taken(caller, field, fit, content))));
    }

    private Outcome<Received> taken(Caller caller, Field field, String name, InputStream content) {
        var taken = contents.take(caller.tenant(), (Attached) field.type(), name, content);
        return switch (taken) {
            case Outcome.Done<StoredFile>(var file) ->
                    Outcome.done(
                            new Received(
                                    file, gone -> contents.remove(caller.tenant(), gone.id())));
            case Outcome.Refused<StoredFile>(var problems) ->
                    Outcome.refused(
                            problems.stream()
                                    .map(p -> p.under("/values/" + field.name()))
                                    .toList());
        };
    }

    /** Nobody sends a hundred megabytes to be told that the record is gone. */
    private Outcome<Saved> present(Caller caller, Place place) {
        return update(caller, place, new IfMatch.Any(), Map.of(), Ending.DRY_RUN);
    }

    /** Tells the record of bytes that were taken in for it: an update like any other. */
    public Outcome<Saved> put(
            Caller caller, Place place, IfMatch ifMatch, Received received, Ending ending) {
        received.hold();
        var outcome =
                update(caller, place, ifMatch, Map.of(place.field(), received.file()), ending);
        if (outcome instanceof Outcome.Refused<Saved> || !ending.commits()) {
            received.refused();
        }
        return outcome;
    }

    /** Takes the file of a field away from its record; without one nothing changes. */
    public Outcome<Saved> remove(Caller caller, Place place, IfMatch ifMatch, Ending ending) {
        var asked = Asked.of(caller, models.of(caller.tenant()));
        var nothing = new HashMap<String, @Nullable Object>();
        nothing.put(place.field(), null);
        return field(asked, place, Operation.UPDATE)
                .then(field -> update(caller, place, ifMatch, nothing, ending));
    }

    private Outcome<Saved> update(
            Caller caller,
            Place place,
            IfMatch ifMatch,
            Map<String, @Nullable Object> values,
            Ending ending) {
        return commands.one(
                caller,
                place.entity(),
                new RecordOperation.Update(place.id(), ifMatch, values),
                ending);
    }

    /** A field that holds files; whatever else it may be is not to be told here. */
    private static Outcome<Field> field(Asked asked, Place place, Operation operation) {
        return asked.rights()
                .entity(place.entity(), Operation.READ)
                .then(entity ->
                        entity.field(place.field())
                                .filter(found -> found.type() instanceof Attached)
                                .filter(found -> asked.rights().readable(entity, found))
                                .map(Outcome::done)
                                .orElseGet(RecordFiles::notFound))
                .then(found ->
                        asked.rights().entity(place.entity(), operation).map(allowed -> found));
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Problem.of(ProblemCode.NOT_FOUND));
    }
}
