package org.entente.engine.file;

import org.entente.engine.fake.MemoryFiles;

class MemoryFilesTest extends FileStoreContract {

    private final MemoryFiles files = new MemoryFiles();

    @Override
    protected FileStore store() {
        return files;
    }
}
