package id.tumbuh.measurement.stunting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child's growth status after it changed. Contracts: {@code contracts/measurement/child-…}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StuntingEvent(
        UUID childId,
        long version,
        UUID familyId,
        String areaCode,
        Sex sex,
        Stunting stunting,
        @Nullable LocalDate since,
        @Nullable UUID measurementId,
        @Nullable LocalDate measuredOn,
        @Nullable Double lengthHeightForAge,
        @Nullable Integer ageMonths,
        @JsonIgnore String type)
        implements IntegrationEvent {

    static StuntingEvent of(RosteredChild before, RosteredChild after, StuntingStatus status) {
        HeightFinding newest = status.newest();
        return new StuntingEvent(
                after.id(),
                after.growth().stuntingVersion(),
                after.familyId(),
                after.areaCode(),
                after.sex(),
                after.stunting(),
                status.since(),
                newest == null ? null : newest.measurementId(),
                newest == null ? null : newest.measuredOn(),
                newest == null ? null : newest.z(),
                newest == null ? null : months(after, newest.measuredOn()),
                type(before.stunting(), after.stunting()));
    }

    private static int months(RosteredChild child, LocalDate day) {
        return (int) Age.on(day, child.birthDate()).months();
    }

    private static String type(Stunting before, Stunting after) {
        if (after == Stunting.NORMAL) {
            return "id.tumbuh.measurement.child-ceased-stunted.v1";
        }
        return before == Stunting.NORMAL
                ? "id.tumbuh.measurement.child-became-stunted.v1"
                : "id.tumbuh.measurement.child-stunting-severity-changed.v1";
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.children";
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
