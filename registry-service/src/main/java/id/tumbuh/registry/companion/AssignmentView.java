package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assignment as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CompanionAssignment")
record AssignmentView(
        UUID id,
        long version,
        UUID teamId,
        TargetKind targetKind,
        UUID targetId,
        UUID familyId,
        String area,
        Assignment.Cause cause,
        @Nullable String reason,
        LocalDate assignedOn,
        @Nullable LocalDate lastVisitedOn,
        @Nullable LocalDate releasedOn,
        Assignment.@Nullable ReleaseCause releaseCause,
        @Nullable String releaseReason) {

    static AssignmentView of(Assignment assignment) {
        Assignment.Release release = assignment.release();
        return new AssignmentView(
                assignment.id(),
                assignment.version(),
                assignment.team(),
                assignment.target().key().kind(),
                assignment.target().key().id(),
                assignment.target().family(),
                assignment.target().area(),
                assignment.beginning().cause(),
                assignment.beginning().reason(),
                assignment.beginning().on(),
                assignment.lastVisitedOn(),
                release == null ? null : release.on(),
                release == null ? null : release.cause(),
                release == null ? null : release.reason());
    }
}
