package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list with what is known of each of its indicators.
 *
 * @param asOf when the latest event happened that computed figures include
 */
public record FilledList(
        IndicatorList list,
        Area area,
        Period period,
        List<Line> lines,
        @Nullable Instant asOf) {
    public FilledList {
        lines = List.copyOf(lines);
    }

    /** An indicator and what is known of it. */
    public record Line(ListEntry entry, Known known) {
        public boolean isKnown() {
            return !(known instanceof Known.Unrecorded);
        }
    }

    /** Of how many indicators something is known. */
    public int known() {
        return Math.toIntExact(lines.stream().filter(Line::isKnown).count());
    }
}
