package org.entente.engine.file;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.engine.file.FileStore.Folder;
import org.entente.metadata.model.FieldType.Attached;
import org.entente.metadata.model.FieldType.FileType;
import org.entente.metadata.model.FieldType.ImageType;
import org.entente.spi.EntenteException;
import org.entente.spi.Outcome;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import org.entente.spi.StoredFile;
import org.entente.spi.Tenant;

/**
 * The bytes of records' files. Each lies under an id of its own, never written twice; ids begin
 * with the moment they were made at, and so do the folders.
 */
public final class Contents {

    private static final String FOLDER = "records";

    /** Bits of an id that are the same for some three days. */
    private static final int MOMENT = 5;

    /** Enough to know what a file is; a photograph tells its size behind much else. */
    private static final int HEAD = 256 << 10;

    private final FileStore files;

    public Contents(FileStore files) {
        this.files = files;
    }

    private static Folder folder(Tenant tenant) {
        return new Folder(tenant, FOLDER);
    }

    private static FileStore.Name name(Tenant tenant, UUID id) {
        var text = id.toString();
        return folder(tenant).folder(text.substring(0, MOMENT)).file(text);
    }

    /**
     * Takes bytes in. Problems: REQUIRED for none at all, UNSUPPORTED_MEDIA_TYPE, OUT_OF_RANGE for
     * an image of too many pixels, TOO_LARGE; nothing is kept then.
     */
    public Outcome<StoredFile> take(
            Tenant tenant, Attached type, String name, InputStream content) {
        try {
            var head = content.readNBytes(HEAD);
            if (head.length == 0) {
                return Outcome.refused(
                        Problem.of(ProblemCode.REQUIRED, "", Map.of("reason", "empty_file")));
            }
            return kind(type, head, name)
                    .then(kind ->
                            kept(
                                    new Taken(tenant, type, name, kind),
                                    new SequenceInputStream(
                                            new ByteArrayInputStream(head), content)));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private record Taken(Tenant tenant, Attached type, String name, String kind) {}

    private Outcome<StoredFile> kept(Taken taken, InputStream content) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var digested = new Digested(content);
        var size = files.write(name(taken.tenant(), id), digested, taken.type().maxSize());
        return size < 0
                ? Outcome.refused(
                        Problem.of(
                                ProblemCode.TOO_LARGE,
                                "",
                                Map.of("reason", "file", "max", taken.type().maxSize())))
                : Outcome.done(
                        new StoredFile(id, taken.name(), taken.kind(), size, digested.sha256()));
    }

    private static Outcome<String> kind(Attached type, byte[] head, String name) {
        return switch (type) {
            case FileType file -> accepted(file, MediaTypes.of(head, name));
            case ImageType image -> {
                var size = ImageSize.of(head);
                if (size.isEmpty()) {
                    yield unsupported(image, MediaTypes.of(head, name));
                }
                yield size.get().isBearable()
                        ? accepted(image, size.get().type())
                        : Outcome.refused(
                                Problem.of(
                                        ProblemCode.OUT_OF_RANGE,
                                        "",
                                        Map.of(
                                                "reason", "pixels",
                                                "side", ImageSize.LONGEST_SIDE,
                                                "max", ImageSize.MOST_PIXELS)));
            }
        };
    }

    private static Outcome<String> accepted(Attached type, String found) {
        return MediaTypes.accepts(type.accept(), found)
                ? Outcome.done(found)
                : unsupported(type, found);
    }

    private static Outcome<String> unsupported(Attached type, String found) {
        return Outcome.refused(
                Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "",
                        Map.of("reason", "file", "kind", found, "accepted", type.accept())));
    }

    /** At most {@code length} bytes of a file from one on. */
    public InputStream open(Tenant tenant, StoredFile file, long from, long length) {
        return files.read(name(tenant, file.id()), from, length)
                .orElseThrow(() ->
                        new EntenteException(
                                Problem.of(
                                        ProblemCode.UNAVAILABLE,
                                        "",
                                        Map.of("dependency", "file store"))));
    }

    /** Removes the bytes of a file, if they are there. */
    public void remove(Tenant tenant, UUID id) {
        files.remove(name(tenant, id));
    }

    /** Names of the folders that hold contents, the oldest first. */
    public List<String> folders(Tenant tenant) {
        return files.folders(folder(tenant));
    }

    /** Ids of the contents in one of them. */
    public List<UUID> in(Tenant tenant, String folder) {
        return files.names(folder(tenant).folder(folder)).stream().map(UUID::fromString).toList();
    }
}
