package id.tumbuh.measurement.roster;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Where one child lived before, by the day from which it lived elsewhere. */
public final class FormerResidences {

    private final TreeMap<LocalDate, String> areaUntil = new TreeMap<>();

    FormerResidences add(LocalDate until, String areaCode) {
        areaUntil.put(until, areaCode);
        return this;
    }

    /** The area on a day, or the present one when the child had come to it by then. */
    public String on(LocalDate day, String presentArea) {
        Map.Entry<LocalDate, String> next = areaUntil.higherEntry(day);
        return next == null ? presentArea : next.getValue();
    }
}
