package id.tumbuh.reporting.table;

import id.tumbuh.platform.access.Roles;
import java.util.Set;

/** Who may read what. */
final class Readers {
    /** Counts by area: officials. Partners have what was published. */
    static final Set<String> OF_FIGURES =
            Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN);

    /** Children one by one, under random ids: as the case list. */
    static final Set<String> OF_CASES = Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.ADMIN);

    /** Audited cases one by one, by pseudonym: as the page of audits. */
    static final Set<String> OF_AUDITS = Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN);

    private Readers() {}
}
