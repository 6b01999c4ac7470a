package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CompanionVisitView")
record VisitView(
        UUID id,
        UUID teamId,
        TargetKind targetKind,
        UUID targetId,
        @Nullable UUID assignmentId,
        LocalDate visitedOn,
        VisitOutcome outcome,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, implementation = Map.class)
        String checklist,

        List<String> services) {
    VisitView {
        services = List.copyOf(services);
    }

    static VisitView read(ResultSet row) throws SQLException {
        return new VisitView(
                row.getObject("id", UUID.class),
                row.getObject("team_id", UUID.class),
                TargetKind.valueOf(row.getString("target_kind")),
                row.getObject("target_id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("visited_on", LocalDate.class),
                VisitOutcome.valueOf(row.getString("outcome")),
                row.getString("checklist"),
                List.of((String[]) row.getArray("services").getArray()));
    }
}
