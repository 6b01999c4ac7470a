package id.tumbuh.platform.access;

import java.util.Set;

/** The roles a token may carry. What each may do stands on the operations themselves. */
public final class Roles {
    public static final String KADER = "kader";
    public static final String TPK = "tpk";
    public static final String PUSKESMAS = "puskesmas";
    /** Tim Percepatan Penurunan Stunting, from desa to province by its areas. */
    public static final String TPPS = "tpps";

    public static final String OPD = "opd";
    public static final String BKKBN = "bkkbn";
    /** Another information system, such as a kabupaten's own. */
    public static final String SYSTEM = "system";

    public static final String PARTNER = "partner";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    public static final Set<String> ALL =
            Set.of(KADER, TPK, PUSKESMAS, TPPS, OPD, BKKBN, SYSTEM, PARTNER, AUDITOR, ADMIN);

    private Roles() {}
}
