package org.entente.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.entente.engine.file.FileStore;
import org.entente.store.file.FolderFiles;
import org.entente.store.file.S3Files;
import org.entente.store.file.S3Settings;
import org.entente.store.file.S3Settings.AccessKeys;

/** Where files are kept: in a bucket when one is named, else in a folder. */
final class FilePlace {

    private FilePlace() {}

    static FileStore of(Config config) {
        return text(config, "ENTENTE_S3_BUCKET")
                .<FileStore>map(bucket -> new S3Files(settings(config, bucket)))
                .orElseGet(() ->
                        new FolderFiles(Path.of(text(config, "ENTENTE_FILES").orElse("files"))));
    }

    private static S3Settings settings(Config config, String bucket) {
        var keys =
                text(config, "ENTENTE_S3_ACCESS_KEY")
                        .map(id ->
                                new AccessKeys(
                                        id,
                                        config.getValue("ENTENTE_S3_SECRET_KEY", String.class)));
        return new S3Settings(
                bucket,
                text(config, "ENTENTE_S3_PREFIX").orElse(""),
                text(config, "ENTENTE_S3_REGION").orElse("us-east-1"),
                text(config, "ENTENTE_S3_ENDPOINT").map(URI::create),
                keys);
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }
}
