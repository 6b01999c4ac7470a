package id.tumbuh.measurement.kms;

import id.tumbuh.measurement.growth.Sex;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The numbers of the growth card, as one version of the rules has them.
 *
 * @param minimumGainGrams (KBM) by sex, from which column of the card on; column 1 is the month after the month of birth
 * @param missedMonthSkipped whether T, O, T are two T in a row
 * @param notGainedInARow how many T in a row call for a referral as 2T
 * @param redLineZ weight for age below which a child is under the red line (BGM)
 * @param lastColumn where the card ends
 */
public record CardPolicy(
        int version,
        Map<Sex, NavigableMap<Integer, Integer>> minimumGainGrams,
        boolean missedMonthSkipped,
        int notGainedInARow,
        double redLineZ,
        int lastColumn) {

    public CardPolicy {
        minimumGainGrams = Map.copyOf(minimumGainGrams);
        for (Sex sex : Sex.values()) {
            NavigableMap<Integer, Integer> gains = minimumGainGrams.get(sex);
            if (gains == null || gains.isEmpty()) {
                throw new IllegalArgumentException("no minimum gain for " + sex);
            }
        }
    }

    /** Before the first column that has one, the first one's. */
    public int minimumGain(Sex sex, int column) {
        NavigableMap<Integer, Integer> gains = minimumGainGrams.getOrDefault(sex, new TreeMap<>());
        Map.Entry<Integer, Integer> gain = gains.floorEntry(column);
        return gain == null ? gains.firstEntry().getValue() : gain.getValue();
    }

    /** On the z-score as it is printed. */
    public boolean belowRedLine(double weightForAge, boolean implausible) {
        return !implausible && weightForAge < redLineZ;
    }
}
