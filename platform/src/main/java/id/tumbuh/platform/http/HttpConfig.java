package id.tumbuh.platform.http;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Limits of a request. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.http")
public interface HttpConfig {
    /** Largest body of an ordinary request. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The paths that take files, a star for an id in them; their limit is Quarkus' own {@code quarkus.http.limits.max-body-size}. */
    Optional<List<String>> uploadPath();
}
