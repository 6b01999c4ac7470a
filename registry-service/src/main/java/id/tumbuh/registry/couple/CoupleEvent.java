package id.tumbuh.registry.couple;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about a couple: what happened, and the whole state after it. Contracts: {@code contracts/registry/}. */
record CoupleEvent(
        @JsonIgnore Fact fact,
        UUID coupleId,
        long version,
        UUID familyId,
        String areaCode,
        UUID brideId,
        @Nullable UUID groomId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate registeredOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate plannedWeddingOn,

        CoupleState state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate endedOn,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto)
        implements IntegrationEvent {

    /** What happened; the name on the wire is a contract. */
    enum Fact {
        REGISTERED("couple-registered"),
        CHANGED("couple-changed"),
        MARRIED("couple-married"),
        CALLED_OFF("couple-called-off");

        private final String type;

        Fact(String name) {
            this.type = "id.tumbuh.registry." + name + ".v1";
        }
    }

    static CoupleEvent of(Fact fact, KnownCouple couple) {
        NewCouple content = couple.content();
        return new CoupleEvent(
                fact,
                content.id(),
                couple.version(),
                couple.family(),
                couple.area().value(),
                content.brideId(),
                content.groomId(),
                content.registeredOn(),
                content.plannedWeddingOn(),
                couple.state(),
                couple.endedOn(),
                couple.twice().mergedInto());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.couples";
    }

    @Override
    @JsonIgnore
    public String type() {
        return fact.type;
    }

    @Override
    @JsonIgnore
    public String key() {
        return coupleId.toString();
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
