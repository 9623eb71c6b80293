package org.entente.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.engine.file.FileStore;
import org.entente.spi.EntenteException;
import org.entente.spi.Problem;
import org.entente.spi.ProblemCode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Files in a bucket of an object store that speaks S3. A file that is written whole is one object;
 * one that grows is an object for each piece, whose name ends with where it begins, since objects
 * are never changed. Nothing moves there, so bytes are gathered on this machine first and arrive at
 * once.
 */
public final class S3Files implements FileStore, AutoCloseable {

    /** Stands in no name of a file or folder. */
    private static final String PIECE = "@";

    private static final int BLOCK = 1 << 16;
    private static final int NO_SUCH_RANGE = 416;
    private static final int MOST_AT_ONCE = 1_000;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    public S3Files(S3Settings settings) {
        this.client = S3Door.open(settings);
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(Folder folder) {
        return prefix + folder.tenant().id() + "/" + folder.path() + "/";
    }

    private String key(Name name) {
        return key(name.folder()) + name.file();
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException away) {
            throw new EntenteException(
                    Problem.of(ProblemCode.UNAVAILABLE, "", Map.of("dependency", "file store")),
                    away);
        }
    }

    @Override
    public long write(Name name, InputStream content, long most) {
        try {
            var gathered = Files.createTempFile("entente", ".part");
            try {
                var length = gather(content, gathered, most);
                if (length >= 0) {
                    put(key(name), RequestBody.fromFile(gathered));
                    delete(pieces(name).stream().map(Piece::key).toList());
                }
                return length;
            } finally {
                Files.deleteIfExists(gathered);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long gather(InputStream content, Path file, long most) throws IOException {
        var length = 0L;
        try (var out = Files.newOutputStream(file)) {
            var block = new byte[BLOCK];
            for (var n = content.read(block); n >= 0; n = content.read(block)) {
                length += n;
                if (length > most) {
                    return -1;
                }
                out.write(block, 0, n);
            }
        }
        return length;
    }

    private void put(String key, RequestBody body) {
        asked(() -> client.putObject(request -> request.bucket(bucket).key(key), body));
    }

    /** A piece of a file, and where it begins. */
    private record Piece(String key, long from, long size) {}

    private List<Piece> pieces(Name name) {
        var start = key(name) + PIECE;
        return objects(start)
                .map(object ->
                        new Piece(
                                object.key(),
                                Long.parseLong(object.key().substring(start.length())),
                                object.size()))
                .toList();
    }

    /** In the order of their keys. */
    private Stream<S3Object> objects(String start) {
        return asked(() ->
                client
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(start).delimiter("/"))
                        .contents()
                        .stream()
                        .toList()
                        .stream());
    }

    private void delete(List<String> keys) {
        for (var from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            var some =
                    keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE)).stream()
                            .map(key -> ObjectIdentifier.builder().key(key).build())
                            .toList();
            asked(() ->
                    client.deleteObjects(
                            request -> request.bucket(bucket).delete(what -> what.objects(some))));
        }
    }

    /** A file that was written whole is not gone on with, but begun anew. */
    @Override
    public long append(Name name, long length, byte[] content) {
        var behind =
                pieces(name).stream()
                        .filter(piece -> piece.from() >= length)
                        .map(Piece::key)
                        .toList();
        delete(behind);
        put(key(name) + PIECE + "%019d".formatted(length), RequestBody.fromBytes(content));
        if (length == 0) {
            delete(List.of(key(name)));
        }
        return length + content.length;
    }

    @Override
    public Optional<InputStream> read(Name name, long from, long length) {
        var whole = open(key(name), from, length);
        if (whole.isPresent()) {
            return whole;
        }
        var pieces = pieces(name);
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(new FirstBytes(new Joined(parts(pieces, from)), length));
    }

    /** What is behind the beginning of the next piece was cut off. */
    private List<Supplier<InputStream>> parts(List<Piece> pieces, long from) {
        var parts = new ArrayList<Supplier<InputStream>>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var end =
                    i + 1 < pieces.size()
                            ? Math.min(pieces.get(i + 1).from(), piece.from() + piece.size())
                            : piece.from() + piece.size();
            var first = Math.max(from, piece.from());
            if (first < end) {
                parts.add(() ->
                        open(piece.key(), first - piece.from(), end - first)
                                .orElseGet(InputStream::nullInputStream));
            }
        }
        return parts;
    }

    private Optional<InputStream> open(String key, long from, long length) {
        var to =
                length > Long.MAX_VALUE - from
                        ? ""
                        : String.valueOf(from + Math.max(1, length) - 1);
        try {
            var in =
                    client.getObject(request ->
                            request.bucket(bucket).key(key).range("bytes=" + from + "-" + to));
            return Optional.of(new FirstBytes(in, length));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (S3Exception refused) {
            return refused.statusCode() == NO_SUCH_RANGE
                    ? Optional.of(InputStream.nullInputStream())
                    : asked(() -> raise(refused));
        } catch (SdkException away) {
            return asked(() -> raise(away));
        }
    }

    private static Optional<InputStream> raise(SdkException failure) {
        throw failure;
    }

    @Override
    public void remove(Name name) {
        delete(Stream.concat(Stream.of(key(name)), pieces(name).stream().map(Piece::key)).toList());
    }

    @Override
    public void remove(Folder folder) {
        delete(objects(key(folder)).map(S3Object::key).toList());
    }

    @Override
    public List<String> names(Folder folder) {
        return objects(key(folder))
                .map(object -> object.key().substring(key(folder).length()))
                .map(name -> name.contains(PIECE) ? name.substring(0, name.indexOf(PIECE)) : name)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> folders(Folder folder) {
        var start = key(folder);
        return asked(() ->
                client
                        .listObjectsV2Paginator(
                                request -> request.bucket(bucket).prefix(start).delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .map(one -> one.substring(start.length(), one.length() - 1))
                        .sorted()
                        .toList());
    }
}
