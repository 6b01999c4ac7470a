package id.tumbuh.local;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bearer token allows: one role, in some areas, perhaps on behalf of a client.
 *
 * @param opd the field of the OPD that the bearer works for; only for the role {@code opd}
 */
record Grant(String role, List<String> areas, Optional<String> client, Optional<String> opd) {

    static final String EVERYWHERE = "*";

    static final List<String> ROLES =
            List.of("kader", "tpk", "puskesmas", "tpps", "opd", "bkkbn", "system", "partner", "auditor", "admin");

    /** Roles whose work is the whole country unless somebody narrows it. */
    private static final Set<String> NATIONAL = Set.of("bkkbn", "admin", "auditor");

    private static final Pattern AREA = Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");

    private static final Pattern FIELD = Pattern.compile("[A-Z][A-Z0-9_]{1,30}");

    Grant {
        areas = List.copyOf(areas);
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("No role " + role + "; the roles are " + String.join(", ", ROLES));
        }
        if (areas.isEmpty()) {
            throw new IllegalArgumentException(
                    "Role " + role + " needs at least one area: --wilayah 36.04 (a Kemendagri code)");
        }
        if (opd.isPresent() && !role.equals("opd")) {
            throw new IllegalArgumentException("--opd goes with --role opd only");
        }
        if (opd.isPresent() && !FIELD.matcher(opd.get()).matches()) {
            throw new IllegalArgumentException(opd.get() + " is no field of an OPD; write it like PUPR");
        }
        for (String area : areas) {
            if (!area.equals(EVERYWHERE) && !AREA.matcher(area).matches()) {
                throw new IllegalArgumentException(
                        area + " is no area code; write it like 36, 36.04, 36.04.05 or" + " 36.04.05.2001");
            }
        }
    }

    /** National roles reach everywhere when no area is named. */
    static Grant of(String role, List<String> areas, Optional<String> client) {
        boolean everywhere = areas.isEmpty() && NATIONAL.contains(role);
        return new Grant(role, everywhere ? List.of(EVERYWHERE) : areas, client, Optional.empty());
    }

    Grant forOpd(Optional<String> field) {
        return new Grant(role, areas, client, field);
    }
}
