package id.tumbuh.platform.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.Map;
import java.util.UUID;

/**
 * A service says that it holds nothing more of the persons of an erasure. Contract: {@code contracts/<service>/erasure-confirmed.v1}.
 *
 * @param counts rows that went, by table; all zero when the service knew nobody of them
 */
public record ErasureConfirmed(UUID erasureId, long version, String service, Map<String, Long> counts)
        implements IntegrationEvent {
    public ErasureConfirmed {
        counts = Map.copyOf(counts);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return service + ".erasures";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh." + service + ".erasure-confirmed.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return erasureId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return key();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
