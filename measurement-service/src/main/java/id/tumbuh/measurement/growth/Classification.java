package id.tumbuh.measurement.growth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one index and the limits of belief. {@code below} runs outward in (the lowest cut-off first),
 * {@code above} likewise (the highest first); a z-score that lies exactly on a cut-off is still inside.
 */
public record Classification(
        Plausible plausible, List<Band> below, @Nullable Category within, List<Band> above) {

    /** Beyond these the measurement is flagged, kept, and left out of prevalence. */
    public record Plausible(double from, double to) {
        public Plausible {
            if (!(from < to)) {
                throw new IllegalArgumentException("plausible from " + from + " to " + to);
            }
        }
    }

    /** A class that begins beyond its cut-off. */
    public record Band(double cutOff, Category category) {}

    public Classification {
        below = List.copyOf(below);
        above = List.copyOf(above);
        double previous = Double.NEGATIVE_INFINITY;
        for (Band band : below) {
            previous = ascending(previous, band);
        }
        for (Band band : above.reversed()) {
            previous = ascending(previous, band);
        }
        if (within == null && !(below.isEmpty() && above.isEmpty())) {
            throw new IllegalArgumentException("classes outside need one inside");
        }
    }

    private static double ascending(double previous, Band band) {
        if (!(band.cutOff() > previous)) {
            throw new IllegalArgumentException("cut-off " + band.cutOff() + " out of order");
        }
        return band.cutOff();
    }

    boolean implausible(double z) {
        return z < plausible.from() || z > plausible.to();
    }

    @Nullable
    Category categoryOf(double z) {
        for (int outermost = 0; outermost < below.size(); outermost++) {
            if (z < below.get(outermost).cutOff()) {
                return below.get(outermost).category();
            }
        }
        for (int outermost = 0; outermost < above.size(); outermost++) {
            if (z > above.get(outermost).cutOff()) {
                return above.get(outermost).category();
            }
        }
        return within;
    }

    @Nullable
    Category mostSevere() {
        return below.isEmpty() ? null : below.getFirst().category();
    }
}
