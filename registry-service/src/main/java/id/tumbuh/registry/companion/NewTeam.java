package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.AreaCode;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team of companions as it is registered.
 *
 * @param seat the desa where it sits; with its number it names the team
 * @param areas the desa it serves
 */
record NewTeam(UUID id, AreaCode seat, int number, boolean active, List<AreaCode> areas, List<Member> members) {
    NewTeam {
        areas = areas.stream().distinct().sorted().toList();
        members = members.stream().sorted(Comparator.comparing(Member::subject)).toList();
    }

    /** @param subject of the member's token */
    record Member(
            CompanionRole role, String subject, @Nullable String name) {
        @Override
        public String toString() {
            return "Member[" + role + "]";
        }
    }

    boolean isComplete() {
        return members.stream().map(Member::role).distinct().count() == CompanionRole.values().length;
    }

    /** To recognise the same team sent again. */
    String content() {
        StringBuilder all = new StringBuilder();
        all.append(seat)
                .append('|')
                .append(number)
                .append('|')
                .append(active)
                .append('|')
                .append(areas);
        members.forEach(member -> all.append('|')
                .append(member.role())
                .append(':')
                .append(member.subject())
                .append(':')
                .append(member.name()));
        return all.toString();
    }
}
