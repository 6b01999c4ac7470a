package id.tumbuh.registry.pregnancy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about a pregnancy: what happened, and the whole state after it. Contracts: {@code contracts/registry/}. */
record PregnancyEvent(
        @JsonIgnore Fact fact,
        UUID pregnancyId,
        long version,
        UUID familyId,
        String areaCode,
        UUID motherId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate confirmedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate expectedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate endedOn,

        @Nullable Outcome outcome,
        List<UUID> childIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto)
        implements IntegrationEvent {

    /** What happened; the name on the wire is a contract. */
    enum Fact {
        CONFIRMED("pregnancy-confirmed"),
        CHANGED("pregnancy-changed"),
        ENDED("pregnancy-ended");

        private final String type;

        Fact(String name) {
            this.type = "id.tumbuh.registry." + name + ".v1";
        }
    }

    PregnancyEvent {
        childIds = List.copyOf(childIds);
    }

    static PregnancyEvent of(Fact fact, KnownPregnancy pregnancy) {
        NewPregnancy content = pregnancy.content();
        KnownPregnancy.End end = pregnancy.ended();
        return new PregnancyEvent(
                fact,
                content.id(),
                pregnancy.version(),
                pregnancy.family(),
                pregnancy.area().value(),
                content.motherId(),
                content.confirmedOn(),
                content.expectedOn(),
                end == null ? null : end.on(),
                end == null ? null : end.outcome(),
                pregnancy.children(),
                pregnancy.twice().mergedInto());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.pregnancies";
    }

    @Override
    @JsonIgnore
    public String type() {
        return fact.type;
    }

    @Override
    @JsonIgnore
    public String key() {
        return pregnancyId.toString();
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
