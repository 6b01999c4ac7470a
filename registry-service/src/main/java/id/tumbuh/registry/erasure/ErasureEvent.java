package id.tumbuh.registry.erasure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What registry-service announces when persons are erased: ids only, kept for good. Contracts: {@code contracts/registry/}. */
record ErasureEvent(
        @JsonIgnore Erasure.Kind kind,
        UUID erasureId,
        long version,
        UUID familyId,
        String areaCode,
        List<UUID> childIds,
        List<UUID> otherIds,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate erasedOn)
        implements IntegrationEvent {
    static final String TOPIC = "registry.erasures";
    static final String FAMILY_ERASED = "id.tumbuh.registry.family-erased.v1";
    private static final String CHILD_ERASED = "id.tumbuh.registry.child-erased.v1";

    ErasureEvent {
        childIds = List.copyOf(childIds);
        otherIds = List.copyOf(otherIds);
    }

    static ErasureEvent of(Erasure erasure, Erasure.Done done, LocalDate day) {
        return new ErasureEvent(
                erasure.subject().kind(),
                erasure.id(),
                1,
                erasure.familyId(),
                erasure.area(),
                done.childIds(),
                done.otherIds(),
                day);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return TOPIC;
    }

    @Override
    @JsonIgnore
    public String type() {
        return switch (kind) {
            case FAMILY -> FAMILY_ERASED;
            case CHILD -> CHILD_ERASED;
        };
    }

    @Override
    @JsonIgnore
    public String key() {
        return erasureId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
