package id.tumbuh.reporting.arrival;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What systems sent to registry, as its ledger has it.
 *
 * @param sources null when registry did not tell
 */
public record Ledger(@Nullable List<Source> sources) {
    private static final int KABUPATEN_LENGTH = 5;
    static final Ledger UNKNOWN = new Ledger(null);

    public Ledger {
        sources = sources == null ? null : List.copyOf(sources);
    }

    /**
     * One system, in rows but for deliveries.
     *
     * @param unchanged those of the accepted that said what was known already, mostly sent before
     * @param waiting for a person to decide, or not worked off yet
     * @param failed deliveries that could not be read
     */
    public record Source(
            String name,
            List<String> areas,
            int deliveries,
            long received,
            long accepted,
            long unchanged,
            long rejected,
            long waiting,
            int failed) {
        public Source {
            areas = List.copyOf(areas);
        }

        /** Whether it answers for the kabupaten and nothing else. */
        boolean isOf(String kabupaten) {
            return !areas.isEmpty()
                    && areas.stream().allMatch(area -> area.equals(kabupaten) || area.startsWith(kabupaten + "."));
        }

        private boolean isOfOne() {
            return areas.stream()
                                    .map(area -> area.substring(0, Math.min(KABUPATEN_LENGTH, area.length())))
                                    .distinct()
                                    .filter(area -> area.length() == KABUPATEN_LENGTH)
                                    .count()
                            == 1
                    && areas.stream().allMatch(area -> area.length() >= KABUPATEN_LENGTH);
        }
    }

    /** The systems of one kabupaten taken together; null when registry did not tell, or knows none. */
    public @Nullable Source of(String kabupaten) {
        if (sources == null) {
            return null;
        }
        return sources.stream()
                .filter(source -> source.isOf(kabupaten))
                .reduce(Ledger::together)
                .orElse(null);
    }

    /** Those that answer for more than one kabupaten: what they sent can't be told apart here. */
    public List<Source> ofSeveral() {
        return sources == null
                ? List.of()
                : sources.stream().filter(source -> !source.isOfOne()).toList();
    }

    private static Source together(Source one, Source other) {
        return new Source(
                one.name() + ", " + other.name(),
                one.areas(),
                one.deliveries() + other.deliveries(),
                one.received() + other.received(),
                one.accepted() + other.accepted(),
                one.unchanged() + other.unchanged(),
                one.rejected() + other.rejected(),
                one.waiting() + other.waiting(),
                one.failed() + other.failed());
    }
}
