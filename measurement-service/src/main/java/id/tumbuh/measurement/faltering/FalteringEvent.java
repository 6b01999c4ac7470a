package id.tumbuh.measurement.faltering;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What calls for a referral, after it changed. Contracts: {@code contracts/measurement/growth-…}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FalteringEvent(
        UUID childId,
        long version,
        UUID familyId,
        String areaCode,
        @Nullable UUID posyanduId,
        Sex sex,
        boolean twiceNotGained,
        boolean belowRedLine,
        @Nullable UUID measurementId,
        @Nullable String month,
        @JsonIgnore String type)
        implements IntegrationEvent {

    static FalteringEvent of(RosteredChild after, @Nullable CardEntry newest) {
        return new FalteringEvent(
                after.id(),
                after.growth().falteringVersion(),
                after.familyId(),
                after.areaCode(),
                after.posyanduId(),
                after.sex(),
                after.faltering().twiceNotGained(),
                after.faltering().belowRedLine(),
                newest == null ? null : newest.measurementId(),
                newest == null ? null : newest.month().toString(),
                after.faltering() == Faltering.NONE
                        ? "id.tumbuh.measurement.growth-recovered.v1"
                        : "id.tumbuh.measurement.growth-faltered.v1");
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.faltering";
    }

    @JsonIgnore
    @Override
    public String key() {
        return childId.toString();
    }

    @JsonIgnore
    @Override
    public String partitionKey() {
        return familyId.toString();
    }

    @JsonIgnore
    @Override
    public long sequence() {
        return version;
    }
}
