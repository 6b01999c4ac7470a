package id.tumbuh.intervention.photo;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where photos lie, and how large they may be. */
@ConfigMapping(prefix = "tumbuh.photos")
interface PhotoConfig {
    Store store();

    /** For {@code directory}. */
    Path directory();

    S3 s3();

    @WithDefault("2M")
    MemorySize maxBytes();

    /** Width times height of what is sent, looked at before anything is decoded. */
    @WithDefault("40000000")
    long maxPixels();

    /** The longer side of what is kept. */
    @WithDefault("1600")
    int keepSide();

    enum Store {
        DIRECTORY,
        S3
    }

    /** Of a store that speaks S3. */
    interface S3 {
        /** That of the region when left out. */
        Optional<URI> endpoint();

        @WithDefault("ap-southeast-3")
        String region();

        @WithDefault("tumbuh-photos")
        String bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();
    }
}
