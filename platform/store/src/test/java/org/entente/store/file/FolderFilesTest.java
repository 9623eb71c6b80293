package org.entente.store.file;

import java.nio.file.Path;
import org.entente.engine.file.FileStore;
import org.entente.engine.file.FileStoreContract;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest extends FileStoreContract {

    private final FolderFiles files;

    FolderFilesTest(@TempDir Path folder) {
        this.files = new FolderFiles(folder);
    }

    @Override
    protected FileStore store() {
        return files;
    }
}
