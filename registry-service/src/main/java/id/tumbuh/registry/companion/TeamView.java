package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CompanionTeamView")
record TeamView(
        UUID id,
        long version,
        AreaCode area,
        int number,
        boolean active,
        boolean complete,
        List<AreaCode> areas,
        List<Person> members) {
    TeamView {
        areas = List.copyOf(areas);
        members = List.copyOf(members);
    }

    /** A member of the team. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompanionTeamPerson")
    record Person(
            CompanionRole role, String subject, @Nullable String name) {}

    static TeamView of(Teams.Known known) {
        NewTeam team = known.team();
        return new TeamView(
                team.id(),
                known.version(),
                team.seat(),
                team.number(),
                team.active(),
                team.isComplete(),
                team.areas(),
                team.members().stream()
                        .map(member -> new Person(member.role(), member.subject(), member.name()))
                        .toList());
    }
}
