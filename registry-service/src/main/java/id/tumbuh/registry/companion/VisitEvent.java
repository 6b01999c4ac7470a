package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit, told once. Contract: {@code contracts/registry/companion-visited.v1}.
 *
 * @param counts whether it is companionship by the rules of the day on which it was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitEvent(
        UUID visitId,
        long version,
        @Nullable UUID assignmentId,
        UUID teamId,
        TargetKind targetKind,
        UUID targetId,
        UUID familyId,
        String areaCode,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate visitedOn,
        VisitOutcome outcome,
        boolean counts,
        List<String> services)
        implements IntegrationEvent {
    static final String TYPE = "id.tumbuh.registry.companion-visited.v1";

    VisitEvent {
        services = List.copyOf(services);
    }

    static VisitEvent of(Visits.Row row, boolean counts) {
        NewVisit visit = row.visit();
        return new VisitEvent(
                visit.id(),
                1,
                row.assignment(),
                visit.team(),
                visit.target().kind(),
                visit.target().id(),
                row.home().family(),
                row.home().area(),
                visit.on(),
                visit.outcome(),
                counts,
                visit.services());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return CompanionEvent.TOPIC;
    }

    @Override
    @JsonIgnore
    public String type() {
        return TYPE;
    }

    @Override
    @JsonIgnore
    public String key() {
        return visitId.toString();
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
