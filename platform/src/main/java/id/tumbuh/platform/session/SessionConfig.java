package id.tumbuh.platform.session;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Which cookie signs a browser in to the pages of this service; without one there are no sessions. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.session")
public interface SessionConfig {
    /** Browsers share cookies between the ports of a host, so each service has a name of its own. */
    Optional<String> cookie();

    /** Paths to which a page of this service may POST with its cookie; see ADR 8. */
    Optional<Set<String>> postPaths();

    /** Paths to which a form of a page of this service may POST with its cookie; each asks for a {@link FormToken}. See ADR 22. */
    Optional<Set<String>> formPaths();
}
