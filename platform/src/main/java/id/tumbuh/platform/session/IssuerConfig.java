package id.tumbuh.platform.session;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The OIDC issuer at which persons sign in; without an address there is none. See ADR 31. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.issuer")
public interface IssuerConfig {
    /** What stands before {@code /.well-known/openid-configuration}. */
    Optional<URI> address();

    /** The name under which the issuer knows the pages. */
    String client();

    /** Of a client that is not public. */
    Optional<String> clientSecret();

    /** What sign-ins under way are sealed with; replicas of a service share it. Made at the start when there is none. */
    Optional<String> cookieSecret();

    /** How long a person may stay on the issuer's form. */
    @WithDefault("30M")
    Duration formTime();
}
