package id.tumbuh.measurement.exchange;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How measurements are told to another system. Nothing is sent until an endpoint is given. */
@StaticInitSafe
@ConfigMapping(prefix = "tumbuh.exchange")
public interface ExchangeConfig {
    /** Where transaction bundles are posted; absent, nothing is sent and nothing is loaded. */
    Optional<URI> endpoint();

    /** Names the destination in the ledger; another name begins another ledger. */
    @WithDefault("satusehat")
    String destination();

    /** A file with the bearer token, read for every round, so that it can be changed under way. */
    Optional<Path> tokenFile();

    /** Measurements a round. */
    @WithDefault("100")
    int batchSize();

    /** Bundles under way at the same time. */
    @WithDefault("4")
    int atATime();

    /** How often changed measurements are looked for. */
    @WithDefault("5s")
    Duration lookEvery();

    /** How often all measurements are compared with the ledger, beside those that changed lately. */
    @WithDefault("24h")
    Duration compareAllEvery();

    /** Looked at again although it was seen: for a clock that was set back. */
    @WithDefault("1m")
    Duration overlap();

    /** First wait after a failure that may pass; doubled up to {@link #retryAtMost}, of which a random half is waited. */
    @WithDefault("1s")
    Duration retryFirst();

    @WithDefault("15m")
    Duration retryAtMost();

    /** The longest to wait for a connection, and for an answer. */
    @WithDefault("30s")
    Duration timeout();

    /** Largest answer that is read. */
    @WithDefault("1M")
    MemorySize largestAnswer();

    /** System of the identifier by which a child is named: our own id, since no IHS number is known here. */
    @WithDefault("urn:tumbuh:child")
    String subjectSystem();

    /** A file with the key of pseudonyms that several exports of one study share. */
    Optional<Path> pseudonymKeyFile();

    /** Exports that run at the same time; each holds a connection. */
    @WithDefault("2")
    int exportsAtATime();
}
