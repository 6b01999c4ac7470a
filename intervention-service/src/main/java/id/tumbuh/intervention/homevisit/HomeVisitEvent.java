package id.tumbuh.intervention.homevisit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is announced about a home visit: that somebody has to go, or that nobody has to, for what was measured is not so. Contracts:
 * {@code contracts/intervention/home-visit-asked.v1} and {@code home-visit-withdrawn.v1}.
 *
 * @param placementId by what the child is helped, under the name it had when only sponsors helped (ADR 29)
 */
public record HomeVisitEvent(
        @JsonIgnore boolean withdrawn,
        UUID homeVisitId,
        long version,
        UUID placementId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID programmeId,
        UUID childId,
        UUID familyId,
        String areaCode,
        String cause,
        String field,
        UUID measurementId,

        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate measuredOn)
        implements IntegrationEvent {

    static HomeVisitEvent asked(HomeVisit visit) {
        return of(visit, false);
    }

    static HomeVisitEvent withdrawn(HomeVisit visit) {
        return of(visit, true);
    }

    private static HomeVisitEvent of(HomeVisit visit, boolean withdrawn) {
        return new HomeVisitEvent(
                withdrawn,
                visit.id(),
                visit.version(),
                visit.provisionId(),
                visit.programmeId(),
                visit.childId(),
                visit.home().familyId(),
                visit.home().area().value(),
                visit.cause(),
                visit.field(),
                visit.measurementId(),
                visit.measuredOn());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.home-visits";
    }

    @Override
    @JsonIgnore
    public String type() {
        return withdrawn
                ? "id.tumbuh.intervention.home-visit-withdrawn.v1"
                : "id.tumbuh.intervention.home-visit-asked.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return homeVisitId.toString();
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
