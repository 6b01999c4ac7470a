package id.tumbuh.intervention.matching;

import java.util.Collections;

/** What no weight outweighs. */
final class Allowed {
    private Allowed() {}

    /** The family consented to this sponsor's kind of help, and the sponsor gives something of what is needed. */
    static boolean pair(SoughtNeed.Facts need, FreeSponsor sponsor) {
        return consented(need, sponsor) && !Collections.disjoint(need.items(), sponsor.items());
    }

    private static boolean consented(SoughtNeed.Facts need, FreeSponsor sponsor) {
        return need.partners() == null
                || (sponsor.client() != null && need.partners().contains(sponsor.client()));
    }
}
