package org.entente.store.file;

import java.net.URI;
import java.util.Optional;

/**
 * Where an object store is and how it is entered.
 *
 * @param prefix what all names in the bucket begin with; may be empty
 * @param endpoint of a store that is not Amazon's
 * @param keys empty where the machine itself has a way in, such as a role
 */
public record S3Settings(
        String bucket,
        String prefix,
        String region,
        Optional<URI> endpoint,
        Optional<AccessKeys> keys) {

    public S3Settings {
        if (bucket.isBlank() || region.isBlank()) {
            throw new IllegalArgumentException("a bucket and a region are needed");
        }
    }

    /** What somebody signs requests with. */
    public record AccessKeys(String id, String secret) {
        @Override
        public String toString() {
            return "access keys " + id;
        }
    }
}
