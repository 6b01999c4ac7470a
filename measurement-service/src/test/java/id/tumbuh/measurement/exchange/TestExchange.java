package id.tumbuh.measurement.exchange;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short waits, and a ledger of its own for every test. */
record TestExchange(
        String destination, @Nullable URI address, @Nullable Path token, int batchSize) implements ExchangeConfig {

    @Override
    public Optional<URI> endpoint() {
        return Optional.ofNullable(address);
    }

    @Override
    public Optional<Path> tokenFile() {
        return Optional.ofNullable(token);
    }

    @Override
    public int atATime() {
        return 4;
    }

    @Override
    public Duration lookEvery() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration compareAllEvery() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration overlap() {
        return Duration.ZERO;
    }

    @Override
    public Duration retryFirst() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration timeout() {
        return Duration.ofMillis(300);
    }

    @Override
    public MemorySize largestAnswer() {
        return new MemorySize(BigInteger.valueOf(1_000_000));
    }

    @Override
    public String subjectSystem() {
        return "urn:tumbuh:child";
    }

    @Override
    public Optional<Path> pseudonymKeyFile() {
        return Optional.empty();
    }

    @Override
    public int exportsAtATime() {
        return 2;
    }
}
