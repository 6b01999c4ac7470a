package id.tumbuh.intervention.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The store that the configuration names. */
@ApplicationScoped
class ChooseStore {
    @Produces
    @Singleton
    static PhotoStore store(PhotoConfig config) {
        return switch (config.store()) {
            case DIRECTORY -> new DirectoryStore(config.directory());
            case S3 -> new S3Store(config.s3());
        };
    }
}
