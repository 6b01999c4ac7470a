package id.tumbuh.measurement.kms;

import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The weighing of a month on the card, with its mark.
 *
 * @param notGained how many T there are in a row, with this one
 * @param twiceNotGained 2T: enough of them to refer the child
 * @param gainGrams since the month before; null without one
 * @param minimumGain what the gain was compared with; null for B and O
 * @param ruleVersion of the card's rule
 */
public record CardEntry(
        UUID measurementId,
        YearMonth month,
        int grams,
        GrowthMark mark,
        int notGained,
        boolean twiceNotGained,
        @Nullable Integer gainGrams,
        @Nullable Integer minimumGain,
        int ruleVersion) {

    /** Whether both say the same about the same weighing, whatever version of the rule they were made with. */
    public boolean saysTheSameAs(@Nullable CardEntry other) {
        return other != null
                && mark == other.mark
                && notGained == other.notGained
                && twiceNotGained == other.twiceNotGained
                && Objects.equals(gainGrams, other.gainGrams)
                && Objects.equals(minimumGain, other.minimumGain);
    }
}
